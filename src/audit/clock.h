#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "storage/store.h"

namespace lots::audit {

/// Two entries that follow each other in the log while their moments do not: the machine's clock was set back between them,
/// or it had been ahead.
struct SetBack {
    std::uint64_t entry;  // the later of the two, counted from 0
    Instant before, at;   // what the former says, and what this one says
};

/// An entry carries the moment at which its request began and gets its place when it is durable, so a slow one may stand
/// after a quick one that began later. That is not yet a clock that was set back.
inline constexpr std::chrono::minutes out_of_turn_max{1};

/// Where time goes backwards in the log by more than out_of_turn_max, in the log's order. Entries that cannot be read are
/// passed over: verify() names those.
std::vector<SetBack> clock_set_back(storage::Store& data);

}  // namespace lots::audit
