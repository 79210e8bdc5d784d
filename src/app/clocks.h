#pragma once

#include <atomic>
#include <filesystem>

#include "base/time.h"

namespace lots::app {

/// The moment that stands in a file (RFC 3339), read anew each time: `lots serve --clock FILE`. For demo and test data only.
/// Throws std::runtime_error when the file cannot be read or holds no moment.
class FileClock final : public Clock {
    std::filesystem::path file_;

public:
    explicit FileClock(std::filesystem::path file);
    Instant now() const override;
};

/// A clock that is set: for making the demo's past, and for tests. Safe from several threads.
class SetClock final : public Clock {
    std::atomic<std::int64_t> now_;

public:
    explicit SetClock(Instant now) : now_(now.time_since_epoch().count()) {}
    Instant now() const override { return Instant{std::chrono::milliseconds{now_.load()}}; }
    void set(Instant now) { now_.store(now.time_since_epoch().count()); }
};

}  // namespace lots::app
