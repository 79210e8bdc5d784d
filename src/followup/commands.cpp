#include "followup/commands.h"

#include <algorithm>
#include <charconv>

#include "cases/page.h"
#include "cases/record.h"
#include "followup/forms.h"
#include "followup/rules.h"
#include "form/json_writer.h"
#include "meeting/follow_up_lines.h"
#include "meeting/load.h"
#include "meeting/words.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::followup {

using access::Operation;

namespace {

/// A commitment of the plan in force that the meeting goes through: open now, or already followed up at this very meeting.
std::optional<plan::Commitment> commitment_at(const meeting::AtMeeting& at, const std::string& number)
{
    int parsed = 0;
    const auto* end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, parsed);
    if (error != std::errc{} || stop != end || number.front() == '0') return std::nullopt;
    auto found = plan::commitment_of(at.permit, parsed);
    if (!found || !found->decided) return std::nullopt;
    const auto lines = meeting::follow_up_lines(at.permit, at.meeting);
    const bool said = std::ranges::find(lines, found->id, &meeting::FollowUpLine::commitment) != lines.end();
    const auto were_open = plan::open_when(at.permit, *at.meeting.starts_at);
    if (!found->open() && !said && std::ranges::find(were_open, parsed) == were_open.end()) return std::nullopt;
    return found;
}

/// What this meeting has said of it, in its newest line.
std::optional<meeting::FollowUpLine> line_of(const meeting::AtMeeting& at, const plan::Commitment& commitment)
{
    for (auto& line : meeting::follow_up_lines(at.permit, at.meeting))
        if (line.commitment == commitment.id) return std::move(line);
    return std::nullopt;
}

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

Result<web::Prepared<FollowUp>> prepare(access::Work& work, const web::Asked& asked)
{
    auto at = meeting::at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    const auto commitment = commitment_at(*at, asked.part("commitment"));
    if (!commitment) return not_found();
    web::Prepared<FollowUp> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting::meeting_url(at->permit, at->meeting);
    if (auto decision = meeting::note_decision(at->meeting); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.input.status = plan::name(commitment->status);
    prepared.input.needs_help = commitment->needs_help;
    if (auto line = line_of(*at, *commitment)) {
        prepared.input.status = line->status;
        prepared.input.text = std::move(line->text);
        prepared.input.new_last_day = line->new_last_day;
        prepared.input.seq_seen = line->seq;
    }

    const auto& wording = commitment->in_force();
    prepared.above << html::heading(3, std::to_string(commitment->number) + ". " + wording.measure)
                   << html::paragraph(wording.owner_words + ". " + asked.say("followup.last_day", {{"day", commitment->last_day()}}))
                   << html::secondary_paragraph(wording.documented_how);
    if (!commitment->note.empty())
        prepared.above << html::inset_text({.text = asked.say("followup.said_before") + ": " + commitment->note});
    return prepared;
}

Result<web::Landing> follow_up(access::Work& work, const FollowUp& input)
{
    auto at = meeting::at_meeting(work, input.case_number, input.meeting);
    if (!at) return at.error();
    const auto commitment = commitment_at(*at, input.commitment);
    if (!commitment) return not_found();
    if (auto no = work.unmet(meeting::note_decision(at->meeting))) return *no;
    const auto said_before = line_of(*at, *commitment);
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
    const auto on = local_day(*at->meeting.starts_at);
    const auto decision = takes_up_what_is_late(commitment->in_force().owner, status, commitment->last_day(), input.new_last_day, on);
    if (work.unmet(decision)) return invalid("new_last_day", "followup.new_day_needed");  // said at the field where it is mended

    if (status == plan::Status::cancelled)
        if (auto no = work.unmet(may_drop(what_is_left(at->permit, *commitment)))) return *no;

    cases::touch(at->permit);
    meeting::add_follow_up_line(at->permit, at->meeting, commitment->id, input.status, input.text, input.new_last_day);
    plan::NewStatus said;
    said.status = status;
    said.needs_help = input.needs_help;
    said.note = input.text;
    said.new_last_day = input.new_last_day;
    said.meeting = at->meeting.id;
    // The coordinator writes down what the group says, on behalf of the one who promised.
    said.on_behalf_of = plan::name(commitment->in_force().owner);
    plan::add_status(at->permit, commitment->id, said);
    const bool drops = status == plan::Status::cancelled && commitment->status != plan::Status::cancelled;
    if (drops)
        cases::add_step_decision(at->permit, "commitment_off",
                                 {input.text, {{"number", commitment->number}, {"meeting", at->meeting.number}}});
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("commitment", commitment->number).pair("status", input.status)
        .pair("seq", input.seq_seen + 1).end_object();
    return web::Landing{meeting::meeting_url(at->permit, at->meeting), "followup.saved", json.take()};
}

}  // namespace

web::Command<FollowUp> follow_up_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/uppfoljning/{commitment}",
            "/api/v1/cases/{case}/meetings/{number}/follow-up/{commitment}", "follow_up", follow_up_fields, prepare, follow_up};
}

}  // namespace lots::followup
