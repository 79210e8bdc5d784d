#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::consent {

/// What is due in this case because of its consent (rules_watch.h): of the case officer where there is one, of an approved collector.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::consent
