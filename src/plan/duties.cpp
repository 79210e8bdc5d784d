#include "plan/duties.h"

#include "organisation/profile.h"
#include "plan/store.h"

namespace lots::plan {

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    return duties_of(promises(permit), organisation::profile_of(permit.work()).acceptance_days);
}

}  // namespace lots::plan
