#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "meeting/commands.h"
#include "meeting/decisions.h"
#include "meeting/forms.h"
#include "meeting/keep.h"
#include "meeting/words.h"

// What is decided at a meeting, with the four fields (S1-71).
namespace lots::meeting {

using access::Operation;

namespace {

constexpr int adult_years = 18;

bool is_adult(const AtMeeting& at) { return age_on(at.permit.facts().born, local_day(*at.meeting.starts_at)) >= adult_years; }

Result<web::Prepared<DecideAtMeeting>> prepare(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    web::Prepared<DecideAtMeeting> prepared;
    if (auto decision = note_decision(at->meeting); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting_url(at->permit, at->meeting);
    if (is_adult(*at)) prepared.choices.with("adult", {{"yes", ""}});
    return prepared;
}

Result<web::Landing> decide(access::Work& work, const DecideAtMeeting& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    if (auto no = work.unmet(note_decision(at->meeting))) return *no;
    cases::touch(at->permit);
    const auto number = keep_decision(*at, input.note);
    if (!number) return number.error();
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("decision", *number).end_object();
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.decided", json.take()};
}

}  // namespace

bool decides_about_child(const AtMeeting& at) { return !is_adult(at); }

Result<int> keep_decision(const AtMeeting& at, const cases::DecisionNote& note)
{
    if (auto no = at.permit.work().unmet(cases::says_all(note, decides_about_child(at)))) return *no;
    return add_decision(at.permit, at.meeting, note);
}

web::Command<DecideAtMeeting> decide_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/beslut", "/api/v1/cases/{case}/meetings/{number}/decisions",
            "decide_at_meeting", decide_fields, prepare, decide};
}

}  // namespace lots::meeting
