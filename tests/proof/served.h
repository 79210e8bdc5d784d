#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "app/house.h"
#include "support/places.h"

namespace lots::test {

/// A data directory with Ekvik's people and no cases, as `lots demo --empty` makes it, on one engine. Nobody has it open.
class DataDirectory {
    Folder folder_;
    app::Config config_;

public:
    explicit DataDirectory(storage::Engine engine);

    storage::Engine engine() const { return config_.engine; }
    app::Paths paths() const { return {folder_.path() / "data"}; }
    /// Standard error of every process that served it, one after the other.
    std::filesystem::path technical_log() const { return folder_.path() / "technical.log"; }
    /// Where those processes are started: a core file would lie here.
    std::filesystem::path working() const { return folder_.path() / "working"; }
    /// What those processes were told to use for temporary files.
    std::filesystem::path temporary() const { return folder_.path() / "temporary"; }
    /// Holds all of the above and nothing else.
    const std::filesystem::path& all() const { return folder_.path(); }
};

/// Runs the test on SQLite, and on PostgreSQL where a server for tests runs.
void on_both_engines_served(const std::function<void(const DataDirectory&)>& test);

/// The real program, `lots serve`, as a process of its own, where core files are allowed as far as this test may allow them.
class Served {
    pid_t process_ = -1;
    unsigned short port_ = 0;
    std::chrono::milliseconds ready_{};

public:
    /// Returns when it has answered its first page. Throws std::runtime_error when it ends before, or after 30 s.
    explicit Served(const DataDirectory& data);
    ~Served();
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    unsigned short port() const { return port_; }
    pid_t process() const { return process_; }
    /// From the start of the process to the first whole answer.
    std::chrono::milliseconds ready() const { return ready_; }
    /// kill -9.
    void kill();
    /// Makes it crash with SIGSEGV or SIGABRT, as a fault of its own would. Whether the operating system wrote a core file.
    bool crash(int signal);
    /// SIGTERM; the exit code.
    int stop();
};

/// Whether a program that does nothing against it leaves a core file here when it crashes: the same, by a shell in `folder`.
bool core_files_are_written(const std::filesystem::path& folder);

/// A run of `lots` with these arguments: its exit code, and what it wrote to standard output.
struct Ran {
    int code = -1;
    std::string said;
};
Ran run_lots(const std::vector<std::string>& arguments);

}  // namespace lots::test
