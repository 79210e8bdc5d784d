#pragma once

#include "access/words.h"
#include "guideline/decision.h"

namespace lots::plan {

/// May persons and places to avoid be written now? By those who read them, while the group works. Who reads them is the access table's.
/// source  settled 24; settled 11 (the states in which the group works)
guideline::Decision may_write_avoid(access::CaseState state);

/// May one of them be taken away? By social services, who answer for what is written of others, and by who wrote it.
/// source  settled 24
guideline::Decision may_take_away_avoid(access::CaseState state, bool by_social_services, bool own);

}  // namespace lots::plan
