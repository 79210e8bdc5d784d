#include "plan/duties.h"

#include "cases/record.h"
#include "organisation/profile.h"
#include "plan/store.h"

namespace lots::plan {

using access::CaseState;

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    // What is open when a case ends is handed over with the decision (S1-62): from then on it is nobody's duty here.
    const auto state = permit.facts().recorded_state;
    const bool goes_on = state == CaseState::forming || state == CaseState::planning || state == CaseState::active ||
                         state == CaseState::suspended || state == CaseState::closure_review;
    if (!goes_on) return {};
    auto promised = promises(permit);
    const auto here = taking_part(permit);
    const auto lead = cases::leader(permit);
    for (auto& promise : promised) {
        promise.leader = lead;
        promise.person_left = promise.person && !here.contains(*promise.person);
        promise.asked_left = promise.asked && !here.contains(*promise.asked);
    }
    auto all = duties_of(promised, organisation::profile_of(permit.work()).acceptance_days);
    auto facts = standing_facts_of(permit);
    const auto now = permit.facts().state;
    // Nothing is begun while the case rests, or while its end is considered.
    if (now != CaseState::forming && now != CaseState::planning) facts.consent_complete_on.reset();
    facts.officer = cases::answers_for(permit);
    facts.coordinator = lead;
    for (auto& duty : standing_duties(facts)) all.push_back(std::move(duty));
    return all;
}

}  // namespace lots::plan
