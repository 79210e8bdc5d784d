#pragma once

#include "access/permit.h"
#include "web/gates.h"

namespace lots::closure {

/// What makes good what a case lacks at its end, or to go on (ready_to_close, may_continue), for who may: the buttons of the
/// gate's lines.
web::ActionsFor actions_of_end(const access::CasePermit& permit, Language language);

}  // namespace lots::closure
