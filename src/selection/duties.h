#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::selection {

/// What is due in this case because of its newest decision about an offer.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::selection
