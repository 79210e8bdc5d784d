#pragma once

#include "access/permit.h"
#include "web/gates.h"

namespace lots::plan {

/// What makes good what the plan lacks before it is decided (may_decide), for who may: the buttons of the gate's lines.
web::ActionsFor actions_of_plan(const access::CasePermit& permit, Language language);

}  // namespace lots::plan
