#include <algorithm>

#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "guideline/law.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/promisers.h"
#include "plan/store.h"

// The least that the police do (S0-40): two proposals, which no decision takes as they are (S3-08).
namespace lots::plan {

using access::Operation;

namespace {

std::vector<Promiser> police_of(const access::CasePermit& permit)
{
    auto all = promisers(permit);
    std::erase_if(all, [](const Promiser& one) { return one.agency_kind != "police"; });
    return all;
}

Result<web::Prepared<ProposePolice>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::draft_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto plan = access::permit<Operation::read_plan>(*permit);
    if (!plan) return plan.error();
    auto prepared = prepared_for<ProposePolice>(*permit, asked);
    form::Options owners;
    for (const auto& one : police_of(*permit)) owners.push_back({one.code, one.label});
    if (owners.size() == 1) prepared.input.owner = owners.front().value;
    prepared.choices = choices_for(*permit, *plan, 0);
    prepared.choices.with("police", std::move(owners));
    if (const auto law = guideline::legal_reference("polislagen-2", asked.today))
        prepared.above = html::inset_text({.text = asked.say("plan.police_within", {{"law", guideline::wording(*law)}})});
    prepared.input.meetings = asked.say("plan.police.meetings");
    prepared.input.attention = asked.say("plan.police.attention");
    return prepared;
}

Result<web::Landing> propose(access::Work& work, const ProposePolice& input)
{
    const auto permit = access::permit<Operation::draft_plan>(work, input.case_number);
    if (!permit) return permit.error();
    const auto plan = access::permit<Operation::read_plan>(*permit);
    if (!plan) return plan.error();
    const auto number = group::number_in(input.goal);
    const auto goal = number ? goal_of(*plan, *number) : std::nullopt;
    if (!goal || goal->dropped) return invalid("in_goal", "form.not_a_choice");
    const auto all = police_of(*permit);
    const auto officer = std::ranges::find(all, input.owner, &Promiser::code);
    if (officer == all.end()) return invalid("promised_by", "form.not_a_choice");
    if (*input.last_day < work.today) return invalid("done_by", "form.today_or_later");
    auto wording = officer->wording;
    wording.last_day = *input.last_day;
    wording.order_number = last_place(*plan);

    cases::touch(*permit);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("commitments").array();
    for (const auto& [measure, kind] : {std::pair{&input.meetings, "support"}, std::pair{&input.attention, "observation"}}) {
        wording.measure = *measure;
        wording.kind = kind;
        ++wording.order_number;
        json.value(add_commitment(*permit, goal->id, wording));
    }
    json.end_array().end_object();
    return web::Landing{cases::case_url(*permit) / "plan", "plan.police_proposed", json.take()};
}

}  // namespace

web::Command<ProposePolice> propose_police_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/polisens-minsta", "/api/v1/cases/{case}/police-commitments", "propose_police",
            propose_police_fields, prepare,                               propose};
}

}  // namespace lots::plan
