#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "cases/day.h"

namespace lots::app {

/// What the rooms say on Min dag: commitments with what was promised, meetings with clock and place, what is done in the
/// row, and what is due outside of cases.
cases::DayRooms day_rooms();

/// When an answer is due to what was lifted: before it may climb to the next level; at the top within a week.
/// source  S1-37; the week is our own value
Date answer_by(Date due_on, Date raised_on, int level, const std::vector<int>& ladder_days);

/// The beginning of a longer text, cut between words, for a line in a list.
std::string shortened(const std::string& text);

}  // namespace lots::app
