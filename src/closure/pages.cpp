#include "closure/pages.h"

#include "cases/page.h"
#include "closure/end.h"
#include "closure/papers.h"
#include "closure/store.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"

namespace lots::closure {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

bool in_full(const access::CasePermit& permit) { return permit.answer(Compartment::room) == Answer::yes; }

/// A guardian reads how it ended, not why: the reason may tell what somebody else answered (settled 6, 20). Social services tell in person.
bool sees_reason(const access::CasePermit& permit) { return permit.work().reader.role != access::Role::guardian; }

Html summary(const Closure& closure, const web::Asked& asked, access::Work& work, bool reason)
{
    const form::Labels labels(asked.language(), "close_case");
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = asked.say(key), .value = value});
    };
    row("closure.read.on", say_date(asked.language(), closure.closed_on));
    if (reason) {
        row("closure.read.reason", labels.find("reason", closure.reason));
        row("closure.read.ground", closure.ground);
        row("closure.read.informed", closure.informed);
    }
    else row("closure.read.reason", asked.say("closure.read.ask_for_reason"));
    row("closure.read.appeal", closure.appeal_information);
    row("closure.read.decided_by", organisation::person_name(work, closure.decided_by));
    row("closure.read.monitoring", say_date(asked.language(), closure.monitoring_last_day));
    return html::summary_list(list);
}

}  // namespace

Result<web::View> closure_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!in_full(*permit)) {  // one neutral notice: no name, no reason (settled 20)
        web::View view;
        view.title = permit->facts().number;
        view.width = html::Width::reading;
        view.main << cases::case_header(*permit, asked) << html::inset_text({.text = asked.say("closure.read.ended")});
        if (const auto day = closed_on(*permit))
            view.main << html::secondary_paragraph(asked.say("closure.read.on") + " " + say_date(asked.language(), *day));
        return view;
    }
    const auto closure = closure_of(*permit);
    if (!closure) return not_found();  // transferred: there is no closure here
    Html content = summary(*closure, asked, work, sees_reason(*permit));
    content << results_part(end_of(*permit), asked) << papers_part(kept_papers(*permit), asked);
    return cases::case_page(*permit, asked, "avslut", asked.say("closure.read.title"), std::move(content));
}

Result<std::string> closure_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).maybe("closed_on", closed_on(*permit));
    const auto closure = in_full(*permit) ? closure_of(*permit) : std::nullopt;
    if (!closure) return json.end_object().take();
    if (sees_reason(*permit)) json.pair("reason", closure->reason).pair("ground", closure->ground).pair("informed", closure->informed);
    if (!closure->appeal_information.empty()) json.pair("appeal_information", closure->appeal_information);
    json.pair("monitoring_last_day", closure->monitoring_last_day);
    const auto end = end_of(*permit);
    json.name("goals").array();
    for (const auto& result : end.results)
        json.object().pair("goal", result.goal).pair("result", result.result).pair("text", result.text).end_object();
    json.end_array().name("hand_overs").array();
    for (const auto& over : end.hand_overs)
        json.object().pair("commitment", over.commitment).pair("agency", over.agency_code).pair("note", over.note).end_object();
    json.end_array().name("papers").array();
    for (const auto& one : kept_papers(*permit))
        json.object().pair("paper", one.paper).pair("number", one.number).pair("earliest_day", one.earliest_day).pair("law", one.law).end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::closure
