#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::plan {

/// What the agencies of this case owe by the plan: acceptances and commitments, each with its person and last day.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::plan
