#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::closure {

/// What is due about the end of this case. Nothing sealed is opened.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::closure
