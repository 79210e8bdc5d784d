#pragma once

#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::cases {

/// A case without an officer who may work with it is its unit manager's to give to somebody; somebody with a conflict of
/// interest who still has a function in it is the officer's to replace (FL 16-18 §§, edge case 4.14).
std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::cases
