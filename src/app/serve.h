#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/paths.h"

namespace lots::app {

struct ServeOptions {
    Paths paths;
    std::optional<unsigned short> port;             // instead of config.toml's; 0: any that is free
    std::optional<std::filesystem::path> clock;     // demo and test data only
    bool verbose = false;                           // a line in the technical log for every request, not only for what fails or is slow
    std::function<void(const std::string&)> ready;  // told the address when the server listens
};

/// "http://127.0.0.1:8080", "http://[::1]:8080": what one opens.
std::string web_address(const std::string& host, unsigned short port);

/// Serves until SIGTERM or SIGINT, then finishes what is in progress. Call it before any other thread is started. Throws
/// std::runtime_error when it refuses: a municipality of kind real, a clock beside real data, an address that others can reach.
void serve(const ServeOptions& options);

}  // namespace lots::app
