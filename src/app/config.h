#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "storage/store.h"

namespace lots::app {

/// config.toml of a data directory. What is left out has the value here.
struct Config {
    storage::Engine engine = storage::Engine::sqlite;
    std::string data_connection, keys_connection;      // PostgreSQL: libpq connection strings, two databases
    std::string address = "127.0.0.1";
    unsigned short port = 8080;
    std::string origin;                                // "https://lots.example.se"; empty: taken from Host
    std::string support = "den som sköter Lots hos er";
    std::vector<std::string> trusted_proxies;
    std::string municipality;                          // its code, when the database holds several
    std::string log_origin;                            // name of the log, in every checkpoint; never changed
};

/// Throws std::runtime_error with file and line when it cannot be read, when a name is unknown or a value does not fit.
Config read_config(const std::filesystem::path& file);
/// The file that `init` and `demo` write.
std::string config_text(const Config& config);

}  // namespace lots::app
