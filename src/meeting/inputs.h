#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "form/fields.h"

namespace lots::meeting {

struct CallMeeting {
    std::string case_number, kind, form, place, guardian_not_invited_reason;
    std::optional<Date> day;
    std::optional<form::Clock> clock;
    std::optional<int> length_minutes;
    std::vector<std::string> call_how, members, signatories;
};

}  // namespace lots::meeting
