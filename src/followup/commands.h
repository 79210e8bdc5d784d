#pragma once

#include "followup/followup.h"
#include "web/command.h"

namespace lots::followup {

/// What the meeting says of one open commitment: a line of the minutes, and the commitment's status from now on.
web::Command<FollowUp> follow_up_command();

}  // namespace lots::followup
