#include "emergency/duties.h"

#include "emergency/store.h"

namespace lots::emergency {

std::vector<guideline::Duty> duties(const access::CasePermit& permit) { return duties_of(untold(permit)); }

}  // namespace lots::emergency
