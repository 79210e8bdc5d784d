#pragma once

#include <functional>
#include <optional>
#include <string>

namespace lots::test {

/// The connection string of a new, empty database on the server of scripts/postgres-for-tests; it is dropped when the test
/// case ends. None when LOTS_TEST_POSTGRES is not set: the test then says that it skips PostgreSQL, or fails when
/// LOTS_TEST_REQUIRE_POSTGRES is 1.
std::optional<std::string> postgres();

/// A new database that is a copy of the one that `fill` made: it is called once for each `name` in this process, and must
/// leave no connection open. Throws when there is no server.
std::string postgres_like(const std::string& name, const std::function<void(const std::string& connection)>& fill);

}  // namespace lots::test
