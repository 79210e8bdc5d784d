#pragma once

#include "asp/asp.h"
#include "web/command.h"

namespace lots::asp {

/// The checklist: are the register's own conditions met, was a note made, whom does it name, with which block code (S0-60 to
/// S0-66).
web::Command<WriteReminder> write_reminder_command();
/// The marking is gone (S0-68).
web::Command<ConfirmRemoval> confirm_removal_command();

}  // namespace lots::asp
