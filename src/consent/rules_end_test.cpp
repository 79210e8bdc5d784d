#include "consent/rules.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;
using access::ConsentState;

namespace {

/// The signatories of whom this requirement is unmet, by number.
std::string lacking(const guideline::Decision& decision, const guideline::Requirement& requirement)
{
    std::string all;
    for (const auto* finding : decision.missing())
        if (finding->requirement == &requirement) all += (all.empty() ? "" : " ") + finding->about;
    return all;
}

}  // namespace

TEST_CASE("settled-4 A withdrawal by any signatory ends it on its very day")
{
    for (const auto& who : {alex, eva, per}) {
        auto facts = a_consent();
        form(facts).withdrawals = {{who, 2027y / 1 / 5}};
        CHECK(state_on(facts, 2027y / 1 / 4) == ConsentState::valid);
        CHECK(state_on(facts, 2027y / 1 / 5) == ConsentState::ended);
        CHECK(state_on(facts, 2027y / 1 / 6) == ConsentState::ended);
        CHECK(holds(facts, facts.consents[0], 2027y / 1 / 5).lacks(guideline::not_withdrawn));
    }
}

TEST_CASE("settled-4 Withdrawn on the day it became complete: it has held, and has ended")
{
    auto facts = a_consent();
    form(facts).withdrawals = {{eva, first_day}};
    CHECK(state_on(facts, first_day) == ConsentState::ended);
}

TEST_CASE("settled-4 A yes that is taken back before the others have answered is a refusal")
{
    auto facts = a_consent();
    without(facts, per);
    form(facts).withdrawals = {{eva, 2026y / 11 / 20}};
    CHECK(state_on(facts, 2026y / 11 / 19) == ConsentState::pending);
    CHECK(state_on(facts, 2026y / 11 / 20) == ConsentState::refused);
    form(facts).answers.push_back(yes(per, 2026y / 11 / 21));
    CHECK(state_on(facts, 2026y / 11 / 21) == ConsentState::refused);
}

TEST_CASE("settled-4 What a former guardian withdrew stays withdrawn")
{
    auto facts = a_consent();
    form(facts).withdrawals = {{per, 2027y / 1 / 5}};
    facts.signatories[2].ended_on = 2027y / 1 / 10;
    CHECK(state_on(facts, 2027y / 1 / 11) == ConsentState::ended);
}

TEST_CASE("settled-3 On the 18th birthday sharing stops until the adult's own yes is there")
{
    auto facts = a_consent(2027y / 12 / 1, 2028y / 5 / 31);
    CHECK(valid(facts, 2028y / 3 / 13));
    const auto decision = holds(facts, facts.consents[0], adult_on);
    CHECK(lacking(decision, guideline::all_have_signed) == "1");  // guardians are out the same day
    CHECK(state_on(facts, adult_on) == ConsentState::ended);

    answer(facts, alex) = yes(alex, 2028y / 3 / 13);
    CHECK_FALSE(valid(facts, adult_on));  // the strict default: not signed as an adult
    answer(facts, alex) = yes(alex, adult_on);
    CHECK(valid(facts, adult_on));
    CHECK(valid(facts, 2028y / 3 / 15));
}

TEST_CASE("settled-3 From 18 the young person alone: a guardian's no or missing yes means nothing")
{
    auto facts = a_consent(adult_on, 2028y / 9 / 13);
    without(facts, eva);
    answer(facts, per) = no(per, adult_on);
    CHECK(valid(facts, adult_on));
    CHECK_FALSE(refused(facts, facts.consents[0], adult_on));
    CHECK(must_sign(facts.signatories[1], born, 2028y / 3 / 13));
    CHECK_FALSE(must_sign(facts.signatories[1], born, adult_on));
    CHECK(must_sign(facts.signatories[0], born, adult_on));
}

TEST_CASE("edge-4.39 Born on 29 February: of age on 28 February of a common year, so that the guardians' yes ends there")
{
    auto facts = a_consent(2026y / 1 / 1, 2026y / 12 / 31);
    facts.born = 2008y / 2 / 29;
    CHECK(valid(facts, 2026y / 2 / 27));
    CHECK_FALSE(valid(facts, 2026y / 2 / 28));
    CHECK_FALSE(valid(facts, 2026y / 3 / 1));
}

TEST_CASE("S0-23 A renewal that is not complete leaves the consent in force alone")
{
    auto facts = a_consent();
    auto renewal = a_form(2, 2027y / 5 / 1, 2027y / 10 / 31);
    renewal.answers = {yes(alex, 2027y / 4 / 10), no(per, 2027y / 4 / 10)};
    facts.consents.push_back(renewal);
    CHECK(in_force(facts, 2027y / 4 / 15)->number == 1);
    CHECK(state_on(facts, last_day) == ConsentState::valid);
    CHECK(state_on(facts, next_day(last_day)) == ConsentState::ended);
    CHECK(newest(facts)->number == 2);
}

TEST_CASE("S0-23 Of two consents that hold the newer one counts")
{
    auto facts = a_consent();
    auto renewal = a_form(2, 2027y / 4 / 1, 2027y / 9 / 30);
    renewal.agencies.insert(health);
    renewal.answers = {yes(alex, 2027y / 4 / 1), yes(eva, 2027y / 4 / 1), yes(per, 2027y / 4 / 1)};
    facts.consents.push_back(renewal);
    CHECK(in_force(facts, 2027y / 3 / 31)->number == 1);
    CHECK(in_force(facts, 2027y / 4 / 1)->number == 2);
    CHECK_FALSE(names(facts, health, 2027y / 3 / 31));
    CHECK(names(facts, health, 2027y / 4 / 1));
    CHECK(in_force(facts, 2027y / 10 / 1) == nullptr);
}

TEST_CASE("S0-23 A consent ends by itself on the day after its last day")
{
    const auto facts = a_consent();
    CHECK(ends_by_itself(facts, first_day) == next_day(last_day));
    CHECK(ends_by_itself(facts, last_day) == next_day(last_day));
    CHECK_FALSE(ends_by_itself(facts, next_day(last_day)).has_value());
    CHECK_FALSE(ends_by_itself(facts, 2026y / 11 / 17).has_value());
}

TEST_CASE("settled-3 A consent over the 18th birthday ends by itself on it")
{
    auto facts = a_consent(2027y / 12 / 1, 2028y / 5 / 31);
    CHECK(ends_by_itself(facts, 2028y / 3 / 13) == adult_on);
    answer(facts, alex) = yes(alex, adult_on);
    CHECK(ends_by_itself(facts, adult_on) == 2028y / 6 / 1);
}

TEST_CASE("S0-23 A complete renewal moves the day on which sharing ends, unless there is a gap")
{
    auto facts = a_consent();
    auto renewal = a_form(2, 2027y / 5 / 1, 2027y / 10 / 31);
    renewal.answers = {yes(alex, 2027y / 4 / 10), yes(eva, 2027y / 4 / 10), yes(per, 2027y / 4 / 12)};
    facts.consents.push_back(renewal);
    CHECK(ends_by_itself(facts, 2027y / 4 / 12) == 2027y / 11 / 1);
    form(facts, 2).valid_from = 2027y / 5 / 2;
    CHECK(ends_by_itself(facts, 2027y / 4 / 12) == 2027y / 5 / 1);
}

TEST_CASE("settled-4 A signatory who leaves on a known day may end it: the last guardian of a minor")
{
    auto facts = a_consent();
    facts.signatories.pop_back();
    without(facts, per);
    facts.signatories[1].ended_on = 2027y / 2 / 1;
    CHECK(ends_by_itself(facts, 2027y / 1 / 1) == 2027y / 2 / 1);
}

TEST_CASE("S0-23 The next change is the end of what holds, and in a gap the beginning of what comes")
{
    auto facts = a_consent();
    CHECK(next_change(facts, first_day) == next_day(last_day));
    CHECK_FALSE(next_change(facts, next_day(last_day)).has_value());
    auto renewal = a_form(2, add_days(last_day, 10), add_days(last_day, 100));
    renewal.answers = {yes(alex, first_day), yes(eva, first_day), yes(per, first_day)};
    facts.consents.push_back(renewal);
    CHECK(next_change(facts, last_day) == next_day(last_day));
    CHECK(next_change(facts, next_day(last_day)) == add_days(last_day, 10));
    CHECK(next_change(facts, add_days(last_day, 10)) == add_days(last_day, 101));
}

TEST_CASE("settled-3 Signed for the time after the birthday in its last three months, the consent goes on over it")
{
    auto facts = a_consent(2027y / 12 / 14, 2028y / 5 / 31);
    answer(facts, alex).as_adult = true;
    CHECK(valid(facts, adult_on));
    CHECK(valid(facts, 2028y / 5 / 31));
    CHECK(ends_by_itself(facts, 2028y / 1 / 1) == 2028y / 6 / 1);
    answer(facts, alex).signed_on = 2027y / 12 / 13;
    form(facts).valid_from = 2027y / 12 / 13;
    CHECK(valid(facts, add_days(adult_on, -1)));
    CHECK_FALSE(valid(facts, adult_on));
}

TEST_CASE("edge-4.3 A hindered guardian is not asked for so long, and must sign from the day after")
{
    auto facts = a_consent();
    without(facts, per);
    CHECK_FALSE(valid(facts, first_day));
    facts.signatories[2].hindered = {{first_day, 2026y / 12 / 18}};
    CHECK(valid(facts, first_day));
    CHECK(valid(facts, 2026y / 12 / 18));
    CHECK_FALSE(valid(facts, 2026y / 12 / 19));
    CHECK(ends_by_itself(facts, first_day) == 2026y / 12 / 19);
    CHECK(must_sign(facts.signatories[2], born, 2026y / 11 / 17));
    // A minor whose guardians are all hindered has nobody to sign: the list is not complete.
    facts.signatories[1].hindered = {{first_day, 2026y / 12 / 18}};
    CHECK_FALSE(all_are_listed(facts, first_day));
    facts.signatories[0].hindered = {{first_day, 2026y / 12 / 18}};
    CHECK(must_sign(facts.signatories[0], born, first_day));
}

TEST_CASE("S0-22, edge-4.3 The no of somebody who is hindered is a no, and a withdrawal a withdrawal")
{
    auto facts = a_consent();
    without(facts, per);
    facts.signatories[2].hindered = {{first_day, 2026y / 12 / 18}};
    const auto& hindered = facts.signatories[2];
    CHECK(has_a_say(hindered, born, first_day));
    CHECK_FALSE(must_sign(hindered, born, first_day));
    CHECK(is_hindered(hindered, 2026y / 12 / 18));
    CHECK_FALSE(is_hindered(hindered, 2026y / 12 / 19));
    REQUIRE(valid(facts, first_day));
    CHECK_FALSE(refused(facts, facts.consents[0], first_day));

    form(facts).answers.push_back(no(per, 2026y / 11 / 20));
    CHECK(valid(facts, 2026y / 11 / 19));  // until the day of the no
    CHECK(state_on(facts, 2026y / 11 / 20) == ConsentState::ended);
    CHECK(lacking(holds(facts, facts.consents[0], 2026y / 11 / 20), guideline::all_have_signed) == "3");
    CHECK_FALSE(refused(facts, facts.consents[0], 2026y / 11 / 19));
    CHECK(refused(facts, facts.consents[0], 2026y / 11 / 20));
    answer(facts, per).kind = AnswerKind::excludes_agency;
    CHECK(lacking(holds(facts, facts.consents[0], 2026y / 11 / 20), guideline::none_excluded) == "3");
    // Of somebody who is not listed any more, or of a guardian of an adult, it is nobody's.
    facts.signatories[2].ended_on = 2026y / 11 / 20;
    CHECK(valid(facts, 2026y / 11 / 20));
    CHECK_FALSE(has_a_say(facts.signatories[2], born, 2026y / 11 / 20));
    CHECK_FALSE(has_a_say(facts.signatories[1], born, adult_on));
    CHECK(has_a_say(facts.signatories[0], born, adult_on));

    facts = a_consent();
    facts.signatories[2].hindered = {{first_day, 2026y / 12 / 18}};
    form(facts).withdrawals = {{per, 2026y / 11 / 20}};
    CHECK(state_on(facts, 2026y / 11 / 20) == ConsentState::ended);
    CHECK(refused(facts, facts.consents[0], 2026y / 11 / 20));
}
