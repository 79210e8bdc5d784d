#pragma once

#include "access/case_facts.h"

namespace lots::access {

/// How many days whoever was in the group is told that it has ended; from then on the case does not exist for them (settled
/// 20). Our own value.
inline constexpr int notice_days = 30;

/// After the notice a member's tie becomes that of who was a member: the own agency's items are all that is left. The police's
/// lasts as long as their own marking is to be removed (settled 17, S0-68).
void end_ties_after_notice(Work& work, CaseFacts& facts);

}  // namespace lots::access
