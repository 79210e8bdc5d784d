#pragma once

#include <optional>

#include "base/time.h"
#include "plan/rules.h"

namespace lots::followup {

/// Does the group have to agree on a new last day? When an agency's commitment stays open and its day has passed: a meeting never passes
/// over what is late (S0-31, S1-06). The young person's and the guardians' own are talked about without that (settled 30).
/// on  the meeting's day; the last day itself is in time
bool needs_new_day(plan::Owner owner, plan::Status status, Date last_day, std::optional<Date> new_last_day, Date on);

}  // namespace lots::followup
