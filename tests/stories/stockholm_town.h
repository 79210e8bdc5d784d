#pragma once

#include <functional>
#include <map>
#include <string>

#include "stories/told.h"

namespace lots::test {

/// Stockholm as in the spring of 2012, in its own layout: the boards' social services with units that propose, decide and carry
/// out, the police areas, the groups of the city and of the districts, with invented people in them. Beside it, in the
/// same house, Lidingö: a municipality of its own.
class StockholmTown {
    app::Municipality lidingo_;  // made together with the world
    organisation::MethodProfile city_profile_, lidingo_profile_;

public:
    World world;
    app::Program lidingo_program;
    Told city, lidingo;

    StockholmTown(storage::Engine engine, Instant now);

    /// From now on the city's tale is told by these; police of that area propose to that unit.
    void told_in(const std::map<std::string, std::string>& cast, const std::string& unit);
};

/// Who tells it in Hässelby-Vällingby, Skarpnäck and on Kungsholmen.
const std::map<std::string, std::string>& of_hasselby_vallingby();
const std::map<std::string, std::string>& of_skarpnack();
const std::map<std::string, std::string>& of_kungsholmen();

/// Tells the story on SQLite, and on PostgreSQL where a server for tests runs.
void in_stockholm(Instant now, const std::function<void(StockholmTown&)>& story);

}  // namespace lots::test
