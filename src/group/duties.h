#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::group {

/// What is owed to the young person when the group changes: to be told.
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::group
