#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "storage/store.h"

namespace lots::test {

/// A folder of its own that goes with all it holds.
class Folder {
    std::filesystem::path path_;

public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    const std::filesystem::path& path() const { return path_; }
};

/// Where a new, empty database lies, on one of the engines. It can be opened several times, one after the other or at once.
struct Place {
    storage::Engine engine;
    std::string where;  // the file, or the connection string
    std::unique_ptr<storage::Store> open() const;
};

/// Runs the test once for each engine, with a new database each. Without a PostgreSQL server: see postgres().
void on_both_engines(const std::function<void(const Place&)>& test);

}  // namespace lots::test
