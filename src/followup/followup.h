#pragma once

#include <optional>
#include <string>

#include "base/time.h"

namespace lots::followup {

/// What the meeting says of one commitment (S0-32).
struct FollowUp {
    std::string case_number, meeting, commitment;
    std::string status, text;             // not_started, ongoing, done, not_done, cancelled
    std::optional<Date> new_last_day;     // included
    bool needs_help = false;
    int seq_seen = 0;                     // the meeting's newest line of this commitment; 0 when there is none
};

/// Takes back what was just said. What stood before it comes back: what the meeting had said of it, or how it was before the meeting.
struct UndoFollowUp {
    std::string case_number, meeting, commitment;
    std::string status = {};              // before the meeting said anything
    bool needs_help = false;              // the same
    std::optional<Date> last_day = {};    // the same; included
    int seq_seen = 0;                     // the line to take back
};

}  // namespace lots::followup
