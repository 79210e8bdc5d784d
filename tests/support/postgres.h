#pragma once

#include <optional>
#include <string>

namespace lots::test {

/// The connection string of a new, empty database on the server of scripts/postgres-for-tests; it is dropped when the test
/// case ends. None when LOTS_TEST_POSTGRES is not set: the test then says that it skips PostgreSQL, or fails when
/// LOTS_TEST_REQUIRE_POSTGRES is 1.
std::optional<std::string> postgres();

}  // namespace lots::test
