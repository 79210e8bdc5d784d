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

/// The same place with the schema of the log and the data: a copy here, too.
inline Place migrated(const Place& place)
{
    if (place.engine == storage::Engine::postgresql) return {place.engine, migrated_postgres({"log", "data"})};
    static const Folder folder;
    static const auto whole = [] {
        auto file = folder.path() / "migrated.db";
        const auto store = storage::open_sqlite({.file = file});
        for (const auto* set : {"log", "data"}) storage::migrate(*store, storage::migrations_of(set));
        return file;
    }();
    std::filesystem::copy_file(whole, place.where);
    return place;
}

}  // namespace lots::test
