#include "selection/pages.h"

#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"
#include "selection/store.h"

namespace lots::selection {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

/// The decision as questions and answers, in the words of the form that made it.
Html answers(const OfferDecision& decision, const web::Asked& asked, access::Work& work)
{
    const form::Labels labels(asked.language(), "decide_offer");
    html::SummaryList list;
    const auto row = [&](const char* name, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = labels.label(name), .value = value});
    };
    const auto coded = [&](const char* name, const std::string& code) { row(name, labels.find(name, code)); };
    const auto yes_no = [&](const char* name, bool value) { row(name, value ? asked.say("form.yes") : asked.say("form.no")); };
    const auto& note = decision.note;
    list.rows.push_back({.key = asked.say("selection.decided_on"), .value = say_date(asked.language(), note.decided_on)});
    list.rows.push_back({.key = asked.say("selection.decided_by"), .value = organisation::person_name(work, note.made_by)});
    row("what", note.note.what);
    row("why", note.note.why);
    row("how", note.note.how);
    row("who", note.note.who);
    row("childs_view", note.note.childs_view);
    row("best_interests", note.note.best_interests);
    coded("category", decision.category);
    yes_no("commits_crimes", decision.commits_crimes);
    row("sources", decision.sources);
    row("recommendation", decision.recommendation);
    row("outside_age_band_reason", decision.outside_age_band_reason);
    yes_no("room_for_more", decision.room_for_more);
    coded("mode", decision.mode);
    coded("ground", decision.ground);
    row("intervention_last_day", decision.intervention_last_day ? say_date(asked.language(), *decision.intervention_last_day) : "");
    row("appeal_information", decision.appeal_information);
    row("delegation", note.note.delegation);
    if (!note.law.empty()) list.rows.push_back({.key = asked.say("selection.law"), .value = note.law});
    return html::summary_list(list);
}

}  // namespace

Result<web::View> selection_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool may_decide = access::would_allow(*permit, Operation::decide_offer, Compartment::social_services) == Answer::yes;
    Html action;
    if (may_decide) action = html::button({.text = asked.say("command.decide_offer.title"), .href = cases::case_url(*permit) / "beslut"});

    Html content;
    const auto decisions = decisions_of(*permit);
    if (decisions.empty()) {
        content << html::empty_state({.title = asked.say("selection.none"),
                                      .text = may_decide ? asked.say("selection.none_decide") : asked.say("selection.none_take_up"),
                                      .action = std::move(action)});
        return cases::case_page(*permit, asked, "bedomning", asked.say("selection.title"), std::move(content));
    }
    const form::Labels labels(asked.language(), "decide_offer");
    for (const auto& decision : decisions)
        content << html::heading(3, labels.find("outcome", decision.outcome)) << answers(decision, asked, work);
    content << action;
    return cases::case_page(*permit, asked, "bedomning", asked.say("selection.title"), std::move(content));
}

Result<std::string> selection_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("decisions").array();
    for (const auto& decision : decisions_of(*permit)) {
        const auto& note = decision.note;
        json.object()
            .pair("decided_on", note.decided_on)
            .pair("decided_by", organisation::person_name(work, note.made_by))
            .pair("role", note.role)
            .pair("law", note.law)
            .pair("outcome", decision.outcome)
            .pair("category", decision.category)
            .pair("mode", decision.mode)
            .pair("ground", decision.ground)
            .maybe("intervention_last_day", decision.intervention_last_day)
            .pair("commits_crimes", decision.commits_crimes)
            .pair("room_for_more", decision.room_for_more)
            .pair("sources", decision.sources)
            .pair("recommendation", decision.recommendation)
            .pair("outside_age_band_reason", decision.outside_age_band_reason)
            .pair("appeal_information", decision.appeal_information)
            .pair("what", note.note.what)
            .pair("why", note.note.why)
            .pair("how", note.note.how)
            .pair("who", note.note.who)
            .pair("delegation", note.note.delegation)
            .pair("childs_view", note.note.childs_view)
            .pair("best_interests", note.note.best_interests)
            .end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::selection
