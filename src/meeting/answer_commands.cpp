#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "meeting/answer_store.h"
#include "meeting/commands.h"
#include "meeting/forms.h"
#include "meeting/load.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "organisation/store.h"

// Svara på kallelse: by who was called, or written down for somebody who does not sign in.
namespace lots::meeting {

using access::Operation;
using access::Role;
using namespace html::literals;

namespace {

guideline::Decision answer_decision(const Invitation* line, const Meeting& meeting)
{
    return may_answer(line != nullptr, meeting.state == State::held || meeting.state == State::locked, meeting.state == State::cancelled);
}

std::string json_of(const Meeting& meeting, const std::string& answer)
{
    form::JsonWriter json;
    json.object().pair("meeting", meeting.number).pair("answer", answer).end_object();
    return json.take();
}

/// Only a no has a reason: an earlier one does not cling to a yes.
std::string reason_of(const std::string& answer, const std::string& reason) { return answer == "no" ? reason : std::string{}; }

// --- one's own ----------------------------------------------------------------------------------------------------------

struct AtCall {
    access::Permit<Operation::read_meetings> permit;
    Meeting meeting;
};

Result<AtCall> at_call(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::read_meetings>(work, case_number);
    if (!permit) return permit.error();
    auto found = meeting(*permit, number);
    if (!found) return not_found();
    return AtCall{std::move(*permit), std::move(*found)};
}

/// Where one was: the young person, a guardian or a helper on Min plan, the others at the meeting.
html::Url way_back(const AtCall& at)
{
    const auto role = at.permit.work().reader.role;
    const bool is_private = role == Role::youth || role == Role::guardian || role == Role::helper;
    return is_private ? "/min-plan"_url / at.permit.facts().number : meeting_url(at.permit, at.meeting);
}

Result<web::Prepared<AnswerCall>> prepare_answer(access::Work& work, const web::Asked& asked)
{
    const auto at = at_call(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    const auto* own = own_invitation(at->permit, at->meeting);
    web::Prepared<AnswerCall> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = way_back(*at);
    if (auto decision = answer_decision(own, at->meeting); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.above = html::inset_text({.text = when_words(asked.language(), at->meeting)});
    if (own != nullptr && own->answer) {
        prepared.input.answer = own->answer->answer;
        prepared.input.reason = own->answer->reason;
    }
    return prepared;
}

Result<web::Landing> answer_call(access::Work& work, const AnswerCall& input)
{
    const auto at = at_call(work, input.case_number, input.number);
    if (!at) return at.error();
    const auto* own = own_invitation(at->permit, at->meeting);
    if (auto no = work.unmet(answer_decision(own, at->meeting))) return *no;
    check(own != nullptr, "somebody answers a call who was not called");
    if (input.answer == "no" && input.reason.empty()) return invalid("reason", "field.answer_call.reason.missing");
    cases::touch(at->permit);
    CallAnswer answer;
    answer.answer = input.answer;
    answer.reason = reason_of(input.answer, input.reason);
    add_answer(at->permit, at->meeting, *own, answer);
    web::Landing landing{way_back(*at), "meeting.call_answered", json_of(at->meeting, input.answer)};
    // What the family answers stands in no address: it would stay in the browser's history (settled 23).
    landing.args = {{"answer", access::is_family(work.reader.role) ? "kept" : input.answer}};
    return landing;
}

// --- for somebody else (settled 15) -------------------------------------------------------------------------------------

const Invitation* line_of(const Meeting& meeting, const std::string& line)
{
    for (const auto& one : meeting.invitations)
        if (std::to_string(one.line) == line) return &one;
    return nullptr;
}

Result<web::Prepared<RegisterAnswer>> prepare_register(access::Work& work, const web::Asked& asked)
{
    const auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    const auto* line = line_of(at->meeting, asked.part("line"));
    if (line == nullptr) return not_found();
    web::Prepared<RegisterAnswer> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting_url(at->permit, at->meeting);
    if (auto decision = answer_decision(line, at->meeting); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.above = html::heading(3, who_words(asked.language(), *line));
    prepared.input.said_on = work.today;
    if (line->answer) {
        prepared.input.answer = line->answer->answer;
        prepared.input.reason = line->answer->reason;
        prepared.input.seq_seen = line->answer->seq;
    }
    return prepared;
}

Result<web::Landing> register_answer(access::Work& work, const RegisterAnswer& input)
{
    const auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    const auto* line = line_of(at->meeting, input.line);
    if (line == nullptr) return not_found();
    if (auto no = work.unmet(answer_decision(line, at->meeting))) return *no;
    if (const auto& given = line->answer; given && given->seq != input.seq_seen)
        return Error{Conflict{input.seq_seen, given->seq, given->answer, organisation::person_name(work, given->made_by), given->made_at}};
    if (*input.said_on > work.today) return invalid("said_on", "form.today_or_earlier");
    if (*input.said_on < local_day(at->meeting.called_at)) return invalid("said_on", "meeting.answer.before_call");
    if (input.answer == "no" && input.reason.empty()) return invalid("reason", "field.register_call_answer.reason.missing");
    cases::touch(at->permit);
    CallAnswer answer;
    answer.answer = input.answer;
    answer.reason = reason_of(input.answer, input.reason);
    answer.way = input.way;
    answer.said_on = input.said_on;
    add_answer(at->permit, at->meeting, *line, answer);
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.answer_written", json_of(at->meeting, input.answer)};
}

}  // namespace

web::Command<AnswerCall> answer_call_command()
{
    return {Operation::read_meetings, "/arende/{case}/moten/{number}/svar", "/api/v1/cases/{case}/meetings/{number}/answer", "answer_call",
            answer_call_fields, prepare_answer, answer_call};
}

web::Command<RegisterAnswer> register_answer_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/svar/{line}", "/api/v1/cases/{case}/meetings/{number}/answers/{line}",
            "register_call_answer", register_answer_fields, prepare_register, register_answer};
}

}  // namespace lots::meeting
