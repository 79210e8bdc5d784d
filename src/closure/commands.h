#pragma once

#include "closure/closure.h"
#include "web/command.h"

namespace lots::closure {

/// Any member may ask whether the group should go on (T16).
web::Command<RaiseClosure> raise_command();
web::Command<SetGoalResult> goal_result_command();
web::Command<HandOverCommitment> hand_over_command();
/// Social services decide that the group goes on (T17).
web::Command<ContinueCase> continue_command();
/// Social services close, from any open state (T17, settled 35). Its page shows what is left: results, hand-overs.
web::Command<CloseCase> close_command();
/// The same after a death, when nobody has to write results (edge case 4.36).
web::Command<CloseCase> close_after_death_command();

}  // namespace lots::closure
