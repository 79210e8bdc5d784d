#pragma once

#include <optional>
#include <string>

#include "cases/rules.h"
#include "meeting/load.h"

namespace lots::meeting {

// What several forms keep of a meeting. Whoever calls has asked whether something may be noted, and touches the case once.

/// Keeps how one of those who were called took part. `row`: ending of the field's name where many are noted at once. None when it is kept.
std::optional<Error> keep_attendance(const AtMeeting& at, const Invitation& line, const NoteAttendance& note, const std::string& row = {});

/// Keeps the minutes as they read now, and fills in who told of the police's two roles (S0-55). A conflict when somebody wrote since
/// `seq_seen`. Returns their seq.
Result<int> keep_minutes(const AtMeeting& at, Minutes written, int seq_seen);

/// Keeps what was decided at the meeting; returns its number there.
Result<int> keep_decision(const AtMeeting& at, const cases::DecisionNote& note);
/// Whether a decision at the meeting also says what the young person thinks and how the best for the child was weighed.
bool decides_about_child(const AtMeeting& at);

}  // namespace lots::meeting
