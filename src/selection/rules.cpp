#include "selection/rules.h"

#include "guideline/requirements.h"

namespace lots::selection {

using guideline::Actor;
using guideline::Decision;

namespace {

/// S4-14: an intervention has an end, and what can be appealed says how: the granted and the refused assistance, but not a place in
/// a queue, which decides nothing yet.
bool end_and_appeal(const Facts& facts)
{
    const bool intervention = facts.mode != Mode::cooperation_form;
    const bool end = facts.outcome != Outcome::offer || !intervention ||
                     (facts.intervention_last_day && *facts.intervention_last_day >= facts.on);
    const bool appealed = facts.mode == Mode::assessed_intervention && facts.outcome != Outcome::waitlist;
    return end && (!appealed || facts.appeal_information);
}

}  // namespace

bool within_ages(Date born, Date on, int youngest_years, int oldest_years)
{
    const int age = age_on(born, on);
    return youngest_years <= age && age <= oldest_years;
}

Decision known_before(bool by_social_services, Date born, Date on, int youngest_years, int oldest_years)
{
    Decision decision;
    decision.look(guideline::social_services_decide, by_social_services, Actor::social_services);
    decision.look(guideline::within_age_band, within_ages(born, on, youngest_years, oldest_years), Actor::social_services);
    return decision;
}

Decision may_decide_offer(const Facts& facts, const cases::DecisionNote& note)
{
    auto decision = known_before(facts.by_social_services, facts.born, facts.on, facts.youngest_years, facts.oldest_years);
    decision.look(guideline::no_conflict, facts.declares_no_conflict, Actor::unit_manager);
    decision.look(guideline::category_named, facts.category_named, Actor::social_services);
    decision.look(guideline::sources_named, facts.sources_named, Actor::social_services);
    decision.look(guideline::commits_crimes, facts.commits_crimes, Actor::social_services);
    if (facts.outcome == Outcome::offer) decision.look(guideline::room_for_more, facts.room_for_more, Actor::unit_manager);
    decision.look(guideline::intervention_end_named, end_and_appeal(facts), Actor::social_services);
    decision.add(cases::says_all(note, age_on(facts.born, facts.on) < 18));
    return decision;
}

}  // namespace lots::selection
