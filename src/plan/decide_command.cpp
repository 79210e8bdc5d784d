#include "cases/decision_note.h"
#include "cases/going_on.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/gate_actions.h"
#include "plan/pages.h"
#include "plan/store.h"

namespace lots::plan {

using access::CaseState;
using access::Operation;

namespace {

constexpr int adult_years = 18;

Result<web::Prepared<Decide>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<Decide>(*permit, asked);
    if (age_on(permit->facts().born, work.today) >= adult_years) prepared.choices.with("adult", marked());
    if (!versions(*permit).empty()) prepared.choices.with("again", marked());
    prepared.gate = may_decide(facts_of(*permit), work.today);
    prepared.gate.add(cases::going_on(*permit));
    prepared.about = about_words(asked.language());
    prepared.actions = actions_of_plan(*permit, asked.language());
    return prepared;
}

Result<web::Landing> decide(access::Work& work, const Decide& input)
{
    const auto permit = access::permit<Operation::decide_plan>(work, input.case_number);
    if (!permit) return permit.error();
    // Who decides although somebody has not accepted says so under "varför", which every decision has (S1-71).
    auto decision = may_decide(facts_of(*permit), work.today);
    decision.add(cases::going_on(*permit));
    decision.add(cases::says_all(input.note, age_on(permit->facts().born, work.today) < adult_years));
    if (auto no = work.unmet(decision)) return *no;

    // The decision's own "varför" is social services'; what changed and why is for all who read the plan (S2-15).
    if (!versions(*permit).empty() && input.change_reason.empty())
        return invalid("change_reason", "field.decide_plan.change_reason.missing");

    cases::touch(*permit);
    const auto note = cases::add_decision(*permit, input.note, "sol-14-3");
    const int version = add_version(*permit, note, input.change_reason);
    // T12 is a record beside the state: a revision changes the plan and not where the case is.
    if (permit->facts().state == CaseState::planning) cases::move(*permit, CaseState::active, "T10", note);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("version", version).end_object();
    return web::Landing{cases::case_url(*permit) / "plan", "plan.decided", json.take()};
}

}  // namespace

web::Command<Decide> decide_command()
{
    return {Operation::decide_plan, "/arende/{case}/plan/beslut", "/api/v1/cases/{case}/plan/decision", "decide_plan",
            decide_fields,          prepare,                      decide,                               web::Confirmation::check_answers};
}

}  // namespace lots::plan
