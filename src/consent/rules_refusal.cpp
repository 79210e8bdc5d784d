#include "consent/rules_refusal.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::consent {

using guideline::Actor;
using guideline::Decision;

namespace {

constexpr int adult_years = 18;
constexpr int own_request_years = 12;  // SoL 21:1: from 12 with the child's consent, from 15 at the own request
constexpr int follow_up_months = 60;

}  // namespace

std::optional<Date> extension_refused(const Facts& facts, Date on)
{
    const auto* holding = in_force(facts, on);
    const auto* asked = newest(facts);
    if (holding == nullptr || asked == holding) return std::nullopt;
    const bool asks_for_more = std::ranges::any_of(asked->agencies, [&](const AgencyId& agency) {
        return facts.concerned.contains(agency) && !holding->agencies.contains(agency);
    });
    std::optional<Date> first;
    for (const auto& answer : asked->answers) {
        const auto signatory = std::ranges::find(facts.signatories, answer.signatory, &Signatory::id);
        if (signatory == facts.signatories.end() || !has_a_say(*signatory, facts.born, on) || answer.signed_on > on)
            continue;
        // Edge 4.7: leaving out an agency that social services judge not concerned takes nothing that the group needs.
        const bool excludes = answer.kind == AnswerKind::excludes_agency &&
                              (!answer.excluded || facts.concerned.contains(*answer.excluded));
        const bool stops = excludes || (answer.kind == AnswerKind::no && asks_for_more);
        if (stops && (!first || answer.signed_on < *first)) first = answer.signed_on;
    }
    return first;
}

std::vector<OtherPath> other_paths(const Facts& facts, Date on)
{
    std::vector<OtherPath> paths{{"consent.path.usual", "sol-11-1"}};
    const int age = age_on(facts.born, on);
    const auto guardians = std::ranges::count_if(facts.signatories, [&](const Signatory& signatory) {
        return signatory.role != SignatoryRole::youth && has_a_say(signatory, facts.born, on);
    });
    if (guardians > 1) paths.push_back({"consent.path.one_guardian", "fb-6-13a"});
    if (age >= own_request_years && age < adult_years) paths.push_back({"consent.path.own_request", "sol-21-1"});
    // Who must report does so "till ett barns skydd": not of an adult.
    if (age < adult_years) paths.push_back({"consent.path.notice", "sol-19-1"});
    paths.push_back({"consent.path.ask_again", ""});
    return paths;
}

const Consent* form_about_research(const Facts& facts, Date on)
{
    const Consent* held = nullptr;
    const Consent* asked = nullptr;
    for (const auto& consent : facts.consents) {  // by number
        if (!has_held(facts, consent, on)) continue;
        held = &consent;
        const bool anybody = std::ranges::any_of(
            consent.answers, [](const Answer& answer) { return answer.follow_up != FollowUpAnswer::not_asked; });
        if (anybody) asked = &consent;
    }
    return asked != nullptr ? asked : held;
}

Decision may_follow_up(const Facts& facts, const Consent& consent, Date on, std::optional<Date> closed_on)
{
    Decision decision;
    decision.look(guideline::follow_up_in_time, !closed_on || on <= follow_up_last_day(*closed_on), Actor::nobody);
    // Who had to sign is judged by the day on which the form was complete: the same signatories as of the consent itself
    // (S1-67).
    auto complete = consent.valid_from;
    for (const auto& answer : consent.answers) complete = std::max(complete, answer.signed_on);
    if (!has_held(facts, consent, on)) decision.look(guideline::follow_up_of_all, false, Actor::nobody, {}, "form");
    for (const auto& signatory : facts.signatories) {
        if (!must_sign(signatory, facts.born, complete)) continue;
        const auto given = std::ranges::find(consent.answers, signatory.id, &Answer::signatory);
        const bool taken_back = std::ranges::any_of(facts.follow_up_withdrawals, [&](const Withdrawal& one) {
            // Who has said yes again since has not taken that yes back.
            return one.signatory == signatory.id && one.withdrawn_on <= on && given != consent.answers.end() &&
                   given->signed_on <= one.withdrawn_on;
        });
        const bool yes =
            given != consent.answers.end() && given->kind == AnswerKind::yes && given->follow_up == FollowUpAnswer::yes;
        decision.look(guideline::follow_up_of_all, yes && !taken_back, Actor::nobody, {}, std::to_string(signatory.number));
    }
    return decision;
}

Date follow_up_last_day(Date closed_on) { return add_months(closed_on, follow_up_months); }

}  // namespace lots::consent
