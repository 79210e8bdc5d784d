#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::emergency {

/// Managers who have not noted yet that the case was opened (edge case 4.34). Nothing sealed is opened.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::emergency
