#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "selection/pages.h"
#include "selection/store.h"

namespace lots::selection {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

Result<web::View> assessments_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_assessment>(work, asked.part("case"));
    if (!permit) return permit.error();
    const form::Labels labels(asked.language(), "register_assessment");
    Html content = html::paragraph(asked.say("selection.assessment.lead"));
    for (const auto& one : assessments_of(*permit)) {
        html::SummaryList list;
        list.rows.push_back({.key = labels.label("version"), .value = one.version});
        list.rows.push_back({.key = labels.label("assessed_on"), .value = say_date(asked.language(), *one.assessed_on)});
        list.rows.push_back({.key = labels.label("assessor"), .value = one.assessor});
        list.rows.push_back({.key = labels.label("summary"), .value = one.summary});
        content << html::heading(3, one.instrument_name.empty() ? labels.find("instrument", one.instrument)
                                                                : one.instrument_name)
                << html::summary_list(list);
    }
    if (access::would_allow(*permit, Operation::register_assessment, Compartment::social_services) != Answer::no)
        content << html::button({.text = asked.say("command.register_assessment.title"),
                                 .href = cases::case_url(*permit) / "bedomningar" / "ny"});
    return cases::case_page(*permit, asked, "bedomning", asked.say("selection.assessments"), std::move(content));
}

Result<std::string> assessments_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_assessment>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("assessments").array();
    for (const auto& one : assessments_of(*permit))
        json.object()
            .pair("instrument", one.instrument)
            .pair("instrument_name", one.instrument_name)
            .pair("version", one.version)
            .pair("assessed_on", *one.assessed_on)
            .pair("assessor", one.assessor)
            .pair("summary", one.summary)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::selection
