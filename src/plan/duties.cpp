#include "plan/duties.h"

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
    return duties_of(promises(permit), organisation::profile_of(permit.work()).acceptance_days);
}

}  // namespace lots::plan
