#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::meeting {

/// What is due about meetings in this case today. Nothing sealed is opened.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::meeting
