#include <algorithm>

#include "cases/record.h"
#include "form/json_writer.h"
#include "plan/avoid.h"
#include "plan/commands.h"
#include "plan/rules_avoid.h"

// Persons and places to avoid are written and taken away (settled 24).
namespace lots::plan {

using access::Operation;

namespace {

using MayRead = access::Permit<Operation::read_plan_avoid>;

html::Url avoid_url(const access::CasePermit& permit) { return cases::case_url(permit) / "plan" / "undvik"; }

std::string json_of(const access::CasePermit& permit, int number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("avoid", number).end_object();
    return json.take();
}

Result<web::Prepared<WriteAvoid>> prepare_write(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<WriteAvoid>(*permit, asked);
    prepared.back = avoid_url(*permit);
    if (auto decision = may_write_avoid(permit->facts().state); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.above = html::inset_text({.text = asked.say("plan.avoid.readers")});
    return prepared;
}

Result<web::Landing> write(access::Work& work, const WriteAvoid& input)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, input.case_number);
    if (!permit) return permit.error();
    if (auto no = work.unmet(may_write_avoid(permit->facts().state))) return *no;
    cases::touch(*permit);
    const int number = add_avoid(*permit, input.kind, input.text);
    return web::Landing{avoid_url(*permit), "plan.avoid_written", json_of(*permit, number)};
}

std::optional<Avoided> avoided_at(const MayRead& permit, const std::string& number)
{
    auto all = avoided(permit);
    const auto found = std::ranges::find_if(all, [&](const Avoided& one) { return std::to_string(one.number) == number; });
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

Result<web::Prepared<TakeAwayAvoid>> prepare_take_away(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto one = avoided_at(*permit, asked.part("number"));
    if (!one) return not_found();
    auto prepared = prepared_for<TakeAwayAvoid>(*permit, asked);
    prepared.back = avoid_url(*permit);
    if (auto decision = take_away_decision(*permit, *one); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.above = html::inset_text({.text = one->text});
    return prepared;
}

Result<web::Landing> take_away(access::Work& work, const TakeAwayAvoid& input)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, input.case_number);
    if (!permit) return permit.error();
    const auto one = avoided_at(*permit, input.number);
    if (!one) return not_found();
    if (auto no = work.unmet(take_away_decision(*permit, *one))) return *no;
    cases::touch(*permit);
    end_avoid(*permit, *one);
    return web::Landing{avoid_url(*permit), "plan.avoid_taken_away", json_of(*permit, one->number)};
}

}  // namespace

void write_avoid_fields(form::Fields& form, WriteAvoid& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("kind", input.kind, form.coded("kind", {avoid_kinds.begin(), avoid_kinds.end()}));
    form.text("text", input.text, {.longest = 500, .rows = 3});
}

void take_away_avoid_fields(form::Fields& form, TakeAwayAvoid& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
}

web::Command<WriteAvoid> write_avoid_command()
{
    return {Operation::read_plan_avoid, "/arende/{case}/plan/undvik/ny", "/api/v1/cases/{case}/plan/avoid", "write_avoid",
            write_avoid_fields, prepare_write, write};
}

web::Command<TakeAwayAvoid> take_away_avoid_command()
{
    return {Operation::read_plan_avoid, "/arende/{case}/plan/undvik/{number}/ta-bort", "/api/v1/cases/{case}/plan/avoid/{number}/removal",
            "take_away_avoid", take_away_avoid_fields, prepare_take_away, take_away};
}

}  // namespace lots::plan
