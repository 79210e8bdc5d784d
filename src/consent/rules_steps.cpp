#include "consent/rules_steps.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::consent {

using access::CaseState;
using guideline::Actor;
using guideline::Decision;
using guideline::Duty;
using guideline::Requirement;

namespace {

/// What a case that rests waits for: to be resumed, or the decision whether it goes on.
std::optional<Duty> due_while_suspended(const Facts& facts, Date on, int decision_days)
{
    const auto duty = [&](const Requirement& requirement, MessageKey what, Date from, std::string path) {
        return Duty{&requirement, Actor::social_services, {}, {}, what, add_days(from, decision_days), {}, std::move(path)};
    };
    if (const auto since = in_force_since(facts, on))
        return duty(guideline::all_have_signed, "duty.resume_case", *since, "samtycken/ateruppta");
    const auto stop = stopped(facts, on);
    if (!stop) return std::nullopt;
    return stop->by_withdrawal ? duty(guideline::not_withdrawn, "duty.decide_after_withdrawal", stop->on, "avsluta")
                               : duty(guideline::consent_renewed, "duty.decide_after_end", stop->on, "samtycken");
}

}  // namespace

Decision may_collect(bool of_social_services, bool approved)
{
    Decision decision;
    decision.look(guideline::collector_approved, of_social_services || approved, Actor::social_services);
    return decision;
}

Decision may_judge(bool social_services, bool police)
{
    Decision decision;
    decision.look(guideline::social_services_and_police, social_services && police, Actor::social_services);
    return decision;
}

Decision may_ask(bool talked, bool told_all, bool collector_in_order)
{
    Decision decision;
    decision.look(guideline::talked_before_asked, talked, Actor::social_services);
    decision.look(guideline::two_roles_told, told_all, Actor::social_services);
    decision.look(guideline::collector_approved, collector_in_order, Actor::social_services);
    return decision;
}

Date latest_start(const Facts& facts, Date on) { return ends_by_itself(facts, on).value_or(on); }

Decision may_open(const Facts& facts, const Form& form)
{
    Decision decision;
    decision.look(guideline::all_have_signed, all_are_listed(facts, form.on), Actor::social_services, {}, "list");
    decision.look(guideline::all_concerned_covered,
                  !facts.concerned.empty() && std::ranges::includes(form.agencies, facts.concerned), Actor::social_services);
    decision.look(guideline::within_term,
                  form.valid_from <= form.last_day && form.on <= form.last_day && form.valid_from <= latest_start(facts, form.on),
                  Actor::social_services);
    decision.look(guideline::term_not_too_long, form.last_day < add_months(form.valid_from, form.longest_months),
                  Actor::social_services);
    return decision;
}

Decision may_register(const PaperAnswer& answer)
{
    Decision decision;
    const bool yes = answer.kind == AnswerKind::yes;
    decision.look(guideline::in_writing, !yes || (answer.form_attached && answer.signature_seen), Actor::social_services);
    // Signed on or before the day it is registered, and not after the term has ended.
    decision.look(guideline::within_term, answer.signed_on <= answer.registered_on && answer.signed_on <= answer.last_day,
                  Actor::social_services);
    decision.look(guideline::follow_up_answer_apart, !yes || answer.follow_up_answered, Actor::social_services);
    // A form from which somebody has stepped back is dead: a new one is made and asked for.
    decision.look(guideline::not_withdrawn, !answer.withdrawn, Actor::social_services);
    return decision;
}

Decision may_start(const Facts& facts, const Consent& consent, Date on)
{
    auto decision = holds(facts, consent, on);
    const bool all_named = std::ranges::includes(consent.agencies, facts.concerned);
    // Said only when it is missing: the same requirement, met as the form was made, is among the findings already.
    if (!all_named) decision.look(guideline::all_concerned_covered, false, Actor::social_services, {}, "now");
    return decision;
}

Decision may_resume(const Facts& facts, Date on)
{
    if (const auto* consent = in_force(facts, on)) return may_start(facts, *consent, on);
    if (const auto* consent = newest(facts)) return may_start(facts, *consent, on);
    return may_start(facts, Consent{}, on);
}

std::vector<ConsentId> withdrawable(const Facts& facts, const SignatoryId& signatory, Date on)
{
    const auto person = std::ranges::find(facts.signatories, signatory, &Signatory::id);
    if (person == facts.signatories.end() || !must_sign(*person, facts.born, on)) return {};
    std::vector<ConsentId> open;
    bool said_yes = false;
    for (const auto& consent : facts.consents) {
        const bool gone = std::ranges::find(consent.withdrawals, signatory, &Withdrawal::signatory) != consent.withdrawals.end();
        if (gone || consent.last_day < on) continue;
        const auto given = std::ranges::find(consent.answers, signatory, &Answer::signatory);
        said_yes = said_yes || (given != consent.answers.end() && given->kind == AnswerKind::yes);
        open.push_back(consent.id);
    }
    if (!said_yes) open.clear();
    return open;
}

std::vector<Duty> due(const Facts& facts, CaseState state, Date on, int decision_days)
{
    std::vector<Duty> duties;
    if (state == CaseState::suspended) {
        if (auto duty = due_while_suspended(facts, on, decision_days)) duties.push_back(std::move(*duty));
        return duties;
    }
    const bool running = state == CaseState::forming || state == CaseState::planning || state == CaseState::active ||
                         state == CaseState::closure_review;
    const auto end = running ? ends_by_itself(facts, on) : std::nullopt;
    if (end)
        duties.push_back(Duty{&guideline::consent_renewed, Actor::social_services, {}, {}, "duty.renew_consent",
                          add_days(*end, -1), {}, "samtycken"});
    return duties;
}

}  // namespace lots::consent
