#include "nomination/rules.h"

#include <algorithm>
#include <array>

#include "guideline/dated.h"
#include "guideline/requirements.h"

namespace lots::nomination {

using guideline::Actor;
using guideline::Dated;
using guideline::Decision;

namespace {

using Crimes = std::array<std::string_view, 4>;
constexpr std::array crime_lists{
    Dated<Crimes>{2011y / 1 / 1, {}, {"robbery", "vehicle_theft", "violence_against_official", "interference_in_justice"}, "S0-43"},
};
constexpr std::array matter_codes{Dated<std::string_view>{2011y / 1 / 1, {}, "604", "S0-70"}};

/// Days to tell the one who made the notice what came of it.
constexpr std::array feedback_days{Dated<int>{2026y / 1 / 15, {}, 7, "sol-19-6"}};

bool is_notice(LegalGround ground) { return ground == LegalGround::concern_notice || ground == LegalGround::lul6_notification; }

/// Others propose by a note on the notice; the police also with a notification under LUL 6 §; about somebody who has turned 18 there is
/// neither, and the ground is the person's own consent. Social services know from themselves.
bool ground_fits(LegalGround ground, bool own, bool police, bool adult)
{
    switch (ground) {
    case LegalGround::own_knowledge: return own;
    case LegalGround::lul6_notification: return police;
    case LegalGround::adult_consent:
    case LegalGround::osl_10_15a: return !own && adult;
    case LegalGround::concern_notice: break;
    }
    return true;
}

/// S0-46 to S0-50, about somebody who has turned 18, for every proposer outside social services (settled 8).
Decision may_name_adult(const Facts& facts)
{
    Decision decision;
    const bool consent = facts.ground == LegalGround::adult_consent, by_law = facts.ground == LegalGround::osl_10_15a;
    decision.look(guideline::adult_consents_first, consent || by_law, Actor::youth);
    if (consent)
        decision.look(guideline::narrow_consent_first, referral_consent_holds(facts.consent, facts.oral_is_enough, facts.on), Actor::youth);
    // Our reading of law 7.2: from 1 December 2025 OSL 10:15 a may be another way. It is off until a jurist has said so for the municipality.
    if (by_law)
        decision.look(guideline::other_ground_decided, facts.osl_10_15a_allowed && facts.balanced && facts.on >= Date{2025y / 12 / 1},
                      Actor::administrator);
    return decision;
}

}  // namespace

LegalGround ground_of(std::string_view code)
{
    if (code == "lul6_notification") return LegalGround::lul6_notification;
    if (code == "own_knowledge") return LegalGround::own_knowledge;
    if (code == "adult_consent") return LegalGround::adult_consent;
    if (code == "osl_10_15a") return LegalGround::osl_10_15a;
    return LegalGround::concern_notice;
}

std::vector<std::string_view> strategic_crimes(Date on)
{
    const auto crimes = guideline::in_force(crime_lists, on);
    if (!crimes) return {};
    return {crimes->begin(), crimes->end()};
}

std::string_view matter_code(Date on) { return guideline::in_force(matter_codes, on).value_or(""); }

std::vector<std::string_view> reasons_for(std::string_view agency_kind)
{
    if (agency_kind == "police") return {"debut_age", "strategic_crime", "company", "leaves_network", "returns_home", "other"};
    if (agency_kind == "school") return {"school_absence", "company", "behaviour_change", "leaves_network", "other"};
    if (agency_kind == "leisure" || agency_kind == "association") return {"company", "behaviour_change", "leaves_network", "other"};
    if (agency_kind == "sis" || agency_kind == "prison_service")
        return {"returns_home", "leaves_network", "company", "behaviour_change", "other"};
    if (agency_kind == "employment_service") return {"no_work_or_school", "behaviour_change", "leaves_network", "other"};
    if (agency_kind == "health") return {"behaviour_change", "company", "other"};
    if (agency_kind.empty())  // everybody's together, for the description of the API
        return {"debut_age",    "strategic_crime", "company",           "behaviour_change", "leaves_network",
                "returns_home", "school_absence",  "no_work_or_school", "other"};
    return {"company", "behaviour_change", "leaves_network", "returns_home", "school_absence", "no_work_or_school", "other"};
}

bool referral_consent_holds(const ReferralConsent& consent, bool oral_is_enough, Date on)
{
    const bool holds = consent.given_on && consent.last_day && *consent.given_on <= on && on <= *consent.last_day;
    const bool said = consent.way == "paper" ? consent.kept : consent.way == "oral" && oral_is_enough;
    return holds && said;
}

Decision ground_holds(const Facts& facts)
{
    Decision decision;
    const bool own = facts.agency_kind == "social_services";
    const bool police = facts.agency_kind == "police";
    const bool adult = age_on(facts.born, facts.on) >= 18;
    constexpr auto proposer = Actor::proposer;

    decision.look(guideline::notice_or_lul, ground_fits(facts.ground, own, police, adult), proposer);
    if (police && facts.ground == LegalGround::lul6_notification)
        decision.look(guideline::lul_notification, facts.has_lul_reference, proposer);
    // The guideline calls the mark suitable; lifecycle T1 makes it a must, because without it nothing ties the notice to a proposal.
    if (!own && is_notice(facts.ground)) decision.look(guideline::flag_on_notice, facts.considered_for_sig, proposer);
    // Asked of nobody younger: a line that says "Klart" about an adult's own consent would say something that is not so.
    // Who names a ground of adults for a child has the wrong ground (S0-20).
    if (!own && adult) decision.add(may_name_adult(facts));
    // Our reading: 604 is the code of the notice; a notification under LUL has its own reference (S0-21), with a number or without.
    if (police)
        decision.look(guideline::police_matter_code,
                      facts.ground != LegalGround::concern_notice ||
                          (facts.has_registry_number && facts.police_matter_code == matter_code(facts.on)),
                      proposer);
    return decision;
}

Decision may_propose(const Facts& facts)
{
    auto decision = ground_holds(facts);
    const bool police = facts.agency_kind == "police";
    constexpr auto proposer = Actor::proposer;

    const auto allowed = reasons_for(facts.agency_kind);
    const auto listed = strategic_crimes(facts.on);
    const bool reasons_fit = std::ranges::all_of(facts.reasons, [&](const std::string& reason) {
        return std::ranges::find(allowed, reason) != allowed.end();
    });
    const bool crimes_listed = std::ranges::all_of(facts.strategic_crimes, [&](const std::string& crime) {
        return std::ranges::find(listed, crime) != listed.end();
    });
    const bool police_only = !facts.debut_age_given && facts.strategic_crimes.empty();
    decision.look(guideline::reasons_of_agency, !facts.reasons.empty() && reasons_fit && crimes_listed && (police || police_only), proposer);
    decision.look(guideline::weighed_assessment, !facts.reason.empty() && !facts.weighing.empty(), proposer);
    decision.look(guideline::why_this_method, !facts.why_sig.empty(), proposer);
    return decision;
}

Date assessment_last_day(Date noticed_on) { return add_days(noticed_on, 14); }

Decision may_take_up(const Review& review, const cases::DecisionNote& note)
{
    Decision decision;
    decision.look(guideline::one_open_case, !review.other_open_case, Actor::social_services);
    decision.look(guideline::lives_here, review.lives_here, Actor::social_services);
    decision.look(guideline::no_conflict, review.declares_no_conflict, Actor::unit_manager);
    // A proposal stands beside a notice and never instead of one: the one that social services have registered.
    if (review.rests_on_notice) decision.look(guideline::notice_or_lul, review.notice_registered, Actor::social_services);
    decision.add(cases::says_all(note, review.under_18));
    return decision;
}

Decision may_tell_notifier(const Feedback& feedback)
{
    Decision decision;
    const bool in_order = feedback.given_on >= feedback.decided_on && (feedback.told || feedback.reason);
    decision.look(guideline::notifier_told, feedback.notice_from_outside && in_order, Actor::social_services);
    return decision;
}

Date feedback_last_day(Date decided_on)
{
    // Before the table the law set no day; a week is then our own value, so that nobody is left without an answer.
    return add_days(decided_on, guideline::in_force(feedback_days, decided_on).value_or(7));
}

Decision may_take_back(bool undecided_or_waiting, bool taken_back_before)
{
    Decision decision;
    decision.look(guideline::proposal_taken_back, undecided_or_waiting && !taken_back_before, Actor::social_services);
    return decision;
}

Decision may_take_back_own(bool own, bool taken_up, bool taken_back_before)
{
    Decision decision;
    decision.look(guideline::proposal_taken_back, own && !taken_up && !taken_back_before, Actor::social_services);
    return decision;
}

Date keep_until(Date from_day, int months) { return add_months(from_day, months); }

Waits waits_of(const Turns& turns)
{
    const auto between = [](std::optional<Date> from, std::optional<Date> to) -> std::optional<int> {
        if (!from || !to) return std::nullopt;
        return days_between(*from, *to);
    };
    return {between(turns.received, turns.decided), between(turns.decided, turns.consented), between(turns.consented, turns.met)};
}

}  // namespace lots::nomination
