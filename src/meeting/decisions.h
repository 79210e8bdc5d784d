#pragma once

#include <vector>

#include "cases/decision_note.h"
#include "meeting/meeting.h"

namespace lots::meeting {

/// Keeps what was decided at the meeting, on the meeting's day. Returns its number there: 1, 2 …
int add_decision(const access::CasePermit& permit, const Meeting& meeting, const cases::DecisionNote& note);
/// In the order in which they were written down; none when the minutes are not the reader's to read.
std::vector<cases::KeptDecision> decisions(const access::CasePermit& permit, const Meeting& meeting);

}  // namespace lots::meeting
