#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/migrate.h"
#include "support/places.h"
#include "support/postgres.h"

namespace lots::test {

/// The connection string of a new PostgreSQL database with the schema of those sets: a copy of one that is migrated once in
/// each test program, for the migrations of every test would take longer than the tests.
inline std::string migrated_postgres(const std::vector<std::string_view>& sets)
{
    std::string name;
    for (const auto set : sets) name += (name.empty() ? "" : "_") + std::string(set);
    return postgres_like(name, [&](const std::string& connection) {
        const auto store = storage::open_postgresql({.connection = connection});
        for (const auto set : sets) storage::migrate(*store, storage::migrations_of(set));
    });
}

/// The same place, on PostgreSQL with the schema of the data.
inline Place migrated(const Place& place)
{
    if (place.engine == storage::Engine::sqlite) return place;
    return {place.engine, migrated_postgres({"log", "data"})};
}

}  // namespace lots::test
