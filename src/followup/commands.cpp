#include "followup/commands.h"

#include "cases/page.h"
#include "cases/record.h"
#include "followup/forms.h"
#include "followup/keep.h"
#include "form/json_writer.h"
#include "meeting/words.h"

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
