#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "storage/store.h"

namespace lots::storage {

/// How many durable single-row commits a second so many clients get, each waiting for its own before the next.
struct CommitRate {
    int clients;
    double bare;     // straight on sqlite3 or libpq, every client with a connection of its own
    double layered;  // through Store::write, in the same database
    double ratio() const { return bare > 0 ? layered / bare : 0; }
};

/// Measures both, one after the other, for `span` each. For `lots bench`, which shows our cost as a ratio to the engine's
/// own rate (DESIGN.md: at least 0.5 with the log entry). The database must be an empty one; a table floor_line is left in
/// it. Throws Failure when the database cannot be used.
CommitRate sqlite_commit_rate(const std::filesystem::path& file, int clients, std::chrono::milliseconds span);
CommitRate postgresql_commit_rate(const std::string& connection, int clients, std::chrono::milliseconds span);

}  // namespace lots::storage
