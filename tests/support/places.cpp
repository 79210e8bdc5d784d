#include "support/places.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <stdexcept>

#include "support/postgres.h"

namespace lots::test {

Folder::Folder()
{
    auto pattern = (std::filesystem::temp_directory_path() / "lots-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<storage::Store> Place::open() const
{
    if (engine == storage::Engine::postgresql) return storage::open_postgresql({.connection = where});
    return storage::open_sqlite({.file = where});
}

void on_both_engines(const std::function<void(const Place&)>& test)
{
    {
        INFO("engine: SQLite");
        const Folder folder;
        test({storage::Engine::sqlite, (folder.path() / "lots.db").string()});
    }
    if (const auto connection = postgres()) {
        INFO("engine: PostgreSQL");
        test({storage::Engine::postgresql, *connection});
    }
}

}  // namespace lots::test
