#pragma once

#include <vector>

#include "access/permit.h"
#include "meeting/meeting.h"

namespace lots::meeting {

/// The reader's own line of the call; null for who was not called, and for a helper who no longer takes part.
const Invitation* own_invitation(const access::CasePermit& permit, const Meeting& meeting);

/// Puts the newest answer to each line of the call: every one for who leads the case, for all others their own alone. For meetings as
/// they were loaded, before a part of them is taken away for the reader.
void load_answers(const access::CasePermit& permit, std::vector<Meeting>& all, bool leads);

/// A further answer of that line; who writes and when are the work's.
void add_answer(const access::CasePermit& permit, const Meeting& meeting, const Invitation& line, const CallAnswer& answer);

}  // namespace lots::meeting
