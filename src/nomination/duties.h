#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::nomination {

/// What is due in this case because it was proposed.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::nomination
