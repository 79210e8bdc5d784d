#include <algorithm>

#include "cases/file.h"
#include "cases/page.h"
#include "cases/record.h"
#include "cases/rules.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "nomination/receiving.h"
#include "nomination/store.h"
#include "organisation/parts.h"

namespace lots::nomination {

using access::Operation;
using namespace html::literals;

namespace {

guideline::Decision decision_of(const access::CasePermit& permit)
{
    auto decision = cases::may_readmit(cases::has_open_case(permit.work(), permit.facts().youth) ||
                                       cases::has_other_open_case(permit));
    // It is a proposal of social services' own, so it is made where those are made (S4-34).
    decision.add(organisation::by_unit_with_part(permit.work(), "proposes"));
    return decision;
}

/// The units that the new episode can go to, when it does not stay where the former one was: that unit does not decide, or
/// not any more (S4-34). None: it stays there.
std::vector<organisation::Unit> other_units(const access::CasePermit& permit)
{
    auto deciding = receiving_units(permit.work());
    const auto& owner = permit.facts().owner_unit;
    const bool stays = std::ranges::any_of(deciding, [&](const organisation::Unit& unit) { return unit.id == owner; });
    if (stays) deciding.clear();
    return deciding;
}

Result<web::Prepared<Readmit>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::readmit>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<Readmit> prepared;
    prepared.gate = decision_of(*permit);
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    prepared.above = html::paragraph(asked.say("nomination.readmit.new_consent"));
    if (const auto units = other_units(*permit); units.size() > 1)
        prepared.choices.with("receiving", receiving_options(units));
    return prepared;
}

Result<web::Landing> readmit(access::Work& work, const Readmit& input)
{
    const auto permit = access::permit<Operation::readmit>(work, input.case_number);
    if (!permit) return permit.error();
    if (auto no = work.unmet(decision_of(*permit))) return *no;
    check(permit->facts().owner_unit.has_value(), "a closed case belongs to no unit");
    const auto others = other_units(*permit);
    const auto to_unit = others.empty() ? permit->facts().owner_unit : chosen_among(others, input.to_unit);
    if (!to_unit) return invalid("to_unit", "form.not_a_choice");
    const auto number = cases::open_case(work, permit->facts().youth, *to_unit, "T19");
    const auto opened = access::load_case_facts(work, number);
    check(opened.has_value(), "a case that was just opened is not there");
    Nomination nomination;
    nomination.id = work.new_id<NominationId>();
    nomination.proposer = work.reader.person;
    nomination.proposer_unit = work.reader.unit;
    nomination.agency = work.reader.agency;
    nomination.legal_ground = "own_knowledge";
    nomination.legal_reference = "sol-18-4";
    nomination.noticed_on = work.today;
    nomination.origin = "none";
    nomination.known_before = "yes";
    nomination.reason = input.reason;
    nomination.why_sig = input.why_sig;
    nomination.weighing = input.weighing;
    nomination.received_at = work.now;
    add(work, opened->id, opened->social_unit, nomination);
    form::JsonWriter json;
    json.object().pair("nomination", number).pair("former_episode", permit->facts().number).end_object();
    if (*to_unit == work.reader.unit) return web::Landing{"/arende"_url / number, "nomination.readmitted", json.take()};
    // Another unit's now: who opened it reads it as what they have proposed.
    web::Landing landing{"/mina-forslag"_url, "nomination.sent_as", json.take()};
    landing.args = {{"number", number}};
    return landing;
}

}  // namespace

web::Command<Readmit> readmit_command()
{
    return {Operation::readmit,
            "/arende/{case}/ny-episod",
            "/api/v1/cases/{case}/new-episode",
            "readmit",
            readmit_fields,
            prepare,
            readmit};
}

}  // namespace lots::nomination
