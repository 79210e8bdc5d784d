#pragma once

#include <optional>

#include "base/time.h"
#include "guideline/decision.h"
#include "plan/rules.h"

namespace lots::followup {

/// Does the group take up what is late? When an agency's commitment stays open and its day has passed, it agrees on a new day: a meeting
/// never passes over it. The young person's and the guardians' own are talked about without that (settled 30).
/// on      the meeting's day; the last day itself is in time
/// source  "Vad är det?" 1 and 2.1 (S1-06), guideline 4 (S0-31)
guideline::Decision takes_up_what_is_late(plan::Owner owner, plan::Status status, Date last_day, std::optional<Date> new_last_day, Date on);

/// What else of the plan is still there when a commitment is dropped at a meeting.
struct Dropped {
    plan::Owner owner = plan::Owner::agency;
    bool of_police = false;
    bool other_of_youth = false, other_of_police = false;  // another one in force that is not dropped
};
/// May the group drop it? The plan in force keeps something of the young person's own, and something of the police's; otherwise it is
/// a new plan, which social services decide.
/// source  guideline 4.5 (S0-80), S3-04, settled 10
guideline::Decision may_drop(const Dropped& dropped);

/// Does the group say why, in words? When something is not done, is dropped or gets a new day. That it is done, goes on or has not begun
/// says itself: how it is documented stands in the plan.
/// source  "Vad är det?" 2.1 (S0-32), our own reading
bool says_why(plan::Status status, bool new_day);

}  // namespace lots::followup
