#include "meeting/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "meeting/test_facts.h"

using namespace lots;
using namespace lots::meeting;
using namespace lots::meeting::test;

namespace {

/// A meeting in March at which everything was done and the next one is booked.
Held a_meeting()
{
    Held held;
    held.consent = a_consent();
    held.on = 2026y / 3 / 10;
    held.lines = {{1, "social_services", Presence::present}, {2, "police", Presence::present}, {3, "school", Presence::absent},
                  {4, "youth", Presence::present}, {5, "guardian", Presence::digital}};
    held.open_commitments = {1, 2};
    held.followed_up = {1, 2};
    held.minutes_written = held.consent_asked_about = held.police_role_told = true;
    held.closure_question = "continue";
    held.next_meeting = 2026y / 4 / 7;
    return held;
}

}  // namespace

TEST_CASE("settled-11 A meeting is noted from its start until it is locked or cancelled")
{
    CHECK(may_note(true, false, false).allowed());
    CHECK(may_note(false, false, false).lacks(guideline::meeting_open));
    CHECK(may_note(true, true, false).lacks(guideline::meeting_open));
    CHECK(may_note(true, false, true).lacks(guideline::meeting_open));
}

TEST_CASE("S0-52 An individual meeting has the young person, social services and the police")
{
    CHECK(counts_as_individual(a_meeting().lines));
    for (const std::size_t absent : {0U, 1U, 3U}) {
        auto lines = a_meeting().lines;
        lines[absent].presence = Presence::absent;
        CHECK_FALSE(counts_as_individual(lines));
        lines[absent].presence.reset();
        CHECK_FALSE(counts_as_individual(lines));
        lines[absent].presence = Presence::digital;
        CHECK(counts_as_individual(lines));
    }
}

TEST_CASE("edge-4.23 A substitute stands for the agency; nobody stands for the young person")
{
    auto lines = a_meeting().lines;
    lines[0].presence = lines[1].presence = Presence::substitute;
    CHECK(counts_as_individual(lines));
    lines[3].presence = Presence::substitute;
    CHECK_FALSE(counts_as_individual(lines));
}

TEST_CASE("S0-32 The minutes are not locked while an open commitment has no line")
{
    CHECK(may_lock(a_meeting()).allowed());
    auto held = a_meeting();
    held.followed_up = {2};
    CHECK(missing_about(may_lock(held), guideline::every_commitment_followed_up) == About{"1"});
}

TEST_CASE("S1-71 What the minutes say was decided is also written down with why, how, who and what")
{
    auto held = a_meeting();
    CHECK_FALSE(may_lock(held).lacks(guideline::four_fields));  // nothing was decided
    held.decisions_told = true;
    CHECK(missing_about(may_lock(held), guideline::four_fields) == About{"decisions"});
    held.decisions_documented = true;
    CHECK(may_lock(held).allowed());
}

TEST_CASE("S1-17 A held meeting has minutes")
{
    auto held = a_meeting();
    held.minutes_written = false;
    CHECK(may_lock(held).lacks(guideline::minutes_written));
}

TEST_CASE("S1-20 It is noted for everybody who was called how they took part")
{
    auto held = a_meeting();
    held.lines[2].presence.reset();
    CHECK(missing_about(may_lock(held), guideline::attendance_noted) == About{"3"});
}

TEST_CASE("S4-15 A meeting on a day that the consent does not cover is not locked")
{
    auto held = a_meeting();
    held.on = 2026y / 7 / 1;
    held.next_meeting = 2026y / 7 / 20;
    CHECK(missing_about(may_lock(held), guideline::within_term) == About{""});
}

TEST_CASE("S1-17 A withdrawal later on the meeting's day leaves its minutes to be locked; one the day before does not")
{
    auto held = a_meeting();
    held.consent.consents[0].withdrawals.push_back({mother, held.on});
    CHECK(may_lock(held).allowed());
    held.consent.consents[0].withdrawals[0].withdrawn_on = add_days(held.on, -1);
    CHECK(may_lock(held).lacks(guideline::within_term));
}

TEST_CASE("S4-15 The group asks at the meeting whether the consent still holds")
{
    auto held = a_meeting();
    held.consent_asked_about = false;
    CHECK(missing_about(may_lock(held), guideline::within_term) == About{"asked"});
}

TEST_CASE("S0-55 The police's two roles are told at the first meeting with the young person")
{
    auto held = a_meeting();
    held.police_role_told = false;
    CHECK(may_lock(held).lacks(guideline::two_roles_told));
    for (const std::size_t missing : {1U, 3U}) {  // without the police nobody tells it, without the young person nobody is told
        auto without = held;
        without.lines[missing].presence = Presence::absent;
        CHECK(may_lock(without).allowed());
    }
}

TEST_CASE("S1-60 Every meeting asks whether the group should go on")
{
    auto held = a_meeting();
    for (const auto* said : {"not_asked", ""}) {
        held.closure_question = said;
        CHECK(may_lock(held).lacks(guideline::closure_question_asked));
    }
    held.closure_question = "consider_closure";
    CHECK(may_lock(held).allowed());
}

TEST_CASE("S1-14 The next meeting is booked, or closure is considered")
{
    auto held = a_meeting();
    held.next_meeting.reset();
    CHECK(may_lock(held).lacks(guideline::next_meeting_set));
    held.closure_question = "consider_closure";
    CHECK(may_lock(held).allowed());
    held.closure_question = "continue";
    held.closure_considered = true;
    CHECK(may_lock(held).allowed());
}

TEST_CASE("S1-14 When the consent ends before the next meeting is due, none has to be booked: the renewal comes first")
{
    auto held = a_meeting();
    held.next_meeting.reset();
    held.on = 2026y / 5 / 30;  // the consent's last day is 30 June: 32 days until it has ended
    CHECK(may_lock(held).lacks(guideline::next_meeting_set));
    held.on = 2026y / 5 / 31;
    CHECK_FALSE(may_lock(held).lacks(guideline::next_meeting_set));
}

TEST_CASE("S2-18 A next meeting after the interval asks for a reason, and does not stop the minutes")
{
    auto held = a_meeting();
    held.next_meeting = 2026y / 4 / 10;  // 31 days
    const auto in_time = may_lock(held);
    CHECK(in_time.to_justify().empty());
    held.next_meeting = 2026y / 4 / 11;
    const auto late = may_lock(held);
    CHECK(late.allowed());
    REQUIRE(late.to_justify().size() == 1);
    CHECK(late.to_justify()[0]->requirement == &guideline::within_interval);
}

TEST_CASE("S1-17 Minutes are whole when they say who may hear what, what was talked about and what the young person thinks")
{
    CHECK(minutes_are_whole("Alla", "Skolan", "Bra"));
    CHECK_FALSE(minutes_are_whole("", "Skolan", "Bra"));
    CHECK_FALSE(minutes_are_whole("Alla", "", "Bra"));
    CHECK_FALSE(minutes_are_whole("Alla", "Skolan", ""));
}
