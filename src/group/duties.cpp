#include "group/duties.h"

#include "cases/record.h"
#include "group/rules_duties.h"
#include "group/store.h"
#include "organisation/profile.h"

namespace lots::group {

using access::CaseState;

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    const auto state = permit.facts().recorded_state;
    const bool goes_on = state == CaseState::forming || state == CaseState::planning || state == CaseState::active ||
                         state == CaseState::suspended || state == CaseState::closure_review;
    if (!goes_on) return {};
    DutyFacts facts;
    facts.changes = changes_not_told(permit);
    facts.days_to_tell = organisation::profile_of(permit.work()).acceptance_days;
    facts.coordinator = cases::leader(permit);
    return duties_of(facts);
}

}  // namespace lots::group
