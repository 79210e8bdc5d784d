#pragma once

#include <optional>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "guideline/duty.h"

namespace lots::group {

/// What the duties of a group look at.
struct DutyFacts {
    std::vector<Date> changes = {};       // days on which somebody left, or came in the coordinator's place, of which the young person
                                          // has not been told
    std::optional<PersonId> coordinator;  // who tells
    int days_to_tell = 7;
};

/// The young person is told who left the group and who stands in: by the coordinator, within the days that an acceptance has.
/// source  edge case 4.26; the number of days is ours
std::vector<guideline::Duty> duties_of(const DutyFacts& facts);

}  // namespace lots::group
