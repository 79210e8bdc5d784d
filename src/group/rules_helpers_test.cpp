#include <doctest/doctest.h>

#include "group/rules.h"
#include "group/rules_duties.h"
#include "group/rules_helpers.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::group;

namespace {

SignatoryId signatory(std::uint8_t mark)
{
    SignatoryId id;
    id.value[0] = mark;
    return id;
}
const SignatoryId youth = signatory(1), mother = signatory(2);

constexpr Date first{2026y / 3 / 1}, last{2026y / 8 / 31}, on{2026y / 5 / 10};

/// A complete consent of a child with one guardian.
consent::Facts a_consent()
{
    consent::Facts facts;
    facts.born = 2011y / 2 / 2;
    facts.signatories = {{youth, 1, consent::SignatoryRole::youth}, {mother, 2, consent::SignatoryRole::guardian}};
    AgencyId social_services;
    social_services.value[0] = 1;
    facts.concerned = {social_services};
    consent::Consent consent;
    consent.number = 1;
    consent.valid_from = first;
    consent.last_day = last;
    consent.agencies = consent.concerned = facts.concerned;
    consent.answers = {{youth, consent::AnswerKind::yes, first, true, true}, {mother, consent::AnswerKind::yes, first, true, true}};
    facts.consents.push_back(consent);
    return facts;
}

/// A coach whom the young person wished, whom both said yes to, whom social services accepted for May, and who has signed.
HelperFacts a_coach()
{
    HelperFacts coach;
    coach.wished = true;
    coach.yes = {youth, mother};
    coach.suitable = true;
    coach.from_day = 2026y / 5 / 1;
    coach.last_day = 2026y / 5 / 31;
    coach.reservation_signed_on = 2026y / 5 / 2;
    return coach;
}

}  // namespace

TEST_CASE("S1-34 A private person comes by the young person's own wish")
{
    CHECK(may_accept_helper(a_consent(), a_coach(), on).allowed());
    auto coach = a_coach();
    coach.wished = false;
    CHECK(may_accept_helper(a_consent(), coach, on).lacks(guideline::youth_wishes_helper));
    CHECK_FALSE(may_accept_helper(a_consent(), coach, on).allowed());
    CHECK_FALSE(helper_takes_part(a_consent(), coach, on).allowed());
}

TEST_CASE("S4-15, edge-4.26 Nobody comes nearer while the case rests, also when a new consent holds, and nobody without one")
{
    CHECK(may_come_nearer(a_consent(), on, false).allowed());
    CHECK(may_come_nearer(a_consent(), last, false).allowed());
    CHECK(may_come_nearer(a_consent(), on, true).lacks(guideline::within_term));
    CHECK(may_come_nearer(a_consent(), next_day(last), false).lacks(guideline::within_term));
    CHECK(may_accept_helper(a_consent(), a_coach(), on, true).lacks(guideline::within_term));
}

TEST_CASE("settled-2 Each who signs says yes to this person alone, and a no is only about the person")
{
    auto coach = a_coach();
    coach.yes = {youth};
    coach.no = {mother};
    const auto decision = may_accept_helper(a_consent(), coach, on);
    REQUIRE(decision.missing().size() == 1);
    CHECK(decision.missing()[0]->requirement == &guideline::each_says_yes_to_helper);
    CHECK(decision.missing()[0]->about == "2");
    CHECK(decision.missing()[0]->who_can == guideline::Actor::guardian);
    CHECK_FALSE(helper_takes_part(a_consent(), coach, on).allowed());
    CHECK(consent::in_force(a_consent(), on) != nullptr);  // the consent stands as it did

    coach.yes = {mother};
    coach.no = {youth};
    const auto not_wanted = may_accept_helper(a_consent(), coach, on);
    REQUIRE(not_wanted.missing().size() == 1);
    CHECK(not_wanted.missing()[0]->who_can == guideline::Actor::youth);
    // From the 18th birthday on nobody asks a guardian.
    auto adult = a_consent();
    adult.born = 2008y / 5 / 10;
    coach.yes = {youth};
    CHECK_FALSE(may_accept_helper(adult, coach, on).lacks(guideline::each_says_yes_to_helper));
    CHECK(may_accept_helper(adult, coach, add_days(on, -1)).lacks(guideline::each_says_yes_to_helper));
}

TEST_CASE("S4-15 Nobody comes to a case whose consent does not hold, or that rests")
{
    CHECK(may_accept_helper(a_consent(), a_coach(), last).allowed());
    CHECK(may_accept_helper(a_consent(), a_coach(), next_day(last)).lacks(guideline::within_term));
    CHECK(may_accept_helper(a_consent(), a_coach(), on, true).lacks(guideline::within_term));
}

TEST_CASE("S1-35 Social services judge the person suitable, for a task from a day to a day, both included")
{
    const auto takes_part = [](const HelperFacts& coach, Date day) { return helper_takes_part(a_consent(), coach, day); };
    CHECK(takes_part(a_coach(), on).allowed());
    CHECK(takes_part(a_coach(), 2026y / 5 / 31).allowed());
    CHECK(takes_part(a_coach(), 2026y / 6 / 1).lacks(guideline::helper_suitable));
    CHECK(takes_part(a_coach(), 2026y / 4 / 30).lacks(guideline::helper_suitable));
    auto coach = a_coach();
    coach.suitable = false;
    CHECK(takes_part(coach, on).lacks(guideline::helper_suitable));
    coach.suitable.reset();
    CHECK(takes_part(coach, on).lacks(guideline::helper_suitable));
    coach = a_coach();
    coach.ended = true;
    CHECK(takes_part(coach, on).lacks(guideline::helper_suitable));
    CHECK_FALSE(takes_part(coach, on).allowed());
}

TEST_CASE("edge-4.28 Who is no agency signs a reservation before reading anything")
{
    auto coach = a_coach();
    coach.from_day = 2026y / 5 / 1;
    CHECK(helper_takes_part(a_consent(), coach, 2026y / 5 / 1).lacks(guideline::reservation_signed));
    CHECK(helper_takes_part(a_consent(), coach, 2026y / 5 / 2).allowed());
    coach.reservation_signed_on.reset();
    CHECK(helper_takes_part(a_consent(), coach, on).lacks(guideline::reservation_signed));
    CHECK_FALSE(helper_takes_part(a_consent(), coach, on).allowed());
}

TEST_CASE("edge-4.28 A duty of secrecy of one's own does instead of the reservation, from the day on which it is told")
{
    auto coach = a_coach();
    coach.reservation_signed_on.reset();
    CHECK_FALSE(is_bound(coach));
    coach.own_secrecy_on = 2026y / 5 / 10;
    CHECK(is_bound(coach));
    CHECK(helper_takes_part(a_consent(), coach, 2026y / 5 / 9).lacks(guideline::reservation_signed));
    CHECK(helper_takes_part(a_consent(), coach, 2026y / 5 / 10).allowed());
}

TEST_CASE("S1-35 Who can come along next: from a day on, the task's first and last day and the consent's last included")
{
    const auto next = [](const HelperFacts& coach, Date from) { return comes_along_next(a_consent(), coach, from); };
    const Date first_bound{2026y / 5 / 2}, last_of_task{2026y / 5 / 31};
    CHECK(next(a_coach(), 2026y / 4 / 1) == first_bound);  // the task begins the day before the reservation
    CHECK(next(a_coach(), on) == on);
    CHECK(next(a_coach(), last_of_task) == last_of_task);
    CHECK_FALSE(next(a_coach(), 2026y / 6 / 1).has_value());
    auto coach = a_coach();
    coach.last_day = add_days(last, 100);
    CHECK(next(coach, last) == last);
    CHECK_FALSE(next(coach, next_day(last)).has_value());
    coach.from_day = next_day(last);
    CHECK_FALSE(next(coach, on).has_value());
    coach = a_coach();
    coach.reservation_signed_on.reset();
    CHECK_FALSE(next(coach, on).has_value());
    coach = a_coach();
    coach.ended = true;
    CHECK_FALSE(next(coach, on).has_value());
    coach = a_coach();
    coach.yes = {youth};
    coach.no = {mother};
    CHECK_FALSE(next(coach, on).has_value());
}

TEST_CASE("edge-4.26 The young person is told within the days who left and who stands in")
{
    PersonId mia;
    mia.value[0] = 4;
    CHECK(duties_of(DutyFacts{{}, mia, 7}).empty());
    const auto duties = duties_of(DutyFacts{{2026y / 5 / 12, 2026y / 5 / 10}, mia, 7});
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::youth_told_of_change);
    CHECK(duties[0].last_day == Date{2026y / 5 / 17});
    CHECK(duties[0].person == mia);
    CHECK(duties[0].path == "deltagare/berattat");
}

TEST_CASE("S1-72 A deputy stands in for a coordinator who is there, also while the case rests")
{
    const auto consent = a_consent();
    const Candidate amir{*consent.concerned.begin(), "Semester"};
    CHECK(may_deputise(consent, amir, on, false, 1).allowed());
    CHECK(may_deputise(consent, amir, on, false, 0).lacks(guideline::one_coordinator));
    CHECK(may_deputise(consent, amir, next_day(last), true, 1).allowed());
    CHECK(may_deputise(consent, amir, next_day(last), false, 1).lacks(guideline::consent_names_agency));
    CHECK(may_deputise(consent, {amir.agency, ""}, on, false, 1).lacks(guideline::reason_for_member));
}
