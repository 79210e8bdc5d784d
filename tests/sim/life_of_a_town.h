#pragma once

#include <cstdint>
#include <string>

#include "sim/simulation.h"
#include "storage/store.h"

namespace lots::test {

/// The first day of all simulated years. The law of that day on is in the program.
inline constexpr Date first_day = 2026y / 1 / 1;

/// A municipality of its own on that engine, played for so many days; what came of it, and its canonical export when it is
/// asked for.
struct Lived {
    sim::Played played;
    std::string exported;
};
enum class Exported { yes, no };
Lived live(storage::Engine engine, std::uint64_t seed, int days, sim::Looking looking, Exported exported = Exported::no);

/// For a failure's message: the first few, one to a line.
std::string first_of(const std::vector<std::string>& broken);

}  // namespace lots::test
