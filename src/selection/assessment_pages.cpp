#include <utility>
#include <vector>

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

namespace {

/// What was found, and what it means for the plan (S1-12).
Html assessment_part(const form::Labels& labels, const Assessment& one)
{
    html::SummaryList list;
    const auto row = [&](const char* name, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = labels.label(name), .value = value});
    };
    row("version", one.version);
    row("assessed_on", say_date(labels.language(), *one.assessed_on));
    row("assessor", one.assessor);
    row("summary", one.summary);
    row("for_plan", one.for_plan);
    Html part =
        html::heading(3, one.instrument_name.empty() ? labels.find("instrument", one.instrument) : one.instrument_name);
    return part << html::summary_list(list);
}

/// What can be done now: register one more, or write into the plan what one of them means.
Html next_part(const access::CasePermit& permit, const web::Asked& asked, bool has_some)
{
    const auto url = cases::case_url(permit);
    std::vector<Html> buttons;
    if (access::would_allow(permit, Operation::register_assessment, Compartment::social_services) != Answer::no)
        buttons.push_back(
            html::button({.text = asked.say("command.register_assessment.title"), .href = url / "bedomningar" / "ny"}));
    if (has_some && access::would_allow(permit, Operation::draft_plan, Compartment::room) == Answer::yes)
        buttons.push_back(html::button({.text = asked.say("selection.assessment.to_plan"),
                                        .classes = "govuk-button--secondary",
                                        .href = url / "plan" / "nytt-mal"}));
    return buttons.empty() ? Html{} : html::button_group(buttons);
}

}  // namespace

Result<web::View> assessments_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_assessment>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto title = asked.say("selection.assessments");
    const bool may_register =
        access::would_allow(*permit, Operation::register_assessment, Compartment::social_services) != Answer::no;
    const auto all = assessments_of(*permit);
    if (all.empty()) {
        auto nothing = html::empty_state({.title = asked.say("selection.assessment.none"),
                                          .text = asked.say(may_register ? MessageKey("selection.assessment.none_register")
                                                                         : MessageKey("selection.assessment.none_closed")),
                                          .action = next_part(*permit, asked, false)});
        return cases::case_page(*permit, asked, "bedomningar", title, std::move(nothing));
    }
    const form::Labels labels(asked.language(), "register_assessment");
    Html content = html::paragraph(asked.say("selection.assessment.lead"));
    for (const auto& one : all) content << assessment_part(labels, one);
    content << html::paragraph(asked.say("selection.assessment.in_plan"));
    if (!may_register) content << html::secondary_paragraph(asked.say("selection.assessment.closed"));
    content << next_part(*permit, asked, true);
    return cases::case_page(*permit, asked, "bedomningar", title, std::move(content));
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
            .pair("for_plan", one.for_plan)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::selection
