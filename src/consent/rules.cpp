#include "consent/rules.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::consent {

using access::ConsentState;
using guideline::Actor;
using guideline::Decision;

namespace {

constexpr int adult_years = 18;
constexpr int signs_ahead_months = 3;  // settled 3: from 17 years and 9 months

const Answer* answer_of(const Consent& consent, const SignatoryId& signatory)
{
    const auto found = std::ranges::find(consent.answers, signatory, &Answer::signatory);
    return found == consent.answers.end() ? nullptr : &*found;
}

/// A yes counts on a day when it was given before or on it, and, from the 18th birthday on, by the adult that the person now is.
/// Our reading of settled 3, the strict default: what was signed before the birthday ends at midnight before it. Where a jurist has
/// decided so, what was signed for that time too in the last three months goes on.
bool counts(const Answer& answer, const Signatory& signatory, Date born, Date on)
{
    if (answer.kind != AnswerKind::yes || answer.signed_on > on) return false;
    if (signatory.role != SignatoryRole::youth || age_on(born, on) < adult_years) return true;
    return answer.signed_on >= (answer.as_adult ? adult_signing_from(born) : birthday(born, adult_years));
}

/// The days on which a consent may begin or cease to hold without a withdrawal.
std::set<Date> days_of_change(const Facts& facts, const Consent& consent)
{
    std::set<Date> days{consent.valid_from, next_day(consent.last_day), birthday(facts.born, adult_years)};
    for (const auto& answer : consent.answers) days.insert(answer.signed_on);
    for (const auto& signatory : facts.signatories) {
        if (signatory.added_on) days.insert(*signatory.added_on);
        if (signatory.ended_on) days.insert(*signatory.ended_on);
        for (const auto& days_off : signatory.hindered) days.insert({days_off.from, next_day(days_off.last_day)});
    }
    return days;
}

}  // namespace

Date adult_signing_from(Date born) { return add_months(birthday(born, adult_years), -signs_ahead_months); }

bool has_a_say(const Signatory& signatory, Date born, Date on)
{
    if (signatory.added_on && on < *signatory.added_on) return false;
    if (signatory.ended_on && *signatory.ended_on <= on) return false;
    return signatory.role == SignatoryRole::youth || age_on(born, on) < adult_years;
}

bool is_hindered(const Signatory& signatory, Date on)
{
    return std::ranges::any_of(signatory.hindered, [&](const Hindrance& days) { return days.from <= on && on <= days.last_day; });
}

bool must_sign(const Signatory& signatory, Date born, Date on)
{
    return has_a_say(signatory, born, on) && (signatory.role == SignatoryRole::youth || !is_hindered(signatory, on));
}

bool all_are_listed(const Facts& facts, Date on)
{
    // "både vårdnadshavarna och den unge": a list without the young person, or without any guardian of a minor, is not complete.
    const auto listed = [&](bool youth) {
        return std::ranges::any_of(facts.signatories, [&](const Signatory& signatory) {
            return (signatory.role == SignatoryRole::youth) == youth && must_sign(signatory, facts.born, on);
        });
    };
    return listed(true) && (age_on(facts.born, on) >= adult_years || listed(false));
}

Decision holds(const Facts& facts, const Consent& consent, Date on)
{
    Decision decision;
    if (!all_are_listed(facts, on)) decision.look(guideline::all_have_signed, false, Actor::social_services, {}, "list");
    for (const auto& signatory : facts.signatories) {
        const auto* given = answer_of(consent, signatory.id);
        // Of somebody who is hindered an answer is not waited for, but a no on this form is a no.
        const bool no = given != nullptr && given->kind != AnswerKind::yes && given->signed_on <= on && has_a_say(signatory, facts.born, on);
        if (!no && !must_sign(signatory, facts.born, on)) continue;
        const bool yes = given != nullptr && counts(*given, signatory, facts.born, on);
        const auto about = std::to_string(signatory.number);
        decision.look(guideline::all_have_signed, yes, Actor::social_services, {}, about);
        if (given != nullptr && given->kind == AnswerKind::yes)
            decision.look(guideline::in_writing, given->form_attached && given->signature_seen, Actor::social_services, {}, about);
        if (given != nullptr && given->kind == AnswerKind::excludes_agency)
            decision.look(guideline::none_excluded, false, Actor::nobody, {}, about);
    }
    decision.look(guideline::all_concerned_covered,
                  !consent.concerned.empty() && std::ranges::includes(consent.agencies, consent.concerned), Actor::social_services);
    decision.look(guideline::within_term, consent.valid_from <= on && on <= consent.last_day, Actor::social_services);
    // A withdrawal by any signatory ends it at once: the day itself is no longer covered.
    const bool withdrawn = std::ranges::any_of(consent.withdrawals, [&](const Withdrawal& w) { return w.withdrawn_on <= on; });
    decision.look(guideline::not_withdrawn, !withdrawn, Actor::social_services);
    return decision;
}

const Consent* in_force(const Facts& facts, Date on)
{
    const Consent* found = nullptr;
    for (const auto& consent : facts.consents)
        if (holds(facts, consent, on).allowed() && (found == nullptr || found->number < consent.number)) found = &consent;
    return found;
}

const Consent* newest(const Facts& facts)
{
    const auto found = std::ranges::max_element(facts.consents, {}, &Consent::number);
    return found == facts.consents.end() ? nullptr : &*found;
}

bool said_no(const Facts& facts, const SignatoryId& signatory)
{
    bool no = false;
    for (const auto& consent : facts.consents) {  // by number
        const auto* given = answer_of(consent, signatory);
        const bool gone = std::ranges::find(consent.withdrawals, signatory, &Withdrawal::signatory) != consent.withdrawals.end();
        // What was said to an older form stays the last word until this one is answered.
        if (given != nullptr || gone) no = gone || given->kind != AnswerKind::yes;
    }
    return no;
}

bool refused(const Facts& facts, const Consent& consent, Date on)
{
    return std::ranges::any_of(facts.signatories, [&](const Signatory& signatory) {
        if (!has_a_say(signatory, facts.born, on)) return false;
        const auto* given = answer_of(consent, signatory.id);
        if (given != nullptr && given->kind != AnswerKind::yes && given->signed_on <= on) return true;
        return std::ranges::any_of(consent.withdrawals, [&](const Withdrawal& w) {
            return w.signatory == signatory.id && w.withdrawn_on <= on;
        });
    });
}

bool has_held(const Facts& facts, const Consent& consent, Date on)
{
    for (const auto day : days_of_change(facts, consent)) {
        if (day > on) break;
        auto then = consent;
        std::erase_if(then.withdrawals, [&](const Withdrawal& w) { return w.withdrawn_on >= day; });
        if (holds(facts, then, day).allowed()) return true;
    }
    return false;
}

bool held_in_the_morning(const Facts& facts, Date on)
{
    return std::ranges::any_of(facts.consents, [&](Consent consent) {
        std::erase_if(consent.withdrawals, [&](const Withdrawal& w) { return w.withdrawn_on >= on; });
        return holds(facts, consent, on).allowed();
    });
}

ConsentState state_on(const Facts& facts, Date on)
{
    if (in_force(facts, on) != nullptr) return ConsentState::valid;
    const auto* last = newest(facts);
    if (last == nullptr) return ConsentState::none;
    if (std::ranges::any_of(facts.consents, [&](const Consent& consent) { return has_held(facts, consent, on); }))
        return ConsentState::ended;
    return refused(facts, *last, on) ? ConsentState::refused : ConsentState::pending;
}

bool names(const Facts& facts, const AgencyId& agency, Date on)
{
    const auto* consent = in_force(facts, on);
    return consent != nullptr && consent->agencies.contains(agency);
}

std::optional<Date> in_force_since(const Facts& facts, Date on)
{
    const auto* consent = in_force(facts, on);
    if (consent == nullptr) return std::nullopt;
    auto since = on;
    const auto days = days_of_change(facts, *consent);
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        if (*day > on) continue;
        if (!holds(facts, *consent, *day).allowed()) break;
        since = *day;
    }
    return since;
}

std::optional<Stop> stopped(const Facts& facts, Date on)
{
    if (in_force(facts, on) != nullptr) return std::nullopt;
    const Consent* last = nullptr;
    for (const auto& consent : facts.consents)
        if (has_held(facts, consent, on) && (last == nullptr || last->number < consent.number)) last = &consent;
    if (last == nullptr) return std::nullopt;

    auto without = *last;
    without.withdrawals.clear();
    const auto days = days_of_change(facts, *last);
    bool held = false;
    const Date* ended = nullptr;
    for (const auto& day : days) {
        if (day > on) break;
        if (holds(facts, without, day).allowed()) held = true, ended = nullptr;
        else if (held && ended == nullptr) ended = &day;
    }
    if (last->withdrawals.empty()) return ended != nullptr ? std::optional(Stop{*ended}) : std::nullopt;
    const auto first = std::ranges::min(last->withdrawals, {}, &Withdrawal::withdrawn_on).withdrawn_on;
    return ended != nullptr && *ended <= first ? Stop{*ended} : Stop{first, true};
}

std::optional<Date> ends_by_itself(const Facts& facts, Date on)
{
    if (in_force(facts, on) == nullptr) return std::nullopt;
    std::set<Date> days;
    for (const auto& consent : facts.consents) days.merge(days_of_change(facts, consent));
    for (const auto day : days)
        if (day > on && in_force(facts, day) == nullptr) return day;
    return std::nullopt;  // not reached: after the last of all last days nothing holds
}

std::optional<Date> next_change(const Facts& facts, Date on)
{
    std::set<Date> days;
    for (const auto& consent : facts.consents) days.merge(days_of_change(facts, consent));
    const auto* now = in_force(facts, on);
    for (const auto day : days)
        if (day > on && in_force(facts, day) != now) return day;
    return std::nullopt;
}

}  // namespace lots::consent
