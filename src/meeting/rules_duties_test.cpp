#include "meeting/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "meeting/test_facts.h"

using namespace lots;
using namespace lots::meeting;
using namespace lots::meeting::test;
using access::CaseState;

namespace {

/// A case in the state, consent complete on 1 March, without meetings yet.
DutyFacts a_group(CaseState state) { return {state, 2026y / 3 / 1, {}, 7, 31, {}}; }

/// An individual meeting that was held and locked the same day.
Past a_past(int number, Date on)
{
    Past past{number, on, true, false, true, true};
    past.locked_on = on;
    return past;
}

const guideline::Duty* duty_of(const std::vector<guideline::Duty>& all, const guideline::Requirement& requirement)
{
    for (const auto& duty : all)
        if (duty.requirement == &requirement) return &duty;
    return nullptr;
}

}  // namespace

TEST_CASE("S4-41 The first meeting is held within the municipality's days from the complete consent")
{
    auto group = a_group(CaseState::forming);
    auto due = duties(group);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::first_meeting_soon);
    CHECK(due[0].last_day == Date(2026y / 3 / 8));
    CHECK(due[0].path == "kalla");

    group.meetings = {{1, 2026y / 3 / 8, false, false, false, false}};  // called in time: only to hold it is left
    due = duties(group);
    CHECK(duty_of(due, guideline::first_meeting_soon) == nullptr);
    REQUIRE(duty_of(due, guideline::next_meeting_set) != nullptr);
    CHECK(duty_of(due, guideline::next_meeting_set)->last_day == Date(2026y / 3 / 8));

    group.meetings = {{1, 2026y / 3 / 9, false, false, false, false}};  // a day too late
    CHECK(duty_of(duties(group), guideline::first_meeting_soon) != nullptr);
    group.meetings = {{1, 2026y / 3 / 5, false, true, false, false}};  // cancelled
    CHECK(duty_of(duties(group), guideline::first_meeting_soon) != nullptr);
}

TEST_CASE("edge-4.23 A meeting that did not count leaves the first meeting to be held")
{
    auto group = a_group(CaseState::planning);
    group.meetings = {{1, 2026y / 3 / 5, true, false, true, false}};
    CHECK(duty_of(duties(group), guideline::first_meeting_soon) != nullptr);
    group.meetings[0].counts = true;
    CHECK(duty_of(duties(group), guideline::first_meeting_soon) == nullptr);
}

TEST_CASE("S2-18 The next meeting is within the interval from the last one")
{
    auto group = a_group(CaseState::active);
    group.meetings = {{1, 2026y / 3 / 5, true, false, true, true}};
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::within_interval) != nullptr);
    CHECK(duty_of(due, guideline::within_interval)->last_day == Date(2026y / 4 / 5));

    group.meetings.push_back({2, 2026y / 4 / 5, false, false, false, false});
    CHECK(duty_of(duties(group), guideline::within_interval) == nullptr);
    group.meetings[1].on = 2026y / 4 / 6;
    CHECK(duty_of(duties(group), guideline::within_interval) != nullptr);
}

TEST_CASE("S2-18 A meeting that did not count is not the monthly one")
{
    auto group = a_group(CaseState::active);
    group.meetings = {{1, 2026y / 3 / 5, true, false, true, true}, {2, 2026y / 3 / 20, true, false, true, false}};
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::within_interval) != nullptr);
    CHECK(duty_of(due, guideline::within_interval)->last_day == Date(2026y / 4 / 5));
}

TEST_CASE("S1-17 The minutes of a held meeting are locked within seven days")
{
    auto group = a_group(CaseState::active);
    group.meetings = {{4, 2026y / 3 / 5, true, false, false, false}};
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::minutes_written) != nullptr);
    CHECK(duty_of(due, guideline::minutes_written)->last_day == Date(2026y / 3 / 12));
    CHECK(duty_of(due, guideline::minutes_written)->path == "moten/4");
    group.meetings[0].locked = group.meetings[0].counts = true;
    CHECK(duty_of(duties(group), guideline::minutes_written) == nullptr);
}

TEST_CASE("settled-11 While a case rests or is over nobody has to hold meetings")
{
    for (const auto state : {CaseState::suspended, CaseState::closed, CaseState::consent_pending}) {
        auto group = a_group(state);
        group.meetings = {{1, 2026y / 3 / 5, true, false, false, false}};
        CHECK(duties(group).empty());
    }
    CHECK_FALSE(duties(a_group(CaseState::closure_review)).empty());
}

TEST_CASE("settled-28, settled-11 A call stands while meetings may be held, and is off when the case rests or has ended")
{
    for (const auto state : {CaseState::forming, CaseState::planning, CaseState::active, CaseState::closure_review})
        CHECK(call_stands(state).allowed());
    for (const auto state : {CaseState::suspended, CaseState::closed, CaseState::transferred})
        CHECK(call_stands(state).lacks(guideline::call_stands));
    CHECK(off_because(CaseState::suspended) == "case_suspended");
    CHECK(off_because(CaseState::closed) == "case_closed");
}

TEST_CASE("S0-08 A network meeting is not the monthly one: neither one that was held nor one that is called")
{
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5), {2, 2026y / 3 / 20, true}, {3, 2026y / 4 / 1}};
    group.meetings[1].individual = group.meetings[2].individual = false;
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::within_interval) != nullptr);
    CHECK(duty_of(due, guideline::within_interval)->last_day == Date(2026y / 4 / 5));
    group.meetings[1].individual = true;  // not locked yet: taken to count
    CHECK(duty_of(duties(group), guideline::within_interval)->last_day == Date(2026y / 4 / 20));
}

TEST_CASE("S1-14 When the consent ends first the duty says to renew it and then to call")
{
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5)};
    const auto what = [&] { return duty_of(duties(group), guideline::within_interval)->what; };
    CHECK(what() == MessageKey("duty.next_meeting"));
    group.consent_ends = 2026y / 4 / 6;  // the last day that can be called is the one it is due on
    CHECK(what() == MessageKey("duty.next_meeting"));
    group.consent_ends = 2026y / 4 / 5;
    CHECK(what() == MessageKey("duty.next_meeting_after_renewal"));
}

TEST_CASE("edge-4.25 A meeting that was broken off is replaced at once")
{
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5), {2, 2026y / 3 / 20, true, true}};
    CHECK(duty_of(duties(group), guideline::next_meeting_set) == nullptr);
    group.meetings[1].to_be_replaced = true;
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::next_meeting_set) != nullptr);
    CHECK(duty_of(due, guideline::next_meeting_set)->last_day == Date(2026y / 3 / 21));
    CHECK(duty_of(due, guideline::next_meeting_set)->number == 2);
    group.meetings.push_back({3, 2026y / 3 / 25});
    CHECK(duty_of(duties(group), guideline::next_meeting_set)->what == MessageKey("duty.hold_meeting"));
    group.meetings[2] = a_past(3, 2026y / 3 / 25);
    CHECK(duty_of(duties(group), guideline::next_meeting_set) == nullptr);
}

TEST_CASE("S4-20 Network meetings have an interval of their own, where the municipality has one")
{
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5)};
    CHECK(duty_of(duties(group), guideline::network_interval) == nullptr);
    group.network_interval_days = 31;
    REQUIRE(duty_of(duties(group), guideline::network_interval) != nullptr);
    CHECK(duty_of(duties(group), guideline::network_interval)->last_day == Date(2026y / 4 / 1));
    group.meetings.push_back({2, 2026y / 3 / 10, true});
    group.meetings.back().individual = false;
    CHECK(duty_of(duties(group), guideline::network_interval)->last_day == Date(2026y / 4 / 10));
    group.meetings.push_back({3, 2026y / 4 / 10});
    group.meetings.back().individual = false;
    CHECK(duty_of(duties(group), guideline::network_interval) == nullptr);
    group.meetings.back().on = 2026y / 4 / 11;
    CHECK(duty_of(duties(group), guideline::network_interval) != nullptr);
}

TEST_CASE("S0-73 Who was called for an absent agency reads the minutes within seven days of the lock")
{
    const auto person = numbered<PersonKind>(7);
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5)};
    CHECK(duty_of(duties(group), guideline::same_knowledge) == nullptr);
    group.meetings[0].unread = {{school, person}};
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::same_knowledge) != nullptr);
    CHECK(duty_of(due, guideline::same_knowledge)->last_day == Date(2026y / 3 / 12));
    CHECK(duty_of(due, guideline::same_knowledge)->person == person);
    CHECK(duty_of(due, guideline::same_knowledge)->path == "moten/1");
    group.meetings.push_back(a_past(2, 2026y / 3 / 20));  // what the group knows now stands in the newer minutes
    CHECK(duty_of(duties(group), guideline::same_knowledge) == nullptr);
}

TEST_CASE("S1-20 An agency that was absent twice in a row is taken up; one that came in between is not")
{
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5), a_past(2, 2026y / 3 / 12), a_past(3, 2026y / 3 / 19)};
    group.meetings[0].absent = group.meetings[2].absent = {school};
    group.meetings[1].attended = {school};
    CHECK(duty_of(duties(group), guideline::attendance_noted) == nullptr);
    group.meetings[1].attended.clear();  // not called to the second: the first and the third are in a row
    REQUIRE(duty_of(duties(group), guideline::attendance_noted) != nullptr);
    CHECK(duty_of(duties(group), guideline::attendance_noted)->agency == school);
    CHECK(duty_of(duties(group), guideline::attendance_noted)->last_day == Date(2026y / 3 / 26));
    group.meetings[2].locked = false;
    CHECK(duty_of(duties(group), guideline::attendance_noted) == nullptr);
}

TEST_CASE("S1-60 The police raise the closure question within seven days of a new suspicion")
{
    const auto officer = numbered<PersonKind>(5);
    auto group = a_group(CaseState::active);
    group.meetings = {a_past(1, 2026y / 3 / 5)};
    group.suspicions = {{1, 2026y / 3 / 10, officer, false}};
    const auto due = duties(group);
    REQUIRE(duty_of(due, guideline::closure_question_asked) != nullptr);
    CHECK(duty_of(due, guideline::closure_question_asked)->last_day == Date(2026y / 3 / 17));
    CHECK(duty_of(due, guideline::closure_question_asked)->person == officer);
    group.suspicions[0].officer.reset();  // has left
    group.coordinator = numbered<PersonKind>(6);
    const auto of_leader = duties(group);
    REQUIRE(duty_of(of_leader, guideline::closure_question_asked) != nullptr);
    CHECK(duty_of(of_leader, guideline::closure_question_asked)->person == group.coordinator);
    group.suspicions[0].taken_up = true;
    CHECK(duty_of(duties(group), guideline::closure_question_asked) == nullptr);
    group.suspicions[0].taken_up = false;
    group.state = CaseState::closure_review;  // it is asked already
    CHECK(duty_of(duties(group), guideline::closure_question_asked) == nullptr);
}
