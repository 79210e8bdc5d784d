#pragma once

#include <cstdint>
#include <span>

namespace lots {

/// Chance, passed in, so that a test can choose it. The one used in production is the operating system's.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// The operating system's generator (getrandom). Throws std::runtime_error when it cannot be read.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

/// The same bytes for the same seed: tests and the simulated municipality only.
class SeededRandom final : public Random {
    std::uint64_t state_;

public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> out) override;
};

}  // namespace lots
