#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::emergency {

/// May the case be opened for so many hours? Whose it is to open, the access table says: social services alone, and for police it does not
/// exist.
/// hours_longest  a value of the profile
/// source         settled 26; edge case 4.34
guideline::Decision may_open(bool reason_written, int hours, int hours_longest);

/// May somebody note that they have read of it? The manager who is to be told, once.
/// source  edge case 4.34
guideline::Decision may_note_told(bool is_told_to_reader, bool noted);

/// One emergency access that nobody has noted yet, as far as duties go.
struct Untold {
    int number = 0;
    Date on;
    std::optional<PersonId> manager;       // of the unit that the person acted in, or of the case's when that is the same person
    std::string path;                      // the page where that manager notes it
};
/// How many days the manager has: our own value, the sources give none.
inline constexpr int told_days = 1;
std::vector<guideline::Duty> duties_of(const std::vector<Untold>& untold);

}  // namespace lots::emergency
