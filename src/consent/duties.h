#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::consent {

/// What is due in this case because of its consent: the renewal, the decision after a withdrawal. Of the case officer, where there is one.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::consent
