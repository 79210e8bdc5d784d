#pragma once

#include <optional>

#include "access/permit.h"
#include "guideline/decision.h"

namespace lots::cases {

/// The last day on which it was decided to go on (T17), or the group became active (T10): of a plan that came in from paper
/// the day on which it was decided there. A suspension in between decides nothing about that.
std::optional<Date> decided_to_go_on_on(const access::CasePermit& permit);

/// May anything be decided that lets the group go on: a new version of the plan, a new consent? Not when the decision to
/// continue or close is overdue. Nothing is looked at while the group has no plan yet, and while the case rests: then the
/// consent comes first.
guideline::Decision going_on(const access::CasePermit& permit);

}  // namespace lots::cases
