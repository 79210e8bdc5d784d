#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "storage/store.h"

namespace lots::test {

/// One command of a case, as it is sent over the network.
struct RetoldStep {
    std::string handle, role;   // who sends it
    std::string before, after;  // its address, around the case's number; `after` is empty when it has none
    std::string json;
    std::map<std::string, std::int64_t> rows;  // how many rows it adds to each table of facts
};

/// The case that the demo tells, from the proposal over the signed forms and the decided plan to its end, recorded in a world of its own
/// today. The young person has no number, so that the same may be told again and again; the signed forms have several
/// pieces.
std::vector<RetoldStep> record_case();

/// How many rows each table has that commands add facts or projections to: not the log, sessions, limits, counters or keys
/// of requests.
std::map<std::string, std::int64_t> count_facts(storage::Session& db, storage::Engine engine);

}  // namespace lots::test
