#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

// Nödåtkomst: break-glass for social services (settled 26, edge case 4.34).
namespace lots::emergency {

struct Emergency {
    RecordId id;
    int number = 0;                        // in the case
    PersonId person;
    UnitId unit;
    std::string name, unit_name, reason;
    Instant from_at, until_at;             // the last not included
    std::optional<Instant> told_at;        // the manager noted it
};

// What the forms ask for.

struct OpenCase {
    std::string case_number, reason;
    std::optional<int> hours;
};
struct NoteTold {
    std::string case_number, number;
};

}  // namespace lots::emergency
