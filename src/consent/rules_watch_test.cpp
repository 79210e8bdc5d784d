#include "consent/rules_watch.h"

#include <array>

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;
using access::CaseState;

namespace {

/// The birthday has been talked about, so that it does not stand among the rest.
Watch quiet()
{
    Watch watch;
    watch.talked_of_adulthood = adult_on;
    return watch;
}

std::optional<Date> due_by(const std::vector<guideline::Duty>& duties, std::string_view what)
{
    for (const auto& duty : duties)
        if (duty.what.name() == what) return duty.last_day;
    return std::nullopt;
}

constexpr std::array running{CaseState::forming, CaseState::planning, CaseState::active, CaseState::closure_review};

}  // namespace

TEST_CASE("S0-23, S1-42 Before the last day the talk about going on is due 30, 14 and 3 days ahead, and the renewal on the day")
{
    const auto facts = a_consent();
    for (const auto state : running) {
        const auto duties = due(facts, state, first_day, quiet());
        REQUIRE(duties.size() == 2);
        CHECK(duties[0].what.name() == "duty.talk_of_renewal");
        CHECK(duties[0].requirement == &guideline::consent_renewed);
        CHECK(duties[0].last_day == add_days(last_day, -30));
        CHECK(duties[1].last_day == last_day);
        CHECK(duties[1].path == "samtycken");
    }
    CHECK(due(facts, CaseState::closed, first_day, quiet()).empty());
    CHECK(due(facts, CaseState::consent_pending, first_day, quiet()).empty());

    auto watch = quiet();
    const auto talk_due = [&](Date talked_on) {
        watch.talked_of_renewal = talked_on;
        return due_by(due(facts, CaseState::active, last_day, watch), "duty.talk_of_renewal");
    };
    CHECK(talk_due(add_days(last_day, -61)) == add_days(last_day, -30));  // too long before
    CHECK(talk_due(add_days(last_day, -60)) == add_days(last_day, -14));
    CHECK(talk_due(add_days(last_day, -30)) == add_days(last_day, -14));
    CHECK(talk_due(add_days(last_day, -29)) == add_days(last_day, -3));
    CHECK(talk_due(add_days(last_day, -14)) == add_days(last_day, -3));
    CHECK_FALSE(talk_due(add_days(last_day, -13)).has_value());
    watch = quiet();
    watch.renewal_days = {45};
    CHECK(due_by(due(facts, CaseState::active, first_day, watch), "duty.talk_of_renewal") == add_days(last_day, -45));
}

TEST_CASE("S0-23 A consent shorter than the first reminder has those that lie within it")
{
    const auto facts = a_consent(first_day, add_days(first_day, 20));
    CHECK(due_by(due(facts, CaseState::active, first_day, quiet()), "duty.talk_of_renewal") == add_days(first_day, 6));
    CHECK(open_review(add_days(first_day, 2), {30, 14, 3}, first_day, {}) == std::nullopt);
    CHECK(open_review(add_days(first_day, 3), {30, 14, 3}, first_day, {}) == first_day);
    CHECK(open_review(last_day, {}, first_day, {}) == std::nullopt);
}

TEST_CASE("settled-3, edge-4.1 The 18th birthday is prepared 90 and 30 days ahead, unless what is signed goes on over it")
{
    auto facts = a_consent(2027y / 12 / 20, 2028y / 5 / 31);
    for (const auto state : {CaseState::consent_pending, CaseState::forming, CaseState::suspended})
        CHECK(due_by(due(facts, state, 2027y / 12 / 20, {}), "duty.talk_of_adulthood") == add_days(adult_on, -90));
    CHECK_FALSE(due_by(due(facts, CaseState::closed, 2027y / 12 / 20, {}), "duty.talk_of_adulthood").has_value());
    Watch watch;
    watch.talked_of_adulthood = add_days(adult_on, -90);
    CHECK(due_by(due(facts, CaseState::active, 2028y / 1 / 1, watch), "duty.talk_of_adulthood") == add_days(adult_on, -30));
    watch.talked_of_adulthood = add_days(adult_on, -89);
    CHECK_FALSE(due_by(due(facts, CaseState::active, 2028y / 1 / 1, watch), "duty.talk_of_adulthood").has_value());
    CHECK_FALSE(due_by(due(facts, CaseState::active, adult_on, {}), "duty.talk_of_adulthood").has_value());
    answer(facts, alex).as_adult = true;
    CHECK_FALSE(due_by(due(facts, CaseState::active, 2027y / 12 / 20, {}), "duty.talk_of_adulthood").has_value());
}

TEST_CASE("S0-16, settled-5 A refused extension is decided about within so many days of the refusal")
{
    const auto facts = a_consent();
    auto watch = quiet();
    watch.refused_on = 2027y / 1 / 10;
    const auto duties = due(facts, CaseState::closure_review, 2027y / 1 / 11, watch);
    CHECK(due_by(duties, "duty.decide_after_refusal") == 2027y / 1 / 17);
    CHECK(duties[0].requirement == &guideline::none_excluded);
    CHECK_FALSE(due_by(due(facts, CaseState::active, 2027y / 1 / 11, watch), "duty.decide_after_refusal").has_value());
    CHECK_FALSE(
        due_by(due(facts, CaseState::closure_review, 2027y / 1 / 11, quiet()), "duty.decide_after_refusal").has_value());
}

TEST_CASE("settled-6, S0-09 Custody and residence are looked up again after so many months; who has moved is decided about")
{
    const auto facts = a_consent();
    auto watch = quiet();
    watch.checked_on = 2026y / 11 / 18;
    CHECK(due_by(due(facts, CaseState::active, first_day, watch), "duty.look_up_circumstances") == 2027y / 5 / 18);
    watch.recheck_months = 3;
    CHECK(due_by(due(facts, CaseState::suspended, first_day, watch), "duty.look_up_circumstances") == 2027y / 2 / 18);
    watch.lives_here = false;
    const auto duties = due(facts, CaseState::active, first_day, watch);
    CHECK(due_by(duties, "duty.moved_away") == 2026y / 11 / 25);
    CHECK_FALSE(due_by(duties, "duty.look_up_circumstances").has_value());
    CHECK_FALSE(due_by(due(facts, CaseState::closed, first_day, watch), "duty.moved_away").has_value());
}

TEST_CASE("edge-4.3 A hindrance is looked at again on its last day")
{
    auto facts = a_consent();
    facts.signatories[2].hindered = {{first_day, 2026y / 12 / 18}};
    const auto duties = due(facts, CaseState::active, first_day, quiet());
    CHECK(due_by(duties, "duty.look_at_hindrance") == 2026y / 12 / 18);
    CHECK(duties.back().number == 3);
    CHECK(duties.back().requirement == &guideline::hindrance_reviewed);
    CHECK(due_by(due(facts, CaseState::active, 2026y / 12 / 18, quiet()), "duty.look_at_hindrance").has_value());
    CHECK_FALSE(due_by(due(facts, CaseState::active, 2026y / 12 / 19, quiet()), "duty.look_at_hindrance").has_value());
    CHECK_FALSE(due_by(due(facts, CaseState::active, 2026y / 11 / 17, quiet()), "duty.look_at_hindrance").has_value());
    // From the 18th birthday nobody waits for a guardian.
    facts.signatories[2].hindered = {{add_days(adult_on, -10), add_days(adult_on, 10)}};
    CHECK(due_by(due(facts, CaseState::suspended, add_days(adult_on, -1), quiet()), "duty.look_at_hindrance").has_value());
    CHECK_FALSE(due_by(due(facts, CaseState::suspended, adult_on, quiet()), "duty.look_at_hindrance").has_value());
    facts.signatories[2].hindered = {{first_day, 2026y / 12 / 18}};
    facts.signatories[2].ended_on = first_day;
    CHECK_FALSE(due_by(due(facts, CaseState::active, first_day, quiet()), "duty.look_at_hindrance").has_value());
}

TEST_CASE("S1-13, S0-18 Everybody is contacted in time, by an approved collector no later than the approval lasts")
{
    auto watch = quiet();
    watch.asking_since = first_day;
    auto duties = due(nobody_asked(), CaseState::consent_pending, first_day, watch);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::talked_before_asked);
    CHECK(duties[0].last_day == add_days(first_day, 14));
    watch.collector = id<PersonId>(7);
    watch.approved_until = add_days(first_day, 10);
    duties = due(nobody_asked(), CaseState::consent_pending, first_day, watch);
    REQUIRE(duties.size() == 2);
    CHECK(duties[1].person == id<PersonId>(7));
    CHECK(duties[1].last_day == add_days(first_day, 10));
    watch.approved_until = add_days(first_day, 60);
    CHECK(due(nobody_asked(), CaseState::consent_pending, first_day, watch)[1].last_day == add_days(first_day, 14));
    CHECK_FALSE(due_by(due(a_consent(), CaseState::forming, first_day, watch), "duty.contact_signatories").has_value());
}

TEST_CASE("S1-40, S3-07 After the talks the answers are waited for, until all who must sign have given one")
{
    auto facts = a_consent();
    without(facts, per);
    auto duties = due(facts, CaseState::consent_pending, first_day, quiet());
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].what.name() == "duty.get_answers");
    CHECK(duties[0].requirement == &guideline::all_have_signed);
    CHECK(duties[0].last_day == add_days(first_day, 14));
    // The approved collector goes on with it.
    auto watch = quiet();
    watch.contact_days = 20;
    watch.collector = id<PersonId>(7);
    watch.approved_until = add_days(first_day, 60);
    duties = due(facts, CaseState::consent_pending, first_day, watch);
    REQUIRE(duties.size() == 2);
    CHECK(duties[1].what.name() == "duty.collect_consent");
    CHECK(duties[1].last_day == add_days(first_day, 20));
    // With a talk that is missing too, the talk's own day counts.
    watch.asking_since = add_days(first_day, -5);
    duties = due(facts, CaseState::consent_pending, first_day, watch);
    REQUIRE(duties.size() == 3);
    CHECK(due_by(duties, "duty.contact_signatories") == add_days(first_day, 15));
    CHECK(due_by(duties, "duty.get_answers") == add_days(first_day, 20));
    CHECK(due_by(duties, "duty.collect_consent") == add_days(first_day, 15));
    // Nobody waits for who is hindered, nor where all have answered or nothing has been asked.
    facts.signatories[2].hindered = {{first_day, last_day}};
    CHECK_FALSE(due_by(due(facts, CaseState::consent_pending, first_day, quiet()), "duty.get_answers").has_value());
    CHECK(due(a_consent(), CaseState::consent_pending, first_day, quiet()).empty());
    CHECK(due(nobody_asked(), CaseState::consent_pending, first_day, quiet()).empty());
}

TEST_CASE("settled-4 In every suspension somebody has to decide, also when no consent has ever held")
{
    auto watch = quiet();
    watch.suspended_on = 2027y / 1 / 10;
    const auto duties = due(nobody_asked(), CaseState::suspended, 2027y / 2 / 1, watch);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].last_day == 2027y / 1 / 17);
    CHECK(due(nobody_asked(), CaseState::suspended, 2027y / 2 / 1, quiet())[0].last_day == 2027y / 2 / 8);
}

TEST_CASE("settled-4 The decision after a withdrawal is due so many days after the first who stepped back")
{
    auto facts = a_consent();
    form(facts).withdrawals = {{per, 2027y / 1 / 9}, {eva, 2027y / 1 / 5}};
    const auto duties = due(facts, CaseState::suspended, 2027y / 1 / 9, quiet());
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::not_withdrawn);
    CHECK(duties[0].last_day == 2027y / 1 / 12);
}

TEST_CASE("settled-3, settled-4 What ended the consent first is what counts: the birthday, or a withdrawal before it")
{
    auto facts = a_consent(2027y / 12 / 1, 2028y / 5 / 31);
    form(facts).withdrawals = {{alex, add_days(adult_on, 3)}};
    auto stop = stopped(facts, add_days(adult_on, 5));
    REQUIRE(stop.has_value());
    CHECK(stop->on == adult_on);
    CHECK_FALSE(stop->by_withdrawal);
    form(facts).withdrawals = {{alex, adult_on}};
    CHECK_FALSE(stopped(facts, add_days(adult_on, 5))->by_withdrawal);
    form(facts).withdrawals = {{alex, add_days(adult_on, -1)}};
    stop = stopped(facts, add_days(adult_on, 5));
    CHECK(stop->on == add_days(adult_on, -1));
    CHECK(stop->by_withdrawal);
}

TEST_CASE("S0-23 A consent has held since it began anew after a gap, not since it first held")
{
    auto facts = a_consent();
    // A new guardian for ten days whose yes is missing: it holds, does not, and holds again.
    auto guest = Signatory{uncle, 4, SignatoryRole::guardian};
    guest.added_on = 2027y / 1 / 10;
    guest.ended_on = 2027y / 1 / 20;
    facts.signatories.push_back(guest);
    CHECK(in_force_since(facts, 2027y / 1 / 9) == first_day);
    CHECK_FALSE(in_force_since(facts, 2027y / 1 / 10).has_value());
    CHECK(in_force_since(facts, 2027y / 2 / 1) == 2027y / 1 / 20);
}

TEST_CASE("S0-23 When the consent has run out the decision is due so many days after the first day that was not covered")
{
    const auto facts = a_consent();
    for (const auto on : {next_day(last_day), add_days(last_day, 40)}) {
        const auto duties = due(facts, CaseState::suspended, on, quiet());
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].requirement == &guideline::consent_renewed);
        CHECK(duties[0].last_day == add_days(next_day(last_day), 7));
        CHECK(duties[0].path == "samtycken");
    }
}

TEST_CASE("settled-3 After the 18th birthday the decision is due so many days after it")
{
    auto facts = a_consent();
    facts.born = 2009y / 1 / 20;
    const auto duties = due(facts, CaseState::suspended, 2027y / 1 / 25, quiet());
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::consent_renewed);
    CHECK(duties[0].last_day == 2027y / 1 / 27);
}

TEST_CASE("settled-35 A new consent that holds is a case to resume, so many days after it was complete")
{
    auto facts = a_consent();
    form(facts).withdrawals = {{eva, 2027y / 1 / 5}};
    auto again = a_form(2, 2027y / 1 / 8, 2027y / 6 / 30);
    again.answers = {yes(alex, 2027y / 1 / 8), yes(eva, 2027y / 1 / 10), yes(per, 2027y / 1 / 9)};
    facts.consents.push_back(again);
    CHECK(due(facts, CaseState::suspended, 2027y / 1 / 9, quiet())[0].requirement == &guideline::not_withdrawn);
    for (const auto on : {2027y / 1 / 10, 2027y / 2 / 10}) {
        const auto duties = due(facts, CaseState::suspended, on, quiet());
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].requirement == &guideline::all_have_signed);
        CHECK(duties[0].last_day == 2027y / 1 / 17);
        CHECK(duties[0].path == "samtycken/ateruppta");
    }
}
