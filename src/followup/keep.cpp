#include "followup/keep.h"

#include <algorithm>

#include "cases/record.h"
#include "followup/rules.h"
#include "meeting/words.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::followup {

namespace {

Dropped what_is_left(const access::CasePermit& permit, const plan::Commitment& commitment)
{
    Dropped dropped{commitment.in_force().owner, commitment.in_force().agency_kind == "police"};
    for (const auto& other : plan::commitments(permit)) {
        if (other.id == commitment.id || !other.decided || other.status == plan::Status::cancelled) continue;
        dropped.other_of_youth = dropped.other_of_youth || other.in_force().owner == plan::Owner::youth;
        dropped.other_of_police = dropped.other_of_police || other.in_force().agency_kind == "police";
    }
    return dropped;
}

}  // namespace

std::vector<plan::Commitment> commitments_at(const meeting::AtMeeting& at)
{
    const auto lines = meeting::follow_up_lines(at.permit, at.meeting);
    const auto were_open = plan::open_when(at.permit, *at.meeting.starts_at);
    auto all = plan::commitments(at.permit);
    std::erase_if(all, [&](const plan::Commitment& one) {
        if (!one.decided) return true;
        const bool said = std::ranges::find(lines, one.id, &meeting::FollowUpLine::commitment) != lines.end();
        return !one.open() && !said && std::ranges::find(were_open, one.number) == were_open.end();
    });
    return all;
}

std::optional<plan::Commitment> commitment_at(const meeting::AtMeeting& at, const std::string& number)
{
    for (auto& one : commitments_at(at))
        if (std::to_string(one.number) == number) return std::move(one);
    return std::nullopt;
}

std::optional<meeting::FollowUpLine> line_of(const meeting::AtMeeting& at, const plan::Commitment& commitment)
{
    for (auto& line : meeting::follow_up_lines(at.permit, at.meeting))
        if (line.commitment == commitment.id) return std::move(line);
    return std::nullopt;
}

std::optional<Error> keep_follow_up(const meeting::AtMeeting& at, const plan::Commitment& commitment, const FollowUp& input,
                                    const std::string& row)
{
    auto& work = at.permit.work();
    const auto said_before = line_of(at, commitment);
    if (const int now = said_before ? said_before->seq : 0; now != input.seq_seen) {
        Conflict conflict{input.seq_seen, now, "", "", {}};
        if (said_before) {
            conflict.theirs = said_before->text;
            conflict.changed_by = organisation::person_name(work, said_before->made_by);
            conflict.changed_at = said_before->made_at;
        }
        return Error{std::move(conflict)};
    }
    const auto status = plan::status_of(input.status);
    const auto on = local_day(*at.meeting.starts_at);
    const auto decision = takes_up_what_is_late(commitment.in_force().owner, status, commitment.last_day(), input.new_last_day, on);
    if (auto no = work.unmet(decision)) {
        std::get<Refused>(no->what).mended_at.push_back({"new_last_day" + row, "followup.new_day_needed", {}});
        return no;
    }

    if (status == plan::Status::cancelled)
        if (auto no = work.unmet(may_drop(what_is_left(at.permit, commitment)))) return no;

    meeting::add_follow_up_line(at.permit, at.meeting, commitment.id, input.status, input.text, input.new_last_day);
    plan::NewStatus said;
    said.status = status;
    said.needs_help = input.needs_help;
    said.note = input.text;
    said.new_last_day = input.new_last_day;
    said.meeting = at.meeting.id;
    // The coordinator writes down what the group says, on behalf of the one who promised.
    said.on_behalf_of = plan::name(commitment.in_force().owner);
    plan::add_status(at.permit, commitment.id, said);
    const bool drops = status == plan::Status::cancelled && commitment.status != plan::Status::cancelled;
    if (drops)
        cases::add_step_decision(at.permit, "commitment_off",
                                 {input.text, {{"number", commitment.number}, {"meeting", at.meeting.number}}});
    return std::nullopt;
}

std::optional<web::Undo> undo_of(const meeting::AtMeeting& at, const plan::Commitment& before)
{
    const auto line = line_of(at, before);
    if (!line || line->status == plan::name(plan::Status::cancelled)) return std::nullopt;
    web::Undo undo{meeting::meeting_url(at.permit, at.meeting) / "uppfoljning" / std::to_string(before.number) / "angra", {}};
    undo.fields.push_back({"status", std::string(plan::name(before.status))});
    undo.fields.push_back({"last_day", iso(before.last_day())});
    if (before.needs_help) undo.fields.push_back({"needs_help", "yes"});
    undo.fields.push_back({"seq_seen", std::to_string(line->seq)});
    return undo;
}

}  // namespace lots::followup
