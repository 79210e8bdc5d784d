#include "consent/commands.h"

#include <algorithm>

#include "cases/attachment.h"
#include "cases/decision_note.h"
#include "cases/going_on.h"
#include "cases/page.h"
#include "cases/record.h"
#include "consent/follows_part.h"
#include "consent/form_text.h"
#include "consent/forms.h"
#include "consent/gate_actions.h"
#include "consent/pages_parts.h"
#include "consent/parts.h"
#include "consent/rules_steps.h"
#include "consent/store.h"
#include "consent/store_parts.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::consent {

using access::CaseState;
using access::Compartment;
using access::Operation;
using namespace html::literals;

namespace {

/// Whether who collects is in order on that day. Only while the first consent is asked for is somebody named to collect it: renewals are
/// social services' own.
Collecting collecting(const access::CasePermit& permit, Date on)
{
    if (permit.facts().state != CaseState::consent_pending) return Collecting::in_order;
    const auto named = collector(permit);
    if (!named) return Collecting::not_approved;
    // Within the own board anybody who works there asks: nothing stops when the one who was named has left.
    if (named->of_own_board) return Collecting::in_order;
    // Who has left collects nothing from that day on, whenever it is registered; what was signed before that stands.
    const auto left_on = cases::vacant_since(permit, "collector");
    if (left_on && on >= *left_on) return Collecting::left;
    const auto until = approved_until(permit, named->person);
    return until && on <= *until ? Collecting::in_order : Collecting::not_approved;
}

/// What is looked up while the form is made is asked on the page itself, and so taken for done.
Form form_of(const access::CasePermit& permit, Date valid_from, Date last_day)
{
    const auto& facts = permit.facts().consent;
    const auto today = permit.work().today;
    const auto profile = organisation::profile_of(permit.work());
    Form form{valid_from, last_day, today, profile.consent_months_longest, facts.concerned, true, true, collecting(permit, today)};
    form.checked_on = today;
    form.check_months = profile.recheck_months;
    return form;
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
    prepared.about = about_in(*permit, asked.language());
    prepared.actions = actions_before_asking(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    const auto* before = newest(facts);
    if (before != nullptr && before->last_day >= work.today && in_force(facts, work.today) != before)
        prepared.above = html::warning_text(asked.words(), {.text = asked.say("consent.form_waits", {{"number", before->number}})});
    if (const auto* holding = in_force(facts, work.today))
        prepared.above << html::inset_text({.text = asked.say("consent.renewing", {{"number", holding->number}, {"from", from}})});
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> open_consent(access::Work& work, const OpenConsent& input)
{
    const auto permit = access::permit<Operation::prepare_consent>(work, input.case_number);
    if (!permit) return permit.error();
    if (!is_asking(*permit)) return not_found();
    if (*input.circumstances_checked_on > work.today) return invalid("circumstances_checked_on", "form.today_or_earlier");
    auto form = form_of(*permit, *input.valid_from, *input.last_day);
    form.list_complete = input.list_complete;
    form.lives_here = input.lives_here;
    form.checked_on = *input.circumstances_checked_on;
    auto decision = may_open(permit->facts().consent, form);
    decision.add(cases::going_on(*permit));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    std::optional<OutsideCollector> outside;
    const auto named = collector(*permit);
    if (permit->facts().state == CaseState::consent_pending && named && !named->of_own_board)
        outside = {named->person, named->named_by};
    const int number = add(*permit, input, form.agencies, outside);
    add_check(*permit, {{}, input.circumstances_source, input.circumstances_checked_on, true, "yes", {}});
    keep_wording(*permit, number, wording(*permit, input, form.agencies, number));
    return web::Landing{consents_url(*permit), "consent.opened", outcome_json(*permit, permit->facts().state, number)};
}

/// Whether this person could be asked when the form was signed.
guideline::Decision was_told(const access::CasePermit& permit, const Signatory& signatory, const Consent& form, Date signed_on)
{
    const auto told = told_for(permit.facts().consent, form, signatory.id, talks_of(permit), signed_on);
    return may_ask(told, collecting(permit, signed_on));
}

/// The young person in the last months before the birthday, where the municipality's jurist has decided that it is possible.
bool may_sign_ahead(const access::CasePermit& permit, const Signatory& signatory)
{
    const auto born = permit.facts().born;
    const auto today = permit.work().today;
    return signatory.role == SignatoryRole::youth && adult_signing_from(born) <= today && age_on(born, today) < 18 &&
           organisation::profile_of(permit.work()).adult_signs_ahead.has_value();
}

/// What the rule needs to know of an answer that is to be registered.
PaperAnswer paper_of(const access::CasePermit& permit, const RegisterAnswer& input, const Consent& form)
{
    const auto profile = organisation::profile_of(permit.work());
    const auto language = input.text_language.empty() ? std::string("sv") : input.text_language;
    PaperAnswer answer{answer_kind(input.answer), *input.signed_on, permit.work().today, form.last_day, input.signed_form.has_value(),
                       input.signature_seen, !input.follow_up_answer.empty(), !form.withdrawals.empty()};
    answer.text_confirmed = std::ranges::count(profile.confirmed_languages, language) > 0;
    answer.as_adult = input.as_adult;
    answer.jurist_has_decided = profile.adult_signs_ahead.has_value();
    answer.born = permit.facts().born;
    return answer;
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
    prepared.input.text_language = "sv";
    if (asked.request.path.starts_with("/arende")) prepared.choices.with("must_say", {{"yes", ""}});
    if (!may_sign_ahead(*permit, *signatory)) prepared.choices.with("not_ahead", {{"yes", ""}});
    form::Options agencies;
    for (const auto& agency : organisation::agencies(work))
        if (form->agencies.contains(agency.id)) agencies.push_back({agency.code, agency.name});
    prepared.choices.with("agencies", std::move(agencies));
    prepared.header = cases::case_header(*permit, asked);
    prepared.above << html::paragraph(asked.say("consent.answer_of", {{"who", named_words(*permit, asked.language(), *signatory)},
                                                                      {"number", form->number},
                                                                      {"from", form->valid_from},
                                                                      {"to", form->last_day}}));
    prepared.actions = actions_before_yes(*permit, asked.language(), *signatory);
    const auto told = was_told(*permit, *signatory, *form, work.today);
    if (!told.allowed()) {
        // Not the gate of the page: a no can always be registered.
        prepared.above << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("consent.yes_needs"), told,
                                        about_in(*permit, asked.language()), {}, prepared.actions);
    }
    prepared.above << html::paragraph(asked.say("consent.answer_between", {{"agencies", agency_names(work, form->agencies)}}));
    if (permit->facts().state == CaseState::consent_pending) prepared.above << html::inset_text({.text = asked.say("consent.refusal_ends")});
    else if (in_force(facts, work.today) != nullptr)
        prepared.above << html::inset_text({.text = asked.say("consent.refusal_leaves")});
    prepared.check = answer_follows(*permit, asked, *signatory, *form);
    prepared.about = about_in(*permit, asked.language());
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
    const auto kind = answer_kind(input.answer);
    const auto given = std::ranges::find(form->answers, signatory->id, &consent::Answer::signatory);
    // A yes that no longer stands is taken back, with the moment in which it was: never overwritten by a no.
    if (given != form->answers.end() && given->kind == AnswerKind::yes && kind != AnswerKind::yes)
        return invalid("answer", "field.register_answer.answer.withdraw_instead");

    if (!input.help.way.empty() && input.help.language.empty()) return invalid("interpreter_language", "consent.interpreter_language_missing");
    if (input.as_adult && signatory->role != SignatoryRole::youth) return invalid("as_adult", "consent.as_adult_youth");
    std::optional<AgencyId> excluded;
    if (kind == AnswerKind::excludes_agency) {
        const auto agency = organisation::agency_of_code(work, input.excluded_agency);
        if (!agency || !form->agencies.contains(agency->id))
            return invalid("excluded_agency", "field.register_answer.excluded_agency.missing");
        excluded = agency->id;
    }

    auto decision = may_register(paper_of(*permit, input, *form));
    if (kind == AnswerKind::yes) decision.add(was_told(*permit, *signatory, *form, *input.signed_on));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    std::optional<FileId> file;
    if (input.signed_form) file = cases::attach(*permit, cases::Drawer::social_services, *input.signed_form).id;
    add(*permit, form->id, signatory->id, input, file, excluded);
    end_hindrances(*permit, *signatory, "answered");
    // Who said no is for social services alone (T8).
    auto refusal = say(Language::sv, "consent.refused_by", {{"who", role_words(Language::sv, facts, *signatory)}});
    if (!input.reason.empty()) refusal += " " + input.reason;
    auto state = settle(*permit, refusal);
    if (kind != AnswerKind::yes) state = consider_closure(*permit, state);
    const auto before = permit->facts().recorded_state;
    const bool complete = state == CaseState::forming && before == CaseState::consent_pending;
    const char* done = complete                                                                        ? "consent.complete"
                       : state == CaseState::consent_refused                                           ? "consent.refused"
                       : state == CaseState::closure_review && before != CaseState::closure_review     ? "consent.extension_refused"
                                                                                                       : "consent.answered";
    // With the last yes the group is what comes next.
    return web::Landing{complete ? cases::case_url(*permit) / "deltagare" : consents_url(*permit), done, outcome_json(*permit, state)};
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
            register_answer, web::Confirmation::check_answers};
}

}  // namespace lots::consent
