#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lots::sim {

/// Chance that comes out the same for the same seed, on every machine and with every library.
class Chance {
    std::uint64_t state_;

public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    /// The next of an even spread over all 64-bit numbers (splitmix64).
    std::uint64_t next();
    /// Both included; `lowest` when they are the wrong way round.
    int between(int lowest, int highest);
    /// So many times in a hundred.
    bool percent(int times) { return between(1, 100) <= times; }
    /// So many times in a thousand.
    bool per_mille(int times) { return between(1, 1000) <= times; }
    /// One of a list that is not empty.
    template <class T>
    const T& one_of(const std::vector<T>& list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(list.size()) - 1))];
    }
};

}  // namespace lots::sim
