#include "cases/decision_note.h"
#include "cases/page.h"
#include "cases/record.h"
#include "consent/commands.h"
#include "consent/follows_part.h"
#include "consent/forms.h"
#include "consent/gate_actions.h"
#include "consent/parts.h"
#include "consent/rules_steps.h"
#include "consent/store.h"
#include "consent/store_parts.h"

namespace lots::consent {

using access::CaseState;
using access::Compartment;
using access::Operation;
using namespace html::literals;

namespace {

/// Whose answer this reader may take back: any that they register for, or the own alone.
const Signatory* withdrawing(const access::CasePermit& permit, std::string_view number)
{
    const auto* signatory = required_signatory(permit, number);
    if (signatory == nullptr || permit.answer(Compartment::social_services) == access::Answer::yes) return signatory;
    return permit.facts().own_signatory == signatory->id ? signatory : nullptr;
}

Result<web::Prepared<WithdrawConsent>> prepare_withdraw(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::withdraw_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto& facts = permit->facts().consent;
    const auto* signatory = withdrawing(*permit, asked.part("signatory"));
    if (signatory == nullptr || withdrawable(facts, signatory->id, work.today).empty()) return not_found();
    web::Prepared<WithdrawConsent> prepared;
    const bool own = permit->answer(Compartment::social_services) == access::Answer::part;
    if (own)
        prepared.choices.with("own", {{"yes", ""}});
    else
        prepared.input.came_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    const auto who = own ? std::string{} : named_words(*permit, asked.language(), *signatory);
    prepared.above = html::inset_text(
        {.text = own ? asked.say("consent.withdraw_own") : asked.say("consent.withdraw_for", {{"who", who}})});
    prepared.check = withdrawal_follows(*permit, asked, *signatory, own);
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> withdraw(access::Work& work, const WithdrawConsent& input)
{
    const auto permit = access::permit<Operation::withdraw_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = withdrawing(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    const auto ended = withdrawable(permit->facts().consent, signatory->id, work.today);
    if (ended.empty()) return not_found();
    const bool own = permit->answer(Compartment::social_services) == access::Answer::part;
    if (!own && input.came_on && *input.came_on > work.today) return invalid("came_on", "form.today_or_earlier");
    auto withdrawal = input;
    if (own) {
        withdrawal.way = "own_page";
        withdrawal.came_on.reset();
    }

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    for (const auto& consent : ended) add_withdrawal(*permit, consent, signatory->id, withdrawal);
    end_hindrances(*permit, *signatory, "withdrew");
    const auto state = settle(*permit);
    return web::Landing{own ? html::Url("/"_url) : consents_url(*permit), "consent.withdrawn", outcome_json(*permit, state)};
}

Result<web::Prepared<ResumeCase>> prepare_resume(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::resume_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<ResumeCase> prepared;
    if (age_on(permit->facts().born, work.today) >= 18) prepared.choices.with("adult", {{"yes", ""}});
    prepared.gate = may_resume(permit->facts().consent, work.today);
    prepared.about = about_in(*permit, asked.language());
    prepared.actions = actions_of_form(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.check = resumption_follows(*permit, asked);
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> resume(access::Work& work, const ResumeCase& input)
{
    const auto permit = access::permit<Operation::resume_case>(work, input.case_number);
    if (!permit) return permit.error();
    const auto& facts = permit->facts();
    auto decision = may_resume(facts.consent, work.today);
    decision.add(cases::says_all(input.note, age_on(facts.born, work.today) < 18));
    if (auto no = work.unmet(decision)) return *no;
    check(facts.recorded_state == CaseState::suspended, "a case is suspended although its consent holds");

    cases::touch(*permit);
    const auto note = cases::add_decision(*permit, input.note, "osl-10-1");
    cases::move(*permit, facts.left_state, "T15", note);
    return web::Landing{cases::case_url(*permit), "consent.resumed", outcome_json(*permit, facts.left_state)};
}

}  // namespace

web::Command<WithdrawConsent> withdraw_consent_command()
{
    return {Operation::withdraw_consent,
            "/arende/{case}/samtycken/underskrivare/{signatory}/ta-tillbaka",
            "/api/v1/cases/{case}/signatories/{signatory}/withdrawal",
            "withdraw_consent",
            withdraw_consent_fields,
            prepare_withdraw,
            withdraw,
            web::Confirmation::check_answers};
}

web::Command<ResumeCase> resume_case_command()
{
    return {Operation::resume_case,
            "/arende/{case}/samtycken/ateruppta",
            "/api/v1/cases/{case}/resumption",
            "resume_case",
            resume_case_fields,
            prepare_resume,
            resume,
            web::Confirmation::check_answers};
}

}  // namespace lots::consent
