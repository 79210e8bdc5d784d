#include "meeting/load.h"

#include <algorithm>

#include "group/store.h"
#include "meeting/decisions.h"
#include "meeting/follow_up_lines.h"
#include "meeting/minutes_store.h"
#include "meeting/store.h"
#include "organisation/profile.h"
#include "plan/store.h"

namespace lots::meeting {

using access::CaseState;
using access::Operation;

Result<AtMeeting> at_meeting(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::hold_meeting>(work, case_number);
    if (!permit) return permit.error();
    auto found = meeting(*permit, number);
    if (!found) return not_found();
    return AtMeeting{std::move(*permit), std::move(*found)};
}

guideline::Decision note_decision(const Meeting& meeting)
{
    const bool begun = meeting.state == State::held || meeting.state == State::locked;
    return may_note(begun, meeting.cancelled_at.has_value(), meeting.locked_at.has_value());
}

bool can_be_cancelled(const access::CasePermit& permit, const Meeting& meeting)
{
    if (meeting.cancelled_at || meeting.locked_at) return false;
    const bool noted = std::ranges::any_of(meeting.invitations, [](const auto& one) { return !one.presence.empty(); });
    return !noted && !minutes(permit, meeting) && follow_up_lines(permit, meeting).empty();
}

bool can_be_broken_off(const Meeting& meeting) { return meeting.state == State::held; }

form::Options officers_of(const access::CasePermit& permit)
{
    form::Options options;
    for (const auto& member : group::members(permit))
        if (member.agency_kind == "police") options.push_back({std::to_string(member.number), member.name + ", " + member.agency_name, {}});
    return options;
}

std::vector<Line> lines_of(const Meeting& meeting)
{
    std::vector<Line> lines;
    for (const auto& one : meeting.invitations) {
        const auto kind = one.member            ? one.agency_kind
                          : one.helper          ? std::string("helper")
                          : one.role == "youth" ? std::string("youth")
                                                : std::string("guardian");
        lines.push_back({one.line, kind, presence_of(one.presence)});
    }
    return lines;
}

guideline::Decision lock_decision(const access::CasePermit& permit, const Meeting& meeting)
{
    Held held;
    held.consent = permit.facts().consent;
    held.on = local_day(*meeting.starts_at);
    held.lines = lines_of(meeting);
    // What was open when the meeting began; a promise that was decided afterwards was not there to follow up.
    held.open_commitments = plan::open_when(permit, *meeting.starts_at);
    for (const auto& line : follow_up_lines(permit, meeting)) held.followed_up.insert(line.commitment_number);
    const auto written = minutes(permit, meeting);
    held.minutes_written = written && minutes_are_whole(written->who_may_hear, written->text, written->youth_opinion);
    held.consent_asked_about = written && written->consent_checked;
    held.police_role_told = (written && written->police_role_told) || police_role_told_before(permit);
    held.closure_question = written ? written->closure_question : "";
    held.decisions_told = written && !written->decisions.empty();
    held.decisions_documented = !decisions(permit, meeting).empty();
    held.closure_considered = permit.facts().state == CaseState::closure_review;
    for (const auto& other : meetings(permit)) {
        // A network meeting about practical matters is not the next one with the young person (S0-08).
        if (other.kind != "individual" || other.cancelled_at || *other.starts_at <= *meeting.starts_at) continue;
        const auto day = local_day(*other.starts_at);
        if (!held.next_meeting || day < *held.next_meeting) held.next_meeting = day;
    }
    held.interval_days = organisation::profile_of(permit.work()).meeting_interval_days;

    auto decision = note_decision(meeting);
    decision.add(may_lock(held));
    return decision;
}

}  // namespace lots::meeting
