#include "cases/decision_view.h"
#include "form/json_writer.h"
#include "meeting/decisions.h"
#include "meeting/follow_up_lines.h"
#include "meeting/gate_actions.h"
#include "meeting/load.h"
#include "meeting/minutes_store.h"
#include "meeting/pages.h"
#include "meeting/store.h"
#include "meeting/told_store.h"
#include "meeting/words.h"
#include "web/gates.h"

namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;

namespace {

void maybe_text(form::JsonWriter& json, std::string_view name, const std::string& text)
{
    if (!text.empty()) json.pair(name, text);
}

void write_call(form::JsonWriter& json, const Meeting& meeting)
{
    json.pair("meeting", meeting.number);
    maybe_text(json, "kind", meeting.kind);
    json.pair("state", name(meeting.state));
    json.maybe("starts_at", meeting.starts_at);
    if (meeting.starts_at) json.pair("length_minutes", meeting.length_minutes).pair("form", meeting.form).pair("place", meeting.place);
    if (meeting.locked_at && !meeting.time_and_place_alone) json.pair("counts_as_individual", meeting.counts_as_individual);
    maybe_text(json, "cancel_reason", meeting.cancel_reason);
    int taking_part = 0;
    for (const auto& one : meeting.invitations)
        if (!one.presence.empty() && one.presence != "absent") ++taking_part;
    json.pair("called", static_cast<int>(meeting.invitations.size())).pair("taking_part", taking_part);
}

void write_attendance(form::JsonWriter& json, const Meeting& meeting)
{
    json.name("attendance").array();
    for (const auto& one : meeting.invitations) {
        json.object().pair("line", one.line);
        if (one.signatory) json.pair("signatory", *one.signatory).pair("role", one.role);
        else if (one.helper) {
            // To a helper the number would tell how many others the case has had (edge case 4.28).
            if (!meeting.time_and_place_alone) json.pair("helper", *one.helper);
            json.pair("no_longer_takes_part", one.fell_away);
            maybe_text(json, "name", one.name);
        }
        else {
            json.pair("member", *one.member).pair("agency", one.agency_code);
            maybe_text(json, "name", one.name);
            maybe_text(json, "substitute_name", one.substitute_name);
            maybe_text(json, "substitute_function", one.substitute_function);
        }
        if (one.answer) {
            json.pair("call_answer", one.answer->answer).pair("call_answer_seq", one.answer->seq);
            maybe_text(json, "call_answer_reason", one.answer->reason);
        }
        json.name("presence");
        one.presence.empty() ? json.null() : json.value(one.presence);
        maybe_text(json, "reason", one.reason);
        json.pair("seq", one.seq).end_object();
    }
    json.end_array();
}

void write_minutes(form::JsonWriter& json, const access::CasePermit& permit, const Meeting& meeting)
{
    const auto written = minutes(permit, meeting);
    json.name("minutes");
    if (!written) json.null();
    else {
        json.object()
            .pair("seq", written->seq)
            .pair("who_may_hear", written->who_may_hear)
            .pair("consent_checked", written->consent_checked)
            .pair("police_role_told", written->police_role_told)
            .pair("text", written->text);
        if (!written->told_by.empty()) json.pair("told_by", written->told_by).maybe("told_on", written->told_on);
        maybe_text(json, "decisions", written->decisions);
        maybe_text(json, "disagreements", written->disagreements);
        json.pair("youth_opinion", written->youth_opinion);
        maybe_text(json, "guardian_opinion", written->guardian_opinion);
        maybe_text(json, "intervention", written->intervention);
        json.pair("closure_question", written->closure_question).pair("written_at", written->made_at).end_object();
    }
    json.name("decisions").array();
    for (const auto& one : decisions(permit, meeting)) {
        json.object();
        cases::write_decision(json, one);
        json.end_object();
    }
    json.end_array().name("adjustments").array();
    for (const auto& one : adjustments(permit, meeting)) json.object().pair("text", one.text).pair("written_at", one.made_at).end_object();
    json.end_array().name("follow_up").array();
    if (access::would_allow(permit, Operation::read_commitments, Compartment::room) == Answer::yes)
        for (const auto& line : follow_up_lines(permit, meeting)) {
            json.object().pair("commitment", line.commitment_number).pair("status", line.status).pair("text", line.text);
            json.maybe("new_last_day", line.new_last_day).pair("seq", line.seq).end_object();
        }
    json.end_array();
}

}  // namespace

Result<std::string> meetings_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("meetings").array();
    for (const auto& one : meetings(*permit)) {
        json.object();
        write_call(json, one);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

Result<std::string> meeting_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = meeting(*permit, asked.part("number"));
    if (!found) return not_found();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number);
    write_call(json, *found);
    write_attendance(json, *found);
    json.name("agenda").array();
    for (const auto& point : found->agenda) {
        json.object().pair("point", point.point);
        maybe_text(json, "text", point.text);
        json.end_object();
    }
    json.end_array();
    const auto reading = access::permit<Operation::read_minutes>(*permit);
    if (reading && may_read(*reading, *found)) {
        write_minutes(json, *reading, *found);
        if (const auto looking = access::permit<Operation::read_pictures>(*permit)) {
            json.name("pictures").array();
            for (const auto& one : pictures(*looking, *found)) {
                json.object();
                // To who gets single ones a number would tell that there are others.
                if (looking->answer(Compartment::room) == Answer::yes) json.pair("picture", one.number);
                json.pair("agency", one.agency_code).pair("kinds", one.kinds).pair("text", one.text).end_object();
            }
            json.end_array();
        }
        json.name("given").array();
        for (const auto& one : given(*reading, *found)) json.object().pair("given_on", one.given_on).pair("way", one.way).end_object();
        json.end_array();
    }
    if (access::would_allow(*permit, Operation::hold_meeting, Compartment::room) == Answer::yes && found->state == State::held) {
        json.name("gate");
        web::write_findings(json, asked.language(), asked.today, lock_decision(*permit, *found),
                            about_lock(asked.language(), *found), actions_of_lock(*permit, asked.language(), *found));
    }
    return json.end_object().take();
}

}  // namespace lots::meeting
