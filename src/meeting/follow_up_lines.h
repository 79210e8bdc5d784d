#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "meeting/meeting.h"

namespace lots::meeting {

/// What a meeting said of one commitment (S0-32): a part of its minutes, written by followup/.
struct FollowUpLine {
    CommitmentId commitment;
    int commitment_number = 0;
    int seq = 0;
    std::string status, text;             // not_started, ongoing, done, not_done, cancelled
    std::optional<Date> new_last_day;
    Instant made_at;
    PersonId made_by;
};

/// The newest line of each commitment at this meeting that was not taken back, by the commitment's number.
std::vector<FollowUpLine> follow_up_lines(const access::CasePermit& permit, const Meeting& meeting);
/// A line more; the older ones of the same commitment are kept.
void add_follow_up_line(const access::CasePermit& permit, const Meeting& meeting, const CommitmentId& commitment, std::string_view status,
                        std::string_view text, std::optional<Date> new_last_day);

/// That line was a slip: it is kept, and the one before it counts again.
void take_back_follow_up(const access::CasePermit& permit, const Meeting& meeting, const FollowUpLine& line);

}  // namespace lots::meeting
