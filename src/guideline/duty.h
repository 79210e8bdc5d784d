#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "guideline/source.h"

namespace lots::guideline {

/// Something that is due by a day. The start page, reminders and escalation all read from these.
struct Duty {
    const Requirement* requirement;
    Actor who;                    // which function has it
    std::optional<PersonId> person;  // the very person, where there is one
    std::optional<AgencyId> agency;
    MessageKey what;              // "Bedöm förslaget"
    Date last_day;                // included: late from the day after
    std::optional<int> number = {};  // of the commitment, meeting or signatory it is about; {number} in the words of `what`
    std::string path;             // the page of the case where it is done, below the case's own address: "moten/3"
};

}  // namespace lots::guideline
