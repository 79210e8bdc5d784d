#include "consent/rules.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::consent {

using access::ConsentState;
using guideline::Actor;
using guideline::Decision;

namespace {

constexpr int adult_years = 18;

const Answer* answer_of(const Consent& consent, const SignatoryId& signatory)
{
    const auto found = std::ranges::find(consent.answers, signatory, &Answer::signatory);
    return found == consent.answers.end() ? nullptr : &*found;
}

/// A yes counts on a day when it was given before or on it, and, from the 18th birthday on, by the adult that the person now is.
/// Our reading of settled 3, the strict default: what was signed before the birthday ends at midnight before it.
bool counts(const Answer& answer, const Signatory& signatory, Date born, Date on)
{
    if (answer.kind != AnswerKind::yes || answer.signed_on > on) return false;
    if (signatory.role != SignatoryRole::youth || age_on(born, on) < adult_years) return true;
    return answer.signed_on >= birthday(born, adult_years);
}

bool was_ever_complete(const Facts& facts, const Consent& consent)
{
    // Complete on some day of its term up to its end: the last signature decides, so look at the days on which something was signed.
    return std::ranges::any_of(consent.answers, [&](const Answer& answer) {
        const auto day = std::max(answer.signed_on, consent.valid_from);
        return std::ranges::all_of(facts.signatories, [&](const Signatory& signatory) {
            if (!must_sign(signatory, facts.born, day)) return true;
            const auto* given = answer_of(consent, signatory.id);
            return given != nullptr && counts(*given, signatory, facts.born, day);
        });
    });
}

bool is_refused(const Facts& facts, const Consent& consent, Date on)
{
    return std::ranges::any_of(facts.signatories, [&](const Signatory& signatory) {
        const auto* given = answer_of(consent, signatory.id);
        return given != nullptr && given->kind != AnswerKind::yes && must_sign(signatory, facts.born, on);
    });
}

}  // namespace

bool must_sign(const Signatory& signatory, Date born, Date on)
{
    if (signatory.ended_on && *signatory.ended_on <= on) return false;
    return signatory.role == SignatoryRole::youth || age_on(born, on) < adult_years;
}

Decision holds(const Facts& facts, const Consent& consent, Date on)
{
    Decision decision;
    const bool minor = age_on(facts.born, on) < adult_years;
    const auto required = [&](const Signatory& signatory) { return must_sign(signatory, facts.born, on); };
    const auto is_youth = [](const Signatory& signatory) { return signatory.role == SignatoryRole::youth; };

    // "både vårdnadshavarna och den unge": a list without the young person, or without any guardian of a minor, is not complete.
    const bool youth_listed = std::ranges::any_of(facts.signatories, [&](const auto& s) { return required(s) && is_youth(s); });
    const bool guardian_listed = std::ranges::any_of(facts.signatories, [&](const auto& s) { return required(s) && !is_youth(s); });
    if (!youth_listed || (minor && !guardian_listed)) decision.look(guideline::all_have_signed, false, Actor::social_services);

    for (const auto& signatory : facts.signatories) {
        if (!required(signatory)) continue;
        const auto* given = answer_of(consent, signatory.id);
        const bool yes = given != nullptr && counts(*given, signatory, facts.born, on);
        const auto about = std::to_string(signatory.number);
        decision.look(guideline::all_have_signed, yes, Actor::social_services, {}, about);
        if (given != nullptr && given->kind == AnswerKind::yes)
            decision.look(guideline::in_writing, given->form_attached && given->signature_seen, Actor::social_services, {}, about);
        if (given != nullptr && given->kind == AnswerKind::excludes_agency)
            decision.look(guideline::none_excluded, false, Actor::nobody, {}, about);
    }
    decision.look(guideline::all_concerned_covered, !facts.concerned.empty() && std::ranges::includes(consent.agencies, facts.concerned),
                  Actor::social_services);
    decision.look(guideline::within_term, consent.valid_from <= on && on <= consent.last_day, Actor::social_services);
    // A withdrawal by any signatory ends it at once: the day itself is no longer covered.
    const bool withdrawn = std::ranges::any_of(consent.withdrawals, [&](const Withdrawal& w) { return w.withdrawn_on <= on; });
    decision.look(guideline::not_withdrawn, !withdrawn, Actor::social_services);
    return decision;
}

const Consent* in_force(const Facts& facts, Date on)
{
    const Consent* newest = nullptr;
    for (const auto& consent : facts.consents)
        if (holds(facts, consent, on).allowed() && (newest == nullptr || newest->number < consent.number)) newest = &consent;
    return newest;
}

ConsentState state_on(const Facts& facts, Date on)
{
    if (in_force(facts, on) != nullptr) return ConsentState::valid;
    if (facts.consents.empty()) return ConsentState::none;
    if (std::ranges::any_of(facts.consents, [&](const Consent& consent) { return was_ever_complete(facts, consent); }))
        return ConsentState::ended;
    const auto& newest = *std::ranges::max_element(facts.consents, {}, &Consent::number);
    return is_refused(facts, newest, on) ? ConsentState::refused : ConsentState::pending;
}

bool names(const Facts& facts, const AgencyId& agency, Date on)
{
    const auto* consent = in_force(facts, on);
    return consent != nullptr && consent->agencies.contains(agency);
}

std::optional<Date> ends_by_itself(const Facts& facts, Date on)
{
    const auto* consent = in_force(facts, on);
    if (consent == nullptr) return std::nullopt;
    const auto after_term = next_day(consent->last_day);
    const auto adult = birthday(facts.born, adult_years);
    return on < adult ? std::min(after_term, adult) : after_term;
}

Decision may_ask(bool talked, bool told_all, bool collector_in_order)
{
    Decision decision;
    decision.look(guideline::talked_before_asked, talked, Actor::social_services);
    decision.look(guideline::two_roles_told, told_all, Actor::social_services);
    decision.look(guideline::collector_approved, collector_in_order, Actor::unit_manager);
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
    return decision;
}

Decision may_open(Date valid_from, Date last_day, int longest_months, const std::set<AgencyId>& agencies,
                  const std::set<AgencyId>& concerned)
{
    Decision decision;
    decision.look(guideline::all_concerned_covered, !concerned.empty() && std::ranges::includes(agencies, concerned),
                  Actor::social_services);
    decision.look(guideline::within_term, valid_from <= last_day, Actor::social_services);
    decision.look(guideline::term_not_too_long, last_day <= add_months(valid_from, longest_months), Actor::social_services);
    return decision;
}

}  // namespace lots::consent
