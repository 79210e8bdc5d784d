#include "followup/commands.h"

#include "cases/page.h"
#include "cases/record.h"
#include "followup/forms.h"
#include "followup/keep.h"
#include "form/json_writer.h"
#include "meeting/words.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::followup {

using access::Operation;

namespace {

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
    cases::touch(at->permit);
    if (auto no = keep_follow_up(*at, *commitment, input)) return *no;
    const auto kept = line_of(*at, *commitment);
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("commitment", commitment->number).pair("status", input.status)
        .pair("seq", kept ? kept->seq : 0).end_object();
    web::Landing landing{meeting::meeting_url(at->permit, at->meeting), "followup.saved", json.take()};
    landing.undo = undo_of(*at, *commitment);
    return landing;
}

// --- undo ---------------------------------------------------------------------------------------------------------------

Result<web::Prepared<UndoFollowUp>> prepare_undo(access::Work& work, const web::Asked& asked)
{
    const auto at = meeting::at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    const auto commitment = commitment_at(*at, asked.part("commitment"));
    if (!commitment) return not_found();
    web::Prepared<UndoFollowUp> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting::meeting_url(at->permit, at->meeting);
    if (auto decision = meeting::note_decision(at->meeting); !decision.allowed()) prepared.gate = std::move(decision);
    const auto line = line_of(*at, *commitment);
    prepared.input.status = plan::name(commitment->status);
    prepared.input.needs_help = commitment->needs_help;
    prepared.input.seq_seen = line ? line->seq : 0;
    prepared.above = html::heading(3, std::to_string(commitment->number) + ". " + commitment->in_force().measure);
    return prepared;
}

/// What the meeting had said before, or how it was before the meeting.
plan::NewStatus status_again(const std::optional<meeting::FollowUpLine>& earlier, const UndoFollowUp& input)
{
    plan::NewStatus status;
    status.status = plan::status_of(earlier ? earlier->status : input.status);
    status.needs_help = input.needs_help;
    if (earlier) status.note = earlier->text;
    return status;
}

Result<web::Landing> undo(access::Work& work, const UndoFollowUp& input)
{
    const auto at = meeting::at_meeting(work, input.case_number, input.meeting);
    if (!at) return at.error();
    const auto commitment = commitment_at(*at, input.commitment);
    if (!commitment) return not_found();
    if (auto no = work.unmet(meeting::note_decision(at->meeting))) return *no;
    const auto line = line_of(*at, *commitment);
    if (!line) return invalid("status", "followup.nothing_to_undo");
    if (line->seq != input.seq_seen)
        return Error{Conflict{input.seq_seen, line->seq, line->text, organisation::person_name(work, line->made_by), line->made_at}};
    // What was dropped was decided, and what is decided is not undone with a button.
    if (line->status == plan::name(plan::Status::cancelled) || input.status == plan::name(plan::Status::cancelled))
        return invalid("status", "followup.dropped_stays");
    cases::touch(at->permit);
    meeting::take_back_follow_up(at->permit, at->meeting, *line);
    const auto earlier = line_of(*at, *commitment);
    auto status = status_again(earlier, input);
    if (line->new_last_day) status.new_last_day = input.last_day;
    status.meeting = at->meeting.id;
    status.on_behalf_of = plan::name(commitment->in_force().owner);
    plan::add_status(at->permit, commitment->id, status);
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("commitment", commitment->number).end_object();
    return web::Landing{meeting::meeting_url(at->permit, at->meeting), "followup.undone", json.take()};
}

}  // namespace

web::Command<FollowUp> follow_up_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/uppfoljning/{commitment}",
            "/api/v1/cases/{case}/meetings/{number}/follow-up/{commitment}", "follow_up", follow_up_fields, prepare, follow_up};
}

web::Command<UndoFollowUp> undo_follow_up_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/uppfoljning/{commitment}/angra", "", "undo_follow_up",
            undo_follow_up_fields, prepare_undo, undo};
}

}  // namespace lots::followup
