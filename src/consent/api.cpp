#include "consent/gate_actions.h"
#include "consent/information.h"
#include "consent/pages.h"
#include "consent/pages_more.h"
#include "consent/rules_refusal.h"
#include "consent/store_parts.h"
#include "form/json_writer.h"
#include "organisation/store.h"
#include "web/gates.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;

namespace {

void write_agencies(form::JsonWriter& json, access::Work& work, std::string_view name, const std::set<AgencyId>& agencies)
{
    json.name(name).array();
    for (const auto& agency : organisation::agencies(work))
        if (agencies.contains(agency.id)) json.value(agency.code);
    json.end_array();
}

std::string_view code_of(SignatoryRole role)
{
    switch (role) {
    case SignatoryRole::youth: return "youth";
    case SignatoryRole::guardian: return "guardian";
    case SignatoryRole::appointed_guardian: return "appointed_guardian";
    case SignatoryRole::trustee: break;
    }
    return "trustee";
}

void write_signatories(form::JsonWriter& json, const Page& page)
{
    const auto& facts = page.permit.facts().consent;
    json.name("signatories").array();
    for (const auto& kept : page.kept) {
        json.object().pair("number", kept.number).pair("role", code_of(kept.role)).pair("name", kept.name);
        for (const auto& signatory : facts.signatories)
            if (signatory.id == kept.id) json.pair("must_sign", must_sign(signatory, facts.born, page.asked.today));
        json.pair("protected_identity", kept.protected_identity).pair("language", kept.language).maybe("ended_on", kept.ended_on);
        json.end_object();
    }
    json.end_array();
}

/// Who got the information sheet (S0-59); of a signatory the own receipts.
void write_information(form::JsonWriter& json, const Page& page)
{
    const auto given = information_given(page.permit);
    json.name("information").array();
    for (const auto& kept : page.kept)
        for (const auto& one : given)
            if (one.signatory == kept.id)
                json.object()
                    .pair("signatory", kept.number)
                    .pair("given_on", one.given_on)
                    .pair("given_by", organisation::person_name(page.permit.work(), one.given_by))
                    .pair("way", one.way)
                    .pair("edition", one.edition)
                    .end_object();
    json.end_array();
}

void write_form(form::JsonWriter& json, const Page& page, const Consent& form, bool whole)
{
    const auto& facts = page.permit.facts().consent;
    json.object().pair("number", form.number).pair("valid_from", form.valid_from).pair("last_day", form.last_day);
    write_agencies(json, page.permit.work(), "agencies", form.agencies);
    json.name("answers").array();
    for (const auto& kept : page.kept) {
        const auto* answer = newest_answer(page.given, form.number, kept.id);
        if (answer == nullptr) continue;
        json.object()
            .pair("signatory", kept.number)
            .pair("answer", answer->answer)
            .pair("signed_on", answer->signed_on)
            .pair("follow_up_answer", answer->follow_up_answer);
        for (const auto& one : form.answers)
            if (one.signatory == kept.id && one.excluded)
                for (const auto& agency : organisation::agencies(page.permit.work()))
                    if (agency.id == *one.excluded) json.pair("excluded_agency", agency.code);
        for (const auto& withdrawal : form.withdrawals)
            if (withdrawal.signatory == kept.id) json.pair("withdrawn_on", withdrawal.withdrawn_on);
        json.end_object();
    }
    json.end_array();
    if (whole) {  // the findings name every signatory
        json.pair("holds", holds(facts, form, page.asked.today).allowed()).name("findings");
        web::write_findings(
            json, page.asked.language(), page.asked.today, holds(facts, form, page.asked.today),
            [](const guideline::Finding& finding) { return finding.about; },
            actions_of_form(page.permit, page.asked.language()));
    }
    json.end_object();
}

/// The ways that stay open after a no, and the consent to research: what tells about the others too.
void write_after(form::JsonWriter& json, const Page& page)
{
    const auto& facts = page.permit.facts().consent;
    json.name("other_paths").array();
    if (needs_other_paths(facts, page.asked.today))
        for (const auto& path : other_paths(facts, page.asked.today))
            json.object().pair("path", path.what.name()).pair("reference", path.reference).pair("text", page.asked.say(path.what)).end_object();
    json.end_array();
    const auto with = with_follow_up(page.permit);
    const auto end = ended_on(page.permit);
    const auto* form = form_about_research(with, page.asked.today);
    const bool may = form != nullptr && may_follow_up(with, *form, page.asked.today, end).allowed();
    json.pair("follow_up", may);
    if (may && end) json.pair("follow_up_last_day", follow_up_last_day(*end));
    json.name("withdrawals").array();
    for (const auto& one : withdrawals(page.permit)) {
        json.object().pair("form", one.consent).pair("way", one.way).maybe("came_on", one.came_on);
        json.pair("registered_at", iso(one.registered_at)).end_object();
    }
    json.end_array();
}

void write_parts(form::JsonWriter& json, const std::vector<AgencyPart>& parts)
{
    const auto list = [&](std::string_view name, const std::vector<std::string>& codes) {
        json.name(name).array();
        for (const auto& code : codes) json.value(code);
        json.end_array();
    };
    json.name("parts").array();
    for (const auto& part : parts) {
        json.object().pair("agency", part.agency_name);
        list("gives", part.gives);
        list("receives", part.receives);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

Result<std::string> consents_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool whole = permit->answer(Compartment::social_services) == access::Answer::yes;
    const Page page{*permit, asked, signatories(*permit), answers(*permit)};
    const auto& facts = permit->facts().consent;
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number);
    if (whole) {  // whether all have answered tells about the others
        json.pair("state", access::name(permit->facts().consent_state)).maybe("ends_by_itself_on", ends_by_itself(facts, asked.today));
        write_agencies(json, work, "concerned", facts.concerned);
    }
    write_signatories(json, page);
    write_information(json, page);
    json.name("forms").array();
    for (const auto& form : facts.consents) write_form(json, page, form, whole);
    json.end_array();
    if (whole) write_after(json, page);
    return json.end_object().take();
}

Result<std::string> scope_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent_scope>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number);
    const auto* consent = in_force(permit->facts().consent, asked.today);
    json.pair("holds", consent != nullptr);
    if (consent != nullptr) {
        const auto scope = scope_of(*permit, *consent);
        json.pair("valid_from", consent->valid_from)
            .pair("last_day", consent->last_day)
            .pair("purpose", scope.purpose)
            .pair("information_kinds", scope.information_kinds)
            .pair("not_shared", scope.not_shared);
        write_agencies(json, work, "agencies", consent->agencies);
        write_parts(json, parts_of(*permit, consent->agencies, consent));
    }
    return json.end_object().take();
}

}  // namespace lots::consent
