#include <algorithm>

#include "base/text.h"
#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "consent/commands.h"
#include "consent/forms.h"
#include "consent/parts.h"
#include "consent/rules_steps.h"
#include "consent/store.h"
#include "consent/store_parts.h"
#include "form/labels.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::consent {

using access::CaseState;
using access::Operation;
using access::Role;

namespace {

const std::vector<Role> roles_that_collect{Role::social_worker, Role::unit_manager, Role::coordinator,
                                           Role::police,        Role::school,       Role::agency_staff};

/// Opens the case for a step before the asking, and fills in what is the same on all of its pages.
template <class Input>
Result<access::Permit<Operation::prepare_consent>> begin(access::Work& work, const web::Asked& asked, web::Prepared<Input>& prepared)
{
    auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = consents_url(*permit);
    return permit;
}

void change(const access::CasePermit& permit)
{
    cases::touch(permit);
    cases::settle_suspension(permit);
}

/// Until there is an answer somebody else may take over.
bool may_name_collector(CaseState state) { return state == CaseState::decided_offer || state == CaseState::consent_pending; }

constexpr int usual_approval_days = 60;

/// In the own board when the person works there: another board is another agency (S2-04), and is approved as such.
std::optional<organisation::Acting> collector_of(const access::CasePermit& permit, const std::string& handle)
{
    auto own = organisation::acting_of_handle(permit.work(), handle, roles_that_collect, permit.facts().owner_agency);
    if (own) return own;
    return organisation::acting_of_handle(permit.work(), handle, roles_that_collect);
}

Result<web::Prepared<StartConsent>> prepare_start(access::Work& work, const web::Asked& asked)
{
    web::Prepared<StartConsent> prepared;
    const auto permit = begin(work, asked, prepared);
    if (!permit) return permit.error();
    if (!may_name_collector(permit->facts().state)) return not_found();
    prepared.input.approved_until = add_days(work.today, usual_approval_days);
    const auto& own = permit->facts().owner_agency;
    std::vector<organisation::Acting> people;
    for (auto& acting : organisation::people_who_act(work, {.roles = roles_that_collect})) {
        if (acting.assignment == work.reader.assignment) prepared.input.collector = acting.handle;
        const auto known = std::ranges::find(people, acting.handle, &organisation::Acting::handle);
        if (known == people.end()) people.push_back(std::move(acting));
        else if (acting.unit.agency == own && known->unit.agency != own) *known = std::move(acting);  // as collector_of
    }
    prepared.choices.with("people", organisation::people_options(people));
    prepared.back = cases::case_url(*permit);
    return prepared;
}

Result<web::Landing> start(access::Work& work, const StartConsent& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto state = permit->facts().state;
    if (!may_name_collector(state)) return not_found();
    const auto collector = collector_of(*permit, input.collector);
    if (!collector) return invalid("collector", "form.not_a_choice");
    const bool ours = collector->unit.agency == permit->facts().owner_agency;
    const auto allowed = organisation::profile_of(work).collecting_agencies;
    const bool agency_collects = std::ranges::count(allowed, collector->unit.agency_kind) > 0;
    if (auto no = work.unmet(may_collect(ours, input.approved, agency_collects))) return *no;
    if (!ours && (!input.approved_until || *input.approved_until < work.today))
        return invalid("approved_until", "field.start_consent.approved_until.missing");

    cases::touch(*permit);
    cases::end_assignments(*permit, "collector");
    cases::assign(*permit, collector->person, collector->unit.id, "collector");
    if (!ours) add_approval(*permit, collector->person, *input.approved_until);
    const cases::Grounds grounds{{}, {{"name", collector->name}, {"unit", collector->unit.name}}};
    if (state == CaseState::decided_offer) cases::move(*permit, CaseState::consent_pending, "T6", grounds);
    else cases::add_step_decision(*permit, "collector", grounds);
    return web::Landing{consents_url(*permit), "consent.started", outcome_json(*permit, CaseState::consent_pending)};
}

Result<web::Prepared<JudgeAgencies>> prepare_judge(access::Work& work, const web::Asked& asked)
{
    web::Prepared<JudgeAgencies> prepared;
    const auto permit = begin(work, asked, prepared);
    if (!permit) return permit.error();
    const auto& concerned = permit->facts().consent.concerned;
    for (const auto& agency : organisation::agencies(work)) {
        // A good first guess: without social services and police there is no group.
        const bool always = agency.kind == "social_services" || agency.kind == "police";
        if (concerned.contains(agency.id) || (concerned.empty() && always)) prepared.input.concerned.push_back(agency.code);
    }
    prepared.choices.with("agencies", organisation::agency_options(work));
    return prepared;
}

Result<web::Landing> judge_agencies(access::Work& work, const JudgeAgencies& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto chosen = [&](const organisation::Agency& agency) { return std::ranges::count(input.concerned, agency.code) > 0; };
    const auto all = organisation::agencies(work);
    const auto among = [&](std::string_view kind) {
        return std::ranges::any_of(all, [&](const auto& agency) { return agency.kind == kind && chosen(agency); });
    };
    if (auto no = work.unmet(may_judge(among("social_services"), among("police")))) return *no;
    if (input.not_concerned_reason.empty() && !std::ranges::all_of(all, chosen))
        return invalid("not_concerned_reason", "field.judge_agencies.not_concerned_reason.missing");

    change(*permit);
    const auto before = judged(*permit);
    std::string concerned, others;
    for (const auto& agency : all) {
        const bool is = chosen(agency);
        auto& names = is ? concerned : others;
        names += (names.empty() ? "" : ", ") + agency.name;
        if (before.contains(agency.id) && permit->facts().consent.concerned.contains(agency.id) == is) continue;
        judge(*permit, agency.id, is, is ? std::string_view{} : std::string_view(input.not_concerned_reason));
    }
    if (others.empty()) others = say(Language::sv, "consent.no_agency");
    cases::add_step_decision(*permit, "agencies", {input.not_concerned_reason, {{"agencies", concerned}, {"others", others}}});
    return web::Landing{consents_url(*permit), "consent.agencies_judged", outcome_json(*permit, settle(*permit))};
}

bool youth_is_listed(const access::CasePermit& permit)
{
    return std::ranges::any_of(permit.facts().consent.signatories, [&](const Signatory& signatory) {
        return signatory.role == SignatoryRole::youth && must_sign(signatory, permit.facts().born, permit.work().today);
    });
}

Result<web::Prepared<AddSignatory>> prepare_add(access::Work& work, const web::Asked& asked)
{
    web::Prepared<AddSignatory> prepared;
    const auto permit = begin(work, asked, prepared);
    if (!permit) return permit.error();
    auto& input = prepared.input;
    input.custody_checked_on = work.today;
    input.custody_source = "population_register";
    input.protected_identity = "none";
    input.language = asked.say("consent.usual_language");
    std::vector<std::string_view> roles;
    if (!youth_is_listed(*permit)) {
        const auto youth = cases::youth_of(*permit);
        input.role = "youth";
        input.name = youth.given_name + (youth.family_name.empty() ? "" : " " + youth.family_name);
        input.personal_number = youth.personal_number;
        roles.emplace_back("youth");
    }
    if (age_on(permit->facts().born, work.today) < 18) roles.insert(roles.end(), {"guardian", "appointed_guardian", "trustee"});
    if (roles.empty()) return not_found();  // an adult signs alone, and is listed
    if (input.role.empty()) input.role = "guardian";
    prepared.choices.with("role", form::Labels(asked.language(), "add_signatory").coded("role", roles));
    if (danger_if_seen(*permit) != Danger::not_asked) prepared.choices.with("danger_answered", {{"yes", ""}});
    if (permit->facts().consent_state == access::ConsentState::valid)
        prepared.above = html::warning_text(asked.words(), {.text = asked.say("consent.adding_suspends")});
    return prepared;
}

Result<web::Landing> add_signatory(access::Work& work, const AddSignatory& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const bool youth = input.role == "youth";
    if (youth && youth_is_listed(*permit)) return invalid("role", "field.add_signatory.role.listed");
    if (!youth && age_on(permit->facts().born, work.today) >= 18) return invalid("role", "field.add_signatory.role.adult");
    if (*input.custody_checked_on > work.today) return invalid("custody_checked_on", "form.today_or_earlier");
    auto danger = danger_if_seen(*permit);
    if (!input.danger_if_seen.empty()) {
        if (danger != Danger::not_asked) return invalid("danger_if_seen", "field.add_signatory.danger_if_seen.answered");
        danger = input.danger_if_seen == "yes" ? Danger::yes : Danger::no;
    }
    std::optional<PersonId> account;
    if (!input.account.empty()) {
        if (auto no = work.unmet(may_have_account(danger))) return *no;
        const auto acting = organisation::acting_of_handle(work, input.account, {youth ? Role::youth : Role::guardian});
        if (!acting || has_account(*permit, acting->person)) return invalid("account", "field.add_signatory.account.unknown");
        if (youth && is_another_youth(*permit, acting->person)) return invalid("account", "field.add_signatory.account.another");
        // The name is how a slip in a sign-in name shows before a stranger reads the case.
        if (organisation::person_name(work, acting->person) != trimmed(input.name))
            return invalid("account", "field.add_signatory.account.name");
        account = acting->person;
    }
    change(*permit);
    if (!input.danger_if_seen.empty()) add_danger_answer(*permit, input.danger_if_seen);
    const int number = add(*permit, input, account);
    return web::Landing{consents_url(*permit), "consent.signatory_added", outcome_json(*permit, settle(*permit), number)};
}

Result<web::Prepared<EndSignatory>> prepare_end(access::Work& work, const web::Asked& asked)
{
    web::Prepared<EndSignatory> prepared;
    const auto permit = begin(work, asked, prepared);
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, asked.part("signatory"));
    if (signatory == nullptr) return not_found();
    prepared.input.ended_on = work.today;
    prepared.above = html::paragraph(asked.say("consent.ends_for", {{"who", named_words(*permit, asked.language(), *signatory)}}));
    return prepared;
}

Result<web::Landing> end_signatory(access::Work& work, const EndSignatory& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    // A day to come would change the case some night with nobody deciding it.
    if (*input.ended_on > work.today) return invalid("ended_on", "form.today_or_earlier");
    if (signatory->role == SignatoryRole::youth && input.reason != "registered_wrong")
        return invalid("reason", "field.end_signatory.reason.youth");
    change(*permit);
    add_end(*permit, signatory->id, input);
    return web::Landing{consents_url(*permit), "consent.signatory_ended", outcome_json(*permit, settle(*permit))};
}

Result<web::Prepared<RegisterConversation>> prepare_conversation(access::Work& work, const web::Asked& asked)
{
    web::Prepared<RegisterConversation> prepared;
    const auto permit = begin(work, asked, prepared);
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, asked.part("signatory"));
    if (signatory == nullptr) return not_found();
    prepared.input.held_on = work.today;
    prepared.input.way = "meeting";
    prepared.above =
        html::paragraph(asked.say("consent.conversation_with", {{"who", named_words(*permit, asked.language(), *signatory)}}));
    return prepared;
}

Result<web::Landing> register_conversation(access::Work& work, const RegisterConversation& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    if (*input.held_on > work.today) return invalid("held_on", "form.today_or_earlier");
    if (!input.help.way.empty() && input.help.language.empty()) return invalid("interpreter_language", "consent.interpreter_language_missing");
    cases::touch(*permit);
    add(*permit, signatory->id, input);
    return web::Landing{consents_url(*permit), "consent.conversation_registered", outcome_json(*permit, permit->facts().state)};
}

}  // namespace

web::Command<StartConsent> start_consent_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/borja", "/api/v1/cases/{case}/consent-collection", "start_consent",
            start_consent_fields, prepare_start, start};
}

web::Command<JudgeAgencies> judge_agencies_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/myndigheter", "/api/v1/cases/{case}/concerned-agencies",
            "judge_agencies", judge_agencies_fields, prepare_judge, judge_agencies};
}

web::Command<AddSignatory> add_signatory_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/underskrivare", "/api/v1/cases/{case}/signatories", "add_signatory",
            add_signatory_fields, prepare_add, add_signatory};
}

web::Command<EndSignatory> end_signatory_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/underskrivare/{signatory}/avsluta",
            "/api/v1/cases/{case}/signatories/{signatory}/end", "end_signatory", end_signatory_fields, prepare_end, end_signatory,
            web::Confirmation::check_answers};
}

web::Command<RegisterConversation> register_conversation_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/underskrivare/{signatory}/samtal",
            "/api/v1/cases/{case}/signatories/{signatory}/conversations", "register_conversation", register_conversation_fields,
            prepare_conversation, register_conversation};
}

}  // namespace lots::consent
