#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "form/fields.h"

namespace lots::working_group {

struct CallGroup {
    std::string group, place;
    std::optional<Date> day;
    std::optional<form::Clock> clock;
};

}  // namespace lots::working_group
