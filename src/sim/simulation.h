#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/program.h"
#include "sim/town.h"

namespace lots::sim {

/// What came of some years.
struct Played {
    int cases = 0;
    std::map<std::string, int> came_to;    // how many cases ever came to each state
    std::map<std::string, int> rows;       // how many there are of some things: meetings held, plans decided …
    std::int64_t requests = 0, reads = 0;  // of all; those that were made in order to look
    std::vector<std::string> broken;       // promises that did not hold
};

/// Whether the promises are looked at each day (promises.h).
enum class Looking { every_day, never };

/// Plays every day from `from` to before `until`, both Swedish days. The house holds the people of the demo and no case; the
/// clock is left where the last day ends. `told` is called at the end of every year played.
Played play(const app::House& house, const app::Municipality& here, app::Program& program, app::SetClock& clock,
            const Ways& ways, Date from, Date until, Looking looking,
            const std::function<void(const std::string&)>& told = {});

/// The families of the demo who have accounts that are printed for everybody: proposed so long before the end.
std::vector<std::pair<Date, Family>> demo_residents(Date until);

}  // namespace lots::sim
