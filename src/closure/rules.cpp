#include "closure/rules.h"

#include "guideline/law.h"
#include "guideline/requirements.h"

namespace lots::closure {

using access::CaseState;
using guideline::Actor;
using guideline::Decision;

namespace {

constexpr int adult_years = 18;

}  // namespace

Decision ready_to_close(const Open& open)
{
    Decision decision;
    decision.look(guideline::social_services_close, open.by_social_services, Actor::social_services);
    if (open.after_death) return decision;
    for (const int goal : open.goals)
        decision.look(guideline::goal_results, open.with_result.contains(goal), Actor::social_services, {}, std::to_string(goal));
    for (const int commitment : open.open_commitments)
        decision.look(guideline::handed_over, open.handed_over.contains(commitment), Actor::social_services, {},
                      std::to_string(commitment));
    for (const int meeting : open.without_minutes)
        decision.look(guideline::minutes_written, false, Actor::coordinator, {}, std::to_string(meeting));
    return decision;
}

Decision may_hand_over(const GoesOn& goes_on)
{
    Decision decision;
    decision.look(guideline::own_never_climb, goes_on.of_agency, Actor::nobody);
    decision.look(guideline::handed_over, goes_on.accepts, Actor::agency);
    // After a withdrawal nobody is told more than they know already.
    decision.look(guideline::consent_names_agency, goes_on.consent_holds || goes_on.promised_it, Actor::social_services);
    return decision;
}

Decision says_why(const Said& said)
{
    Decision decision;
    decision.look(guideline::closure_reason, !said.reason.empty() && !said.ground.empty(), Actor::social_services);
    return decision;
}

Decision may_continue(CaseState state, bool consent_holds)
{
    Decision decision;
    decision.look(guideline::closure_question_asked, state == CaseState::closure_review || state == CaseState::active, Actor::group);
    decision.look(guideline::within_term, consent_holds, Actor::social_services);
    return decision;
}

std::optional<Kept> kept_until(Date from, Date closed_on, Date born)
{
    const auto years = guideline::legal_number("file-kept", closed_on);
    if (!years) return std::nullopt;
    Kept kept{add_months(closed_on, 12 * years->value), years->reference};
    const auto age = guideline::legal_number("child-file-until-age", closed_on);
    if (age && age_on(born, from) < adult_years) {
        const auto grown = birthday(born, age->value);
        if (kept.earliest_day < grown) kept = {grown, age->reference};
    }
    return kept;
}

Date monitoring_last_day(Date closed_on) { return add_months(closed_on, 12); }

std::vector<guideline::Duty> duties(const DutyFacts& facts)
{
    std::vector<guideline::Duty> all;
    const bool decides = facts.state == CaseState::closure_review || facts.state == CaseState::suspended;
    if (decides && facts.raised_on)
        all.push_back({&guideline::closure_question_asked, Actor::social_services, facts.officer, {}, "duty.answer_closure_question",
                       add_days(*facts.raised_on, decide_days), {}, "avsluta"});
    const bool works = facts.state == CaseState::forming || facts.state == CaseState::planning || facts.state == CaseState::active;
    if (works && facts.considered_on)
        all.push_back({&guideline::closure_question_asked, Actor::social_services, facts.officer, {}, "duty.consider_closure",
                       add_days(*facts.considered_on, decide_days), {}, "fraga-om-avslut"});
    if (facts.state == CaseState::active && facts.continued_on)
        all.push_back({&guideline::no_rolling_on, Actor::social_services, facts.officer, {}, "duty.continue_or_close",
                       add_months(*facts.continued_on, facts.continue_or_close_months), {}, "fortsatt"});
    return all;
}

}  // namespace lots::closure
