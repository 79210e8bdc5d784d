#include "consent/commands_parts.h"

#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "consent/forms_parts.h"
#include "consent/parts.h"
#include "consent/rules_steps.h"
#include "consent/store.h"
#include "consent/store_parts.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::consent {

using access::Operation;

namespace {

// --- what an agency gives and receives ----------------------------------------------------------------------------------

Result<web::Prepared<DescribeAgency>> prepare_describe(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto agency = organisation::agency_of_code(work, asked.part("agency"));
    if (!agency) return not_found();
    const auto part = parts_of(*permit, {agency->id}, nullptr).front();
    web::Prepared<DescribeAgency> prepared;
    prepared.input = {{}, {}, part.unit, part.role, part.contact, part.gives, part.receives};
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = html::paragraph(asked.say("consent.part_of", {{"agency", agency->name}}));
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> describe(access::Work& work, const DescribeAgency& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto agency = organisation::agency_of_code(work, input.agency);
    if (!agency) return not_found();
    // Health is named only where a health agency takes part: it has a secrecy of its own (edge 4.29).
    const bool health = std::ranges::count(input.gives, "health") > 0;
    if (health && agency->kind != "health" && agency->kind != "sis")
        return invalid("gives", "consent.only_health_gives_health");
    if (std::ranges::count(input.gives, "assessment") > 0 && agency->kind != "social_services")
        return invalid("gives", "consent.only_social_services_give_assessment");
    cases::touch(*permit);
    cases::settle_suspension(*permit);
    add_part(*permit, agency->id, input);
    return web::Landing{consents_url(*permit), "consent.agency_described", outcome_json(*permit, permit->facts().state)};
}

// --- a hindered guardian ------------------------------------------------------------------------------------------------

Result<web::Prepared<HinderGuardian>> prepare_hinder(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto* signatory = signatory_numbered(*permit, asked.part("signatory"));
    if (signatory == nullptr) return not_found();
    web::Prepared<HinderGuardian> prepared;
    prepared.input.from_day = work.today;
    prepared.input.recheck_on = add_days(work.today, 30);
    // What is filled in below is taken for done; what stands in the way whatever is filled in shows.
    prepared.gate = may_leave_out({signatory->role,
                                   organisation::profile_of(work).hindered_guardian.has_value(),
                                   true,
                                   {work.today, add_days(work.today, 30)},
                                   work.today,
                                   said_no(permit->facts().consent, signatory->id),
                                   true});
    prepared.about = about_in(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = html::paragraph(
        asked.say("consent.hindered_who", {{"who", role_words(asked.language(), permit->facts().consent, *signatory)}}));
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> hinder(access::Work& work, const HinderGuardian& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = signatory_numbered(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    const auto setting = organisation::profile_of(work).hindered_guardian;
    const HinderedGuardian guardian{signatory->role,
                                    setting.has_value(),
                                    !input.reviewed_by.empty(),
                                    {*input.from_day, *input.recheck_on},
                                    work.today,
                                    said_no(permit->facts().consent, signatory->id),
                                    input.cannot_wait};
    if (auto no = work.unmet(may_leave_out(guardian))) return *no;
    cases::touch(*permit);
    cases::settle_suspension(*permit);
    add_hindrance(*permit, signatory->id, input, setting->jurist + ", " + setting->reference + ", " + iso(setting->decided_on));
    return web::Landing{consents_url(*permit), "consent.guardian_hindered", outcome_json(*permit, settle(*permit))};
}

Result<web::Prepared<EndHindrance>> prepare_end_hindrance(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto* signatory = signatory_numbered(*permit, asked.part("signatory"));
    if (signatory == nullptr || !is_hindered(*signatory, work.today)) return not_found();
    web::Prepared<EndHindrance> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = html::paragraph(
        asked.say("consent.hindered_who", {{"who", role_words(asked.language(), permit->facts().consent, *signatory)}}));
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> end_hindrance(access::Work& work, const EndHindrance& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = signatory_numbered(*permit, input.signatory);
    if (signatory == nullptr || !is_hindered(*signatory, work.today)) return not_found();
    cases::touch(*permit);
    cases::settle_suspension(*permit);
    end_hindrances(*permit, *signatory, "ended");
    return web::Landing{consents_url(*permit), "consent.hindrance_ended", outcome_json(*permit, settle(*permit))};
}

// --- the circumstances --------------------------------------------------------------------------------------------------

Result<web::Prepared<CheckCircumstances>> prepare_check(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<CheckCircumstances> prepared;
    prepared.input.source = "population_register";
    prepared.input.checked_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> check_circumstances(access::Work& work, const CheckCircumstances& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.checked_on > work.today) return invalid("checked_on", "form.today_or_earlier");
    cases::touch(*permit);
    cases::settle_suspension(*permit);
    add_check(*permit, input);
    const auto* done = input.lives_here == "no" ? "consent.moved"
                       : input.list_complete    ? "consent.checked"
                                                : "consent.checked_not_complete";
    return web::Landing{consents_url(*permit), done, outcome_json(*permit, permit->facts().state)};
}

}  // namespace

web::Command<DescribeAgency> describe_agency_command()
{
    return {Operation::prepare_consent,
            "/arende/{case}/samtycken/myndigheter/{agency}",
            "/api/v1/cases/{case}/concerned-agencies/{agency}",
            "describe_agency",
            describe_agency_fields,
            prepare_describe,
            describe};
}

web::Command<HinderGuardian> hinder_guardian_command()
{
    return {Operation::prepare_consent,
            "/arende/{case}/samtycken/underskrivare/{signatory}/hinder",
            "/api/v1/cases/{case}/signatories/{signatory}/hindrance",
            "hinder_guardian",
            hinder_guardian_fields,
            prepare_hinder,
            hinder};
}

web::Command<EndHindrance> end_hindrance_command()
{
    return {Operation::prepare_consent,
            "/arende/{case}/samtycken/underskrivare/{signatory}/hinder/avsluta",
            "/api/v1/cases/{case}/signatories/{signatory}/hindrance/end",
            "end_hindrance",
            end_hindrance_fields,
            prepare_end_hindrance,
            end_hindrance};
}

web::Command<CheckCircumstances> check_circumstances_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/uppgifter", "/api/v1/cases/{case}/circumstances",
            "check_circumstances",      check_circumstances_fields,           prepare_check,
            check_circumstances};
}

}  // namespace lots::consent
