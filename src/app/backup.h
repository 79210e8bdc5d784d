#pragma once

#include <filesystem>
#include <string>

#include "app/house.h"

namespace lots::app {

/// A copy of the databases, the published half of the log and config.toml, while others work, in a new folder with a
/// manifest (SHA-256 of each file). Neither the root key nor the log's signing key is in it: without them the copy cannot be
/// read and cannot be passed off as the log. The folder is empty or not there yet, and lies outside the data directory. The
/// data are copied before the keys, so that the copy has the key of every row. SQLite only; for PostgreSQL see
/// docs/operations.md. Throws std::runtime_error.
struct Backup {
    std::filesystem::path folder;
    std::uint64_t bytes = 0;
};
Backup back_up(const House& house, const Municipality& here, Instant now, const std::filesystem::path& to);

/// What is wrong with a backup's files; empty when all are there and as they were.
std::vector<std::string> faults_in_backup(const std::filesystem::path& folder);

/// Makes a new data directory out of a backup and the two secrets. Refuses a manifest that does not hold, a log that does
/// not verify, and another root key. All sessions end, and the restored log gets an entry that says so. Throws
/// std::runtime_error; then `to` is as it was: not there, or empty.
void restore(const std::filesystem::path& backup, const Paths& to, const std::filesystem::path& root_key,
             const std::filesystem::path& signing_key, Instant now);

}  // namespace lots::app
