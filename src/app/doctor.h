#pragma once

#include <string>
#include <vector>

#include "app/paths.h"
#include "base/time.h"

namespace lots::app {

/// What `lots doctor` found. `problem`: something is wrong now. `warning`: something that one has to know.
struct Finding {
    enum class Level { fine, warning, problem };
    Level level;
    std::string text;
};

/// Looks into a data directory and changes nothing in it. Never throws for what it finds; each check that cannot be made is a problem.
std::vector<Finding> examine(const Paths& paths, Instant now);

}  // namespace lots::app
