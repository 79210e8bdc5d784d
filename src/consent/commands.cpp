#include "consent/commands.h"

#include <algorithm>

#include "cases/attachment.h"
#include "cases/decision_note.h"
#include "cases/going_on.h"
#include "cases/page.h"
#include "cases/record.h"
#include "consent/forms.h"
#include "consent/parts.h"
#include "consent/rules_steps.h"
#include "consent/store.h"
#include "organisation/profile.h"
#include "web/gates.h"

namespace lots::consent {

using access::CaseState;
using access::Compartment;
using access::Operation;
using namespace html::literals;

namespace {

AnswerKind kind_of(std::string_view code)
{
    if (code == "yes") return AnswerKind::yes;
    return code == "no" ? AnswerKind::no : AnswerKind::excludes_agency;
}

web::AboutWords about(const access::CasePermit& permit, Language language)
{
    return [language, facts = permit.facts().consent](const guideline::Finding& finding) { return about_words(language, facts, finding); };
}

Form form_of(const access::CasePermit& permit, Date valid_from, Date last_day)
{
    const auto& facts = permit.facts().consent;
    const auto longest = organisation::profile_of(permit.work()).consent_months_longest;
    return {valid_from, last_day, permit.work().today, longest, facts.concerned};
}

/// A form can be made from the day the asking has begun.
bool is_asking(const access::CasePermit& permit) { return permit.facts().state != CaseState::decided_offer; }

Result<web::Prepared<OpenConsent>> prepare_open(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!is_asking(*permit)) return not_found();
    const auto& facts = permit->facts().consent;
    const auto from = latest_start(facts, work.today);
    const auto last = add_days(add_months(from, organisation::profile_of(work).consent_months_usual), -1);  // both days included

    web::Prepared<OpenConsent> prepared;
    prepared.input = {{},
                      from,
                      last,
                      asked.say("consent.usual.purpose"),
                      asked.say("consent.usual.information_kinds"),
                      asked.say("consent.usual.not_shared"),
                      "population_register",
                      work.today};
    prepared.gate = may_open(facts, form_of(*permit, from, last));
    prepared.gate.add(cases::going_on(*permit));
    prepared.about = about(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    const auto* before = newest(facts);
    if (before != nullptr && before->last_day >= work.today && in_force(facts, work.today) != before)
        prepared.above = html::warning_text(asked.words(), {.text = asked.say("consent.form_waits", {{"number", before->number}})});
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> open_consent(access::Work& work, const OpenConsent& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    if (!is_asking(*permit)) return not_found();
    if (*input.circumstances_checked_on > work.today) return invalid("circumstances_checked_on", "form.today_or_earlier");
    const auto form = form_of(*permit, *input.valid_from, *input.last_day);
    auto decision = may_open(permit->facts().consent, form);
    decision.add(cases::going_on(*permit));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    std::optional<OutsideCollector> outside;
    if (const auto named = collector(*permit); named && !named->of_social_services) outside = {named->person, named->named_by};
    const int number = add(*permit, input, form.agencies, outside);
    return web::Landing{consents_url(*permit), "consent.opened", outcome_json(*permit, permit->facts().state, number)};
}

/// What this person was told in talks up to the day of the signature; for a renewal, since the form before it began to hold.
guideline::Decision was_told(const access::CasePermit& permit, const Signatory& signatory, const Consent& form, Date signed_on)
{
    std::optional<Date> since;
    for (const auto& other : permit.facts().consent.consents)
        if (other.number + 1 == form.number) since = other.valid_from;
    bool talked = false, purpose = false, withdrawal = false, police = false;
    for (const auto& talk : conversations(permit)) {
        if (talk.signatory != signatory.id || !talk.is_talk() || talk.held_on > signed_on || (since && talk.held_on < *since)) continue;
        talked = true;
        purpose = purpose || talk.told_purpose;
        withdrawal = withdrawal || talk.told_withdrawal;
        police = police || talk.told_police_duty;
    }
    return may_ask(talked, purpose && withdrawal && police, collector(permit).has_value());
}

Result<web::Prepared<RegisterAnswer>> prepare_answer(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::register_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto& facts = permit->facts().consent;
    const auto* signatory = required_signatory(*permit, asked.part("signatory"));
    const auto* form = newest(facts);
    if (signatory == nullptr || form == nullptr) return not_found();

    web::Prepared<RegisterAnswer> prepared;
    prepared.input.signed_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    prepared.above << html::paragraph(asked.say("consent.answer_of", {{"who", role_words(asked.language(), facts, *signatory)},
                                                                      {"number", form->number},
                                                                      {"from", form->valid_from},
                                                                      {"to", form->last_day}}));
    const auto told = was_told(*permit, *signatory, *form, work.today);
    if (!told.allowed()) {
        // Not the gate of the page: a no can always be registered.
        prepared.above << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("consent.yes_needs"), told, {}, {})
                       << html::paragraph(html::link(signatory_url(*permit, *signatory, "samtal"), asked.say("consent.link.conversation")));
    }
    prepared.above << html::inset_text({.text = asked.say("consent.refusal_ends")});
    prepared.about = about(*permit, asked.language());
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> register_answer(access::Work& work, const RegisterAnswer& input)
{
    const auto permit = access::permit<Operation::register_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto& facts = permit->facts().consent;
    const auto* signatory = required_signatory(*permit, input.signatory);
    const auto* form = newest(facts);
    if (signatory == nullptr || form == nullptr) return not_found();
    const auto kind = kind_of(input.answer);
    const auto given = std::ranges::find(form->answers, signatory->id, &consent::Answer::signatory);
    // A yes that no longer stands is taken back, with the moment in which it was: never overwritten by a no.
    if (given != form->answers.end() && given->kind == AnswerKind::yes && kind != AnswerKind::yes)
        return invalid("answer", "field.register_answer.answer.withdraw_instead");

    auto decision = may_register({kind, *input.signed_on, work.today, form->last_day, input.signed_form.has_value(), input.signature_seen,
                                  !input.follow_up_answer.empty(), !form->withdrawals.empty()});
    if (kind == AnswerKind::yes) decision.add(was_told(*permit, *signatory, *form, *input.signed_on));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    std::optional<FileId> file;
    if (input.signed_form) file = cases::attach(*permit, cases::Drawer::social_services, *input.signed_form).id;
    add(*permit, form->id, signatory->id, input, file);
    const auto state = settle(*permit);
    const char* done = state == CaseState::forming && permit->facts().recorded_state == CaseState::consent_pending ? "consent.complete"
                       : state == CaseState::consent_refused                                                       ? "consent.refused"
                                                                                                                   : "consent.answered";
    return web::Landing{consents_url(*permit), done, outcome_json(*permit, state)};
}

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
    if (own) prepared.choices.with("own", {{"yes", ""}});
    prepared.header = cases::case_header(*permit, asked);
    const auto who = role_words(asked.language(), facts, *signatory);
    prepared.above = html::inset_text({.text = own ? asked.say("consent.withdraw_own") : asked.say("consent.withdraw_for", {{"who", who}})});
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
    auto withdrawal = input;
    if (own) withdrawal.way = "own_page";

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    for (const auto& consent : ended) add_withdrawal(*permit, consent, signatory->id, withdrawal);
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
    prepared.about = about(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
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

web::Command<OpenConsent> open_consent_command()
{
    return {Operation::prepare_consent, "/arende/{case}/samtycken/blankett", "/api/v1/cases/{case}/consents", "open_consent",
            open_consent_fields, prepare_open, open_consent};
}

web::Command<RegisterAnswer> register_answer_command()
{
    return {Operation::register_consent, "/arende/{case}/samtycken/underskrivare/{signatory}/svar",
            "/api/v1/cases/{case}/signatories/{signatory}/answers", "register_answer", register_answer_fields, prepare_answer,
            register_answer};
}

web::Command<WithdrawConsent> withdraw_consent_command()
{
    return {Operation::withdraw_consent, "/arende/{case}/samtycken/underskrivare/{signatory}/ta-tillbaka",
            "/api/v1/cases/{case}/signatories/{signatory}/withdrawal", "withdraw_consent", withdraw_consent_fields, prepare_withdraw,
            withdraw, web::Confirmation::check_answers};
}

web::Command<ResumeCase> resume_case_command()
{
    return {Operation::resume_case, "/arende/{case}/samtycken/ateruppta", "/api/v1/cases/{case}/resumption", "resume_case",
            resume_case_fields, prepare_resume, resume};
}

}  // namespace lots::consent
