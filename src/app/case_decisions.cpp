#include "app/case_decisions.h"

#include <string>
#include <utility>
#include <vector>

#include "access/permit.h"
#include "cases/decision_view.h"
#include "cases/page.h"
#include "form/json_writer.h"
#include "meeting/decisions.h"
#include "meeting/store.h"
#include "meeting/words.h"

namespace lots::app {

using access::Compartment;
using access::Operation;
using html::Html;

namespace {

html::Url page_of(const access::CasePermit& permit) { return cases::case_url(permit) / "alla-beslut"; }

struct AtMeeting {
    meeting::Meeting held;
    std::vector<cases::KeptDecision> decisions;
};

/// Those of the meetings whose minutes are the reader's to read, newest first. They lie in the room, and are asked for by themselves.
std::vector<AtMeeting> at_meetings(const access::CasePermit& permit)
{
    std::vector<AtMeeting> all;
    // Looked at first: a case without a room is no attempt at one.
    if (access::would_allow(permit, Operation::read_minutes, Compartment::room) == access::Answer::no) return all;
    const auto reading = access::permit<Operation::read_minutes>(permit);
    if (!reading) return all;
    for (auto& one : meeting::meetings(*reading)) {
        if (one.state != meeting::State::held && one.state != meeting::State::locked) continue;
        auto decided = meeting::decisions(*reading, one);
        if (!decided.empty()) all.insert(all.begin(), AtMeeting{std::move(one), std::move(decided)});
    }
    return all;
}

/// Each under its number in the order of time, and a page of its own to print.
Html one_part(access::Work& work, const web::Asked& asked, std::size_t number, const cases::KeptDecision& decision)
{
    return html::heading(3, asked.say("cases.decision.number", {{"number", number}})) << cases::decision_part(work, asked, decision);
}

Result<web::View> decisions_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto all = cases::decisions(*permit);
    const auto heading = asked.say("decisions.title");
    if (const auto* wanted = asked.request.parameter("nummer"); wanted != nullptr)
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (std::to_string(i + 1) != *wanted) continue;
            Html alone = one_part(work, asked, i + 1, all[i]);
            alone << html::paragraph(html::link(page_of(*permit), asked.say("decisions.all")));
            return cases::case_page(*permit, asked, "alla-beslut", heading, std::move(alone));
        }
    Html content = html::paragraph(asked.say("decisions.lead"));
    if (all.empty()) content << html::paragraph(asked.say("decisions.none"));
    for (auto i = all.size(); i > 0; --i)  // newest first
        content << one_part(work, asked, i, all[i - 1])
                << html::paragraph(html::link(page_of(*permit).with("nummer", std::to_string(i)), asked.say("decisions.print"),
                                              asked.say("cases.decision.number", {{"number", i}})));
    const auto meetings = at_meetings(*permit);
    if (!meetings.empty()) content << html::heading(3, asked.say("decisions.at_meetings"));
    for (const auto& one : meetings) {
        content << html::heading(4, asked.say("decisions.meeting", {{"number", one.held.number}}));
        for (const auto& decision : one.decisions) content << cases::decision_part(work, asked, decision);
        content << html::paragraph(html::link(meeting::meeting_url(*permit, one.held),
                                              asked.say("decisions.to_meeting", {{"number", one.held.number}})));
    }
    return cases::case_page(*permit, asked, "alla-beslut", heading, std::move(content));
}

Result<std::string> decisions_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("decisions").array();
    for (const auto& decision : cases::decisions(*permit)) {
        json.object();
        cases::write_decision(json, decision);
        json.end_object();
    }
    json.end_array().name("at_meetings").array();
    for (const auto& one : at_meetings(*permit))
        for (const auto& decision : one.decisions) {
            json.object().pair("meeting", one.held.number);
            cases::write_decision(json, decision);
            json.end_object();
        }
    return json.end_array().end_object().take();
}

}  // namespace

void add_case_decisions(web::Site& site)
{
    site.page("/arende/{case}/alla-beslut", Operation::read_selection, decisions_page);
    site.data("/api/v1/cases/{case}/decisions", Operation::read_selection, "decisions.api", decisions_json);
}

}  // namespace lots::app
