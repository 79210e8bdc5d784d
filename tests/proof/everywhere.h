#pragma once

#include "app/paths.h"
#include "support/canary.h"

namespace lots::test {

/// What makes one run's canaries different from another's.
std::string chance_of_a_run();

/// Everywhere that the service of this data directory writes: the folder that holds it, and the databases of its
/// configuration, row by row, and file by file where the tests may read the server's own.
std::vector<Sighting> everywhere(const Canary& canary, const std::filesystem::path& folder, const app::Paths& paths);

}  // namespace lots::test
