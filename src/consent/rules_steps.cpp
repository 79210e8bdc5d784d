#include "consent/rules_steps.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::consent {

using guideline::Actor;
using guideline::Decision;

namespace {

/// Where who collects has left, what is missing is somebody else, and not an approval.
const char* about(Collecting collecting) { return collecting == Collecting::left ? "collector_left" : ""; }

}  // namespace

Decision may_collect(bool of_social_services, bool approved, bool agency_collects)
{
    Decision decision;
    decision.look(guideline::agency_may_collect, of_social_services || agency_collects, Actor::social_services);
    decision.look(guideline::collector_approved, of_social_services || approved, Actor::social_services);
    return decision;
}

Decision may_have_account(Danger if_seen)
{
    Decision decision;
    const bool asked = if_seen != Danger::not_asked;
    decision.look(guideline::paper_when_dangerous, if_seen == Danger::no, Actor::nobody, {}, asked ? "" : "danger_not_asked");
    return decision;
}

Decision may_leave_out(const HinderedGuardian& guardian)
{
    Decision decision;
    // The young person is never left out, and nobody else is before a jurist of the municipality has decided that it is possible.
    decision.look(guideline::all_have_signed, guardian.role != SignatoryRole::youth, Actor::nobody, {}, "youth_left_out");
    // "Den som säger nej är inte hindrad": a no is an answer, and S0-22 asks for a yes.
    decision.look(guideline::all_have_signed, !guardian.said_no, Actor::nobody, {}, "said_no");
    decision.look(guideline::hindrance_reviewed, guardian.jurist_has_decided, Actor::nobody, {}, "jurist");
    decision.look(guideline::hindrance_reviewed, guardian.reviewed, Actor::unit_manager, {}, "manager");
    // FB 6:13 second paragraph: the other guardian decides alone only in what cannot wait.
    decision.look(guideline::hindrance_reviewed, guardian.cannot_wait, Actor::social_services, {}, "cannot_wait");
    const auto& days = guardian.days;
    const bool soon = guardian.on <= days.from && days.from <= days.last_day && days.last_day < add_days(days.from, hindrance_days_longest);
    decision.look(guideline::hindrance_reviewed, soon, Actor::social_services, {}, "recheck");
    return decision;
}

Decision may_judge(bool social_services, bool police)
{
    Decision decision;
    decision.look(guideline::social_services_and_police, social_services && police, Actor::social_services);
    return decision;
}

Told told_for(const Facts& facts, const Consent& form, const SignatoryId& signatory, const std::vector<Talk>& talks, Date signed_on)
{
    std::optional<Date> since;
    for (const auto& other : facts.consents) {  // by number: the latest that has held counts
        if (other.number >= form.number || !has_held(facts, other, signed_on)) continue;
        since = other.valid_from;
        for (const auto& answer : other.answers)
            if (answer.signatory == signatory) since = std::max(other.valid_from, answer.signed_on);
    }
    Told told;
    for (const auto& talk : talks) {
        if (talk.with != signatory || talk.held_on > signed_on || (since && talk.held_on <= *since)) continue;
        told.talked = true;
        told.purpose = told.purpose || talk.told_purpose;
        told.withdrawal = told.withdrawal || talk.told_withdrawal;
        told.police_duty = told.police_duty || talk.told_police_duty;
    }
    return told;
}

Decision may_ask(const Told& told, Collecting collecting)
{
    Decision decision;
    decision.look(guideline::talked_before_asked, told.talked, Actor::social_services);
    decision.look(guideline::talked_before_asked, told.purpose && told.withdrawal, Actor::social_services, {}, "told");
    decision.look(guideline::two_roles_told, told.police_duty, Actor::social_services);
    decision.look(guideline::collector_approved, collecting == Collecting::in_order, Actor::social_services, {}, about(collecting));
    return decision;
}

Date latest_start(const Facts& facts, Date on) { return ends_by_itself(facts, on).value_or(on); }

Decision may_open(const Facts& facts, const Form& form)
{
    Decision decision;
    decision.look(guideline::all_have_signed, all_are_listed(facts, form.on), Actor::social_services, {}, "list");
    decision.look(guideline::all_concerned_covered,
                  !facts.concerned.empty() && std::ranges::includes(form.agencies, facts.concerned), Actor::social_services);
    decision.look(guideline::collector_approved, form.collecting == Collecting::in_order, Actor::social_services, {},
                  about(form.collecting));
    decision.look(guideline::circumstances_checked, form.list_complete, Actor::social_services);
    const auto* holding = in_force(facts, form.on);
    const bool recent = add_months(form.on, -form.check_months) <= form.checked_on && form.checked_on <= form.on &&
                        (holding == nullptr || holding->valid_from <= form.checked_on);
    decision.look(guideline::circumstances_checked, recent, Actor::social_services, {}, "check_old");
    decision.look(guideline::lives_here, form.lives_here, Actor::social_services);
    // Each its own finding, so that it is said which day is wrong.
    decision.look(guideline::within_term, form.valid_from <= form.last_day && form.on <= form.last_day, Actor::social_services, {}, "ended");
    decision.look(guideline::within_term, form.on <= form.valid_from, Actor::social_services, {}, "past");
    decision.look(guideline::within_term, form.valid_from <= latest_start(facts, form.on), Actor::social_services, {}, "gap");
    decision.look(guideline::term_not_too_long, form.last_day < add_months(form.valid_from, form.longest_months),
                  Actor::social_services);
    return decision;
}

Decision may_register(const PaperAnswer& answer)
{
    Decision decision;
    const bool yes = answer.kind == AnswerKind::yes;
    decision.look(guideline::in_writing, !yes || (answer.form_attached && answer.signature_seen), Actor::social_services);
    decision.look(guideline::within_term, answer.signed_on <= answer.registered_on, Actor::social_services, {}, "signed_later");
    decision.look(guideline::within_term, answer.signed_on <= answer.last_day, Actor::social_services, {}, "signed_late");
    decision.look(guideline::language_confirmed, !yes || answer.text_confirmed, Actor::social_services);
    if (yes && answer.as_adult) {
        // Looked at only when it is asked for: by default the adult signs anew on the birthday or after it.
        const bool old_enough = answer.born && adult_signing_from(*answer.born) <= answer.signed_on;
        decision.look(guideline::signs_as_adult, answer.jurist_has_decided && old_enough, Actor::nobody);
    }
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
    if (person == facts.signatories.end() || !has_a_say(*person, facts.born, on)) return {};
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

}  // namespace lots::consent
