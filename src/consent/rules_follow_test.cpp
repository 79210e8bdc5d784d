#include "consent/rules_follow.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;
using access::CaseState;

namespace {

/// A form that waits: Alex and Eva have said yes, Per has not answered.
Facts one_is_missing()
{
    auto facts = nobody_asked();
    facts.consents.push_back(a_form(1, first_day, last_day));
    form(facts).answers = {yes(alex, first_day), yes(eva, first_day)};
    return facts;
}

constexpr Date asked_on = 2027y / 4 / 10;

/// The consent in force, and a renewal that Alex and Eva have signed.
Facts a_renewal()
{
    auto facts = a_consent();
    facts.consents.push_back(a_form(2, next_day(last_day), 2027y / 10 / 31));
    form(facts, 2).answers = {yes(alex, asked_on), yes(eva, asked_on)};
    return facts;
}

Answer leaves_out(const SignatoryId& who, const AgencyId& agency, Date on)
{
    auto answer = no(who, on);
    answer.kind = AnswerKind::excludes_agency;
    answer.excluded = agency;
    return answer;
}

}  // namespace

TEST_CASE("S0-22, T7 The last yes starts the group, and one before it waits for the others")
{
    auto facts = one_is_missing();
    CHECK(follows_of(facts, CaseState::consent_pending, yes(per, first_day), first_day) == Follows::starts);
    CHECK(still_asked(facts, yes(per, first_day), first_day).empty());
    without(facts, eva);
    CHECK(follows_of(facts, CaseState::consent_pending, yes(per, first_day), first_day) == Follows::waits);
    CHECK(still_asked(facts, yes(per, first_day), first_day) == std::vector{eva});
    CHECK(form(facts).answers.size() == 1);  // nothing is registered by asking
}

TEST_CASE("S0-15, S4-15 All have said yes and it waits all the same: for its first day, or for an agency that came to be "
          "concerned")
{
    auto facts = one_is_missing();
    form(facts).valid_from = next_day(first_day);
    CHECK(follows_of(facts, CaseState::consent_pending, yes(per, first_day), first_day) == Follows::waits);
    facts = one_is_missing();
    facts.concerned.insert(health);
    CHECK(follows_of(facts, CaseState::consent_pending, yes(per, first_day), first_day) == Follows::waits);
}

TEST_CASE("S0-16, S0-22, T8 Before the group has begun a no, or leaving out an agency, ends the case")
{
    const auto facts = one_is_missing();
    CHECK(follows_of(facts, CaseState::consent_pending, no(per, first_day), first_day) == Follows::ends_case);
    CHECK(follows_of(facts, CaseState::consent_pending, leaves_out(per, school, first_day), first_day) ==
          Follows::ends_case);
}

TEST_CASE("S0-23 The last yes to a renewal lets it take over on its first day; one before it waits")
{
    auto facts = a_renewal();
    CHECK(follows_of(facts, CaseState::active, yes(per, asked_on), asked_on) == Follows::takes_over);
    without(facts, eva, 2);
    CHECK(follows_of(facts, CaseState::active, yes(per, asked_on), asked_on) == Follows::waits);
}

TEST_CASE("S0-16, settled-5 Of a renewal a no leaves what holds alone; leaving out a concerned agency asks whether the "
          "group can go on")
{
    auto facts = a_renewal();
    CHECK(follows_of(facts, CaseState::active, no(per, asked_on), asked_on) == Follows::goes_on);
    CHECK(follows_of(facts, CaseState::active, leaves_out(per, school, asked_on), asked_on) == Follows::considered);
    // That question is asked already.
    CHECK(follows_of(facts, CaseState::closure_review, leaves_out(per, school, asked_on), asked_on) == Follows::goes_on);
    facts.concerned.erase(school);
    CHECK(follows_of(facts, CaseState::active, leaves_out(per, school, asked_on), asked_on) == Follows::goes_on);
}

TEST_CASE("T15 In a suspended case the last yes lets social services decide; a no leaves it as it is")
{
    auto facts = a_renewal();
    const auto begins = next_day(last_day);
    CHECK(follows_of(facts, CaseState::suspended, yes(per, begins), begins) == Follows::can_resume);
    CHECK(follows_of(facts, CaseState::suspended, no(per, begins), begins) == Follows::stays);
    without(facts, eva, 2);
    CHECK(follows_of(facts, CaseState::suspended, yes(per, begins), begins) == Follows::waits);
}

TEST_CASE("edge-4.3 The own answer ends a hindrance; of others who are hindered nothing is waited for")
{
    auto facts = one_is_missing();
    without(facts, eva);
    facts.signatories[1].hindered.push_back({first_day, last_day});
    CHECK(follows_of(facts, CaseState::consent_pending, yes(per, first_day), first_day) == Follows::starts);
    CHECK(still_asked(facts, yes(eva, first_day), first_day) == std::vector{per});
    CHECK(follows_of(facts, CaseState::consent_pending, no(eva, first_day), first_day) == Follows::ends_case);
}

TEST_CASE("S1-13 Without a form there is nothing to answer")
{
    const auto facts = nobody_asked();
    CHECK(follows_of(facts, CaseState::consent_pending, yes(alex, first_day), first_day) == Follows::waits);
    CHECK(still_asked(facts, yes(alex, first_day), first_day).empty());
}
