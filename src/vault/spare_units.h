#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace lots::vault {

/// Units that were made ahead, so that a command does not wait for a commit of the key database for each of its own: a
/// proposal needs three, and on SQLite everybody else waits with it. Their keys are durable before anybody is given one. How
/// many are made together grows only while they are used up within a second, so a program that needs two leaves none behind.
/// Safe to use from several threads; who finds none makes them while the others wait.
class SpareUnits {
public:
    /// Older ones are not given out any more, so that a sweep of another node cannot meet one that is about to be used.
    static constexpr std::chrono::minutes life{10};
    static constexpr std::size_t most = 32;

    /// Makes that many units, durable when it returns.
    using Make = std::function<std::vector<RetentionUnitId>(std::size_t count)>;
    /// One for that municipality; `too_old` gets those that must be destroyed.
    RetentionUnitId take(MunicipalityId municipality, Instant at, const Make& make, std::vector<RetentionUnitId>& too_old);
    /// All that nobody was given, sorted.
    std::vector<RetentionUnitId> unused() const;

private:
    struct Pile {
        std::vector<RetentionUnitId> units;
        Instant made_at{};
        std::size_t together = 0;
    };
    mutable std::mutex mutex_;
    std::map<MunicipalityId, Pile> piles_;
};

}  // namespace lots::vault
