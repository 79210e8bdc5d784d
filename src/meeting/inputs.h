#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "cases/rules.h"
#include "form/fields.h"

namespace lots::meeting {

struct CallMeeting {
    std::string case_number, kind, form, place, guardian_1_reason;
    std::optional<Date> day;
    std::optional<form::Clock> clock;
    std::optional<int> length_minutes;
    std::vector<std::string> call_how, members, signatories;
    std::string guardian_2_reason = {}, agency_not_called_reason = {};
    std::string own_points = {};          // one a line
    std::vector<std::string> helpers = {};  // numbers of private persons who take part
};

/// What was decided at the meeting, with the four fields.
struct DecideAtMeeting {
    std::string case_number, number;
    cases::DecisionNote note;
};

}  // namespace lots::meeting
