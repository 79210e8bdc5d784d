#include "cases/decision_view.h"

#include "form/labels.h"
#include "organisation/store.h"

namespace lots::cases {

html::Html decision_part(access::Work& work, const web::Asked& asked, const KeptDecision& decision)
{
    const form::Labels labels(asked.language(), "decision");
    html::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    const auto& note = decision.note;
    row(asked.say("cases.decision.decided_on"), say_date(asked.language(), decision.decided_on));
    row(labels.label("what"), note.what);
    row(labels.label("why"), note.why);
    row(labels.label("how"), note.how);
    row(labels.label("who"), note.who);
    row(labels.label("childs_view"), note.childs_view);
    row(labels.label("best_interests"), note.best_interests);
    row(labels.label("delegation"), note.delegation);
    // What the day itself brought about has nobody behind it.
    if (decision.made_by != PersonId{}) row(asked.say("cases.decision.made_by"), organisation::person_name(work, decision.made_by));
    row(asked.say("cases.decision.law"), decision.law);
    return html::summary_list(list);
}

void write_decision(form::JsonWriter& json, const KeptDecision& decision)
{
    const auto& note = decision.note;
    json.pair("decided_on", decision.decided_on).pair("what", note.what).pair("why", note.why).pair("how", note.how).pair("who", note.who);
    if (!note.childs_view.empty()) json.pair("childs_view", note.childs_view);
    if (!note.best_interests.empty()) json.pair("best_interests", note.best_interests);
    if (!note.delegation.empty()) json.pair("delegation", note.delegation);
    json.pair("law", decision.law);
}

}  // namespace lots::cases
