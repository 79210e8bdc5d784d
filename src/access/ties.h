#pragma once

#include "access/case_facts.h"
#include "base/id.h"
#include "group/rules_helpers.h"

namespace lots::access {

/// Adds to `facts.relations` the ties that hold from a day to a day: the coordinator's deputy (only while the reader's agency is in the
/// group), a private helper who takes part today, and for some hours who opened the case in an emergency.
void load_dated_ties(Work& work, CaseFacts& facts, bool agency_in_group);

/// What is kept of one private helper: wish, answers, judgement, reservation, end.
group::HelperFacts load_helper(Work& work, const RecordId& helper);

}  // namespace lots::access
