#pragma once

#include "followup/followup.h"
#include "followup/ladder.h"
#include "web/command.h"

namespace lots::followup {

/// What the meeting says of one open commitment: a line of the minutes, and the commitment's status from now on.
web::Command<FollowUp> follow_up_command();
/// "Ångra": the newest line of the meeting is taken back. It has no address for programs, which say it anew.
web::Command<UndoFollowUp> undo_follow_up_command();
/// "Lyft till ledningen": what an agency does not do goes to its manager, then to the working group, then to the steering group (T13).
web::Command<Escalate> escalate_command();
/// What that level says to it.
web::Command<AnswerEscalation> answer_escalation_command();

}  // namespace lots::followup
