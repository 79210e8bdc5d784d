#pragma once

#include <optional>
#include <string>
#include <vector>

#include "followup/followup.h"
#include "meeting/follow_up_lines.h"
#include "meeting/load.h"
#include "plan/plan.h"
#include "web/asked.h"

namespace lots::followup {

/// The commitments of the plan in force that the meeting goes through, in the plan's order: open now or when it began, or already followed
/// up at this very meeting.
std::vector<plan::Commitment> commitments_at(const meeting::AtMeeting& at);
/// One of them, by its number as it stands in an address.
std::optional<plan::Commitment> commitment_at(const meeting::AtMeeting& at, const std::string& number);
/// What this meeting has said of it, in its newest line.
std::optional<meeting::FollowUpLine> line_of(const meeting::AtMeeting& at, const plan::Commitment& commitment);

/// Keeps what the meeting says of one commitment, as a line of the minutes and its status from then on. Whoever calls has asked whether
/// something may be noted, and touches the case once. None when it is kept.
/// row     ending of the field's name where many are said at once: "~3"
std::optional<Error> keep_follow_up(const meeting::AtMeeting& at, const plan::Commitment& commitment, const FollowUp& input,
                                    const std::string& row = {});

/// The button that takes back the line that was just kept. None for what was dropped: that is a decision.
/// before  the commitment as it stood before the line
std::optional<web::Undo> undo_of(const meeting::AtMeeting& at, const plan::Commitment& before);

}  // namespace lots::followup
