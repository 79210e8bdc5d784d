#pragma once

#include <optional>
#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::cases {

/// A case without an officer who may work with it, or whose officer or coordinator has left, is its unit manager's to give to
/// somebody; somebody with a conflict of interest who still has a function in it is the officer's to replace (FL 16-18 §§, edge
/// cases 4.14 and 4.26).
std::vector<guideline::Duty> duties(const access::CasePermit& permit);
/// The first day after today on which the assignment of somebody with a function in the case, or of a manager of its unit, begins or
/// no longer counts, as far as it is written today.
std::optional<Date> next_change(const access::CasePermit& permit);

}  // namespace lots::cases
