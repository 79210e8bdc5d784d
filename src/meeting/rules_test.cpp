#include "meeting/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::meeting;
using access::CaseState;
using consent::SignatoryRole;

namespace {

template <class Kind>
Id<Kind> numbered(std::uint8_t number)
{
    Id<Kind> id;
    id.value[0] = number;
    return id;
}
const auto social_services = numbered<AgencyKind>(1);
const auto police = numbered<AgencyKind>(2);
const auto school = numbered<AgencyKind>(3);
const auto youth = numbered<SignatoryKind>(1);
const auto mother = numbered<SignatoryKind>(2);
const auto father = numbered<SignatoryKind>(3);

const CalledAgency from_social_services{social_services, "socialtjansten", "social_services"};
const CalledAgency from_police{police, "polisen", "police"};
const CalledAgency from_school{school, "skolan", "school"};

/// A consent from 1 January to 30 June 2026 between three agencies, of a young person who turns 18 on 1 May 2027.
consent::Facts a_consent()
{
    consent::Facts facts;
    facts.born = 2009y / 5 / 1;
    facts.signatories = {{youth, 1, SignatoryRole::youth, {}}, {mother, 2, SignatoryRole::guardian, {}}, {father, 3, SignatoryRole::guardian, {}}};
    facts.concerned = {social_services, police, school};
    consent::Consent given{numbered<ConsentKind>(1), 1, 2026y / 1 / 1, 2026y / 6 / 30, facts.concerned, {}, {}};
    for (const auto& who : facts.signatories)
        given.answers.push_back({who.id, consent::AnswerKind::yes, 2026y / 1 / 1, true, true});
    given.concerned = facts.concerned;
    facts.consents = {given};
    return facts;
}

/// Everybody called to an individual meeting in March.
Call a_call()
{
    Call call;
    call.consent = a_consent();
    call.on = 2026y / 3 / 10;
    call.agencies = {from_social_services, from_police, from_school};
    call.codes = {{social_services, "socialtjansten"}, {police, "polisen"}, {school, "skolan"}};
    call.with_members = {social_services, police, school};
    call.signatories = {youth, mother, father};
    call.by_social_services = true;
    return call;
}

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

std::vector<std::string> missing_about(const guideline::Decision& decision, const guideline::Requirement& requirement)
{
    std::vector<std::string> all;
    for (const auto* finding : decision.missing())
        if (finding->requirement == &requirement) all.push_back(finding->about);
    return all;
}

using About = std::vector<std::string>;

}  // namespace

TEST_CASE("S4-15 The consent holds on the meeting's day, not only on the day it is called")
{
    CHECK(may_call(a_call()).allowed());
    auto call = a_call();
    call.on = 2026y / 6 / 30;  // the last day is covered
    CHECK(may_call(call).allowed());
    call.on = 2026y / 7 / 1;
    CHECK(may_call(call).lacks(guideline::within_term));
}

TEST_CASE("S4-15 A meeting on the day of the withdrawal is not covered any more")
{
    auto call = a_call();
    call.consent.consents[0].withdrawals.push_back({mother, 2026y / 3 / 11});
    CHECK(may_call(call).allowed());
    call.on = 2026y / 3 / 11;
    CHECK(may_call(call).lacks(guideline::within_term));
}

TEST_CASE("S0-13 Nobody is called from an agency that the consent does not name")
{
    auto call = a_call();
    const auto leisure = numbered<AgencyKind>(9);
    call.agencies.push_back({leisure, "fritid", "leisure"});
    CHECK(missing_about(may_call(call), guideline::consent_names_agency) == About{"fritid"});
}

TEST_CASE("S1-16 All concerned agencies are called")
{
    auto call = a_call();
    call.agencies.pop_back();
    CHECK(missing_about(may_call(call), guideline::all_called) == About{"skolan"});
    call.individual = false;  // a network meeting as well
    CHECK(missing_about(may_call(call), guideline::all_called) == About{"skolan"});
}

TEST_CASE("S0-24 A concerned agency that has nobody in the group stops no meeting, but it is said why they meet without it")
{
    auto call = a_call();
    const auto with_all = may_call(call);
    CHECK(with_all.to_justify().empty());
    call.agencies.pop_back();
    call.with_members.erase(school);
    const auto without = may_call(call);
    CHECK(without.allowed());
    REQUIRE(without.to_justify().size() == 1);
    CHECK(without.to_justify()[0]->requirement == &guideline::agencies_take_part);
    CHECK(without.to_justify()[0]->about == "skolan");
}

TEST_CASE("S0-54 Social services decide which agencies attend: they may leave one out, with a reason; nobody else may")
{
    auto call = a_call();
    call.agencies.pop_back();
    call.agency_reason_given = true;
    CHECK(may_call(call).allowed());
    call.by_social_services = false;
    CHECK(missing_about(may_call(call), guideline::agency_concerned) == About{"skolan"});
    for (const bool by_social_services : {true, false}) {
        call.by_social_services = by_social_services;
        call.agency_reason_given = false;
        CHECK(missing_about(may_call(call), guideline::all_called) == About{"skolan"});
    }
    // Somebody of the agencies that an individual meeting cannot do without is called, whatever the reason.
    call = a_call();
    std::erase_if(call.agencies, [](const CalledAgency& agency) { return agency.id == police; });
    call.agency_reason_given = true;
    CHECK(may_call(call).lacks(guideline::social_services_and_police));
}

TEST_CASE("settled-5 An agency that became concerned after the consent was given is not called, and does not stop the meeting")
{
    auto call = a_call();
    call.consent.concerned.insert(numbered<AgencyKind>(7));
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-08 The young person is called to an individual meeting")
{
    auto call = a_call();
    call.signatories = {mother, father};
    CHECK(may_call(call).lacks(guideline::youth_and_agencies_meet));
    call.individual = false;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-52 Social services and the police are called to an individual meeting")
{
    for (const auto& missing : {social_services, police}) {
        auto call = a_call();
        std::erase_if(call.agencies, [&](const CalledAgency& agency) { return agency.id == missing; });
        CHECK(may_call(call).lacks(guideline::social_services_and_police));
    }
}

TEST_CASE("S0-53 Guardians of somebody under 18 are called, or it is said why not")
{
    auto call = a_call();
    call.signatories = {youth, mother};
    CHECK(missing_about(may_call(call), guideline::guardians_invited) == About{"3"});
    call.with_reason = {father};
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-53 The reason is each guardian's own, and a network meeting asks for none")
{
    auto call = a_call();
    call.signatories = {youth};
    call.with_reason = {father};
    CHECK(missing_about(may_call(call), guideline::guardians_invited) == About{"2"});
    call.individual = false;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-27 A new suspicion is told by the police, or on their behalf by who holds the meeting")
{
    CHECK(may_tell_suspicion(true, false).allowed());
    CHECK(may_tell_suspicion(false, true).allowed());
    CHECK(may_tell_suspicion(false, false).lacks(guideline::suspicion_by_police));
}

TEST_CASE("S0-53 A guardian whose custody has ended is not asked for")
{
    auto call = a_call();
    call.signatories = {youth, mother};
    call.consent.signatories[2].ended_on = 2026y / 3 / 10;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-53 From the 18th birthday on guardians are not called as such")
{
    auto call = a_call();
    call.consent.born = 2008y / 3 / 10;  // 18 on the day of the meeting, and signed anew as an adult
    call.consent.consents[0].answers[0].signed_on = 2026y / 3 / 10;
    call.signatories = {youth};
    CHECK(may_call(call).allowed());
    CHECK_FALSE(may_call(call).lacks(guideline::guardians_invited));
    call.on = 2026y / 3 / 9;  // the day before a minor
    CHECK(may_call(call).lacks(guideline::guardians_invited));
}

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
