#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace lots::asp {

// The police's own reminder about their own register (guideline 4.4). Only the reminder, never what the register says.
// Nobody but the police of the group reads or writes it (settled 17).

/// The checklist as it reads now.
struct Reminder {
    int seq = 0;
    std::string conditions;  // met, not_met: the register's own general conditions (S0-61)
    Date assessed_on;
    std::optional<Date> noted_on;  // none: no note was made
    std::optional<int> contact;    // number of the officer of the group whom the note names
    std::string contact_name, contact_way;
    bool contact_takes_part = false;
    std::optional<int> block_code;
    Instant made_at;
    PersonId made_by;
};

/// The marking is gone.
struct Removal {
    Date removed_on;
    std::string early_reason;
    PersonId made_by;
};

struct WriteReminder {
    std::string case_number, conditions, contact, contact_way, block_code = "4";
    std::optional<Date> assessed_on, noted_on;
    int seq_seen = 0;
};
struct ConfirmRemoval {
    std::string case_number, early_reason;
    std::optional<Date> removed_on;
};

}  // namespace lots::asp
