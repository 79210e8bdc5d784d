#include "plan/rules_standing.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::plan {

using guideline::Actor;
using guideline::Duty;

namespace {

/// The plan in force has lost all that it had of a kind: who must say something is asked to decide a new version. None while one stands.
template <class Is>
std::optional<Date> lost_on(const StandingFacts& facts, Is is)
{
    std::optional<Date> last;
    for (const auto& promise : facts.promises) {
        if (!is(promise)) continue;
        if (!promise.cancelled) return std::nullopt;
        last = std::max(last.value_or(*promise.since), *promise.since);
    }
    return last;
}

}  // namespace

std::vector<Duty> standing_duties(const StandingFacts& facts)
{
    std::vector<Duty> duties;
    if (const auto lost = lost_on(facts, [](const StandingPromise& one) { return one.owner == Owner::youth; }))
        duties.push_back({&guideline::youth_commits, Actor::coordinator, facts.coordinator, {}, "duty.plan_without_youth",
                          add_days(*lost, facts.days), {}, "plan"});
    if (const auto lost = lost_on(facts, [](const StandingPromise& one) { return one.agency_kind == "police"; }))
        duties.push_back({&guideline::police_task_in_plan, Actor::coordinator, facts.coordinator, {}, "duty.plan_without_police",
                          add_days(*lost, facts.days), {}, "plan"});
    if (!facts.decided && facts.consent_complete_on)
        duties.push_back({&guideline::something_soon, Actor::coordinator, facts.coordinator, {}, "duty.first_commitment",
                          add_days(*facts.consent_complete_on, facts.first_commitment_days), {}, "plan"});
    for (const auto& needed : facts.needed)
        duties.push_back({&guideline::agency_brought_in, Actor::social_services, facts.officer, {}, "duty.bring_in_agency",
                          add_days(needed.since, facts.days), needed.goal, "deltagare"});
    return duties;
}

}  // namespace lots::plan
