#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "consent/commands_parts.h"
#include "consent/forms_parts.h"
#include "consent/information.h"
#include "consent/parts.h"
#include "organisation/store.h"

// The receipt for the information sheet (S0-59).
namespace lots::consent {

using access::Operation;
using access::Role;

namespace {

const std::vector<Role> roles_that_inform{Role::social_worker, Role::unit_manager, Role::coordinator,
                                          Role::police,        Role::school,       Role::agency_staff};

Result<web::Prepared<GiveInformation>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, asked.part("signatory"));
    if (signatory == nullptr) return not_found();
    web::Prepared<GiveInformation> prepared;
    prepared.input.given_on = work.today;
    prepared.input.way = "on_paper";
    std::vector<organisation::Acting> people;
    for (auto& acting : organisation::people_who_act(work, {.roles = roles_that_inform})) {
        if (acting.assignment == work.reader.assignment) prepared.input.given_by = acting.handle;
        if (std::ranges::find(people, acting.handle, &organisation::Acting::handle) == people.end())
            people.push_back(std::move(acting));
    }
    prepared.choices.with("people", organisation::people_options(people));
    const auto& facts = permit->facts().consent;
    const auto* form = newest(facts);
    prepared.header = cases::case_header(*permit, asked);
    prepared.above =
        html::paragraph(asked.say("consent.information.to", {{"who", role_words(asked.language(), facts, *signatory)}}));
    const auto reader = information_for(facts, *signatory, asked.today);
    prepared.above << html::details(
        {.summary = information_title(asked.language(), reader),
         .body = information_sheet(asked.language(), reader,
                                   agency_names(work, form == nullptr ? facts.concerned : form->agencies))});
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> give(access::Work& work, const GiveInformation& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    if (*input.given_on > work.today) return invalid("given_on", "form.today_or_earlier");
    const auto giver = organisation::acting_of_handle(work, input.given_by, roles_that_inform);
    if (!giver) return invalid("given_by", "form.not_a_choice");
    cases::touch(*permit);
    add_information(*permit, signatory->id, input, giver->person);
    return web::Landing{consents_url(*permit), "consent.information_given",
                        outcome_json(*permit, permit->facts().state, signatory->number)};
}

}  // namespace

web::Command<GiveInformation> give_information_command()
{
    return {Operation::prepare_consent,
            "/arende/{case}/samtycken/underskrivare/{signatory}/information",
            "/api/v1/cases/{case}/signatories/{signatory}/information",
            "give_information",
            give_information_fields,
            prepare,
            give};
}

}  // namespace lots::consent
