#pragma once

#include "access/permit.h"
#include "meeting/meeting.h"
#include "web/gates.h"

// What makes good what a gate of this room lacks, for who may: the buttons of its lines.
namespace lots::meeting {

/// Before a meeting can be called (may_call): what no answer in the form mends.
web::ActionsFor actions_of_call(const access::CasePermit& permit, Language language);
/// Before the minutes of the meeting can be locked (may_lock).
web::ActionsFor actions_of_lock(const access::CasePermit& permit, Language language, const Meeting& meeting);

}  // namespace lots::meeting
