#include "vault/key_cache.h"

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

#include <doctest/doctest.h>
#include <sodium.h>

#include "base/random.h"

using namespace lots;
using namespace lots::vault;

namespace {

KeyName named(std::uint8_t number)
{
    KeyName name{KeyName::Kind::unit, {}};
    name.id[0] = number;
    return name;
}

/// Fills the key with its own number, and counts how often it was asked.
struct Source {
    std::atomic<int> asked{0};
    KeyCache::Fetch of(std::uint8_t number)
    {
        return [this, number](std::span<std::uint8_t, key_bytes> into) {
            ++asked;
            std::fill(into.begin(), into.end(), number);
            return std::optional(MunicipalityId{});
        };
    }
};

bool all_zero(ByteSpan memory) { return sodium_is_zero(memory.data(), memory.size()) == 1; }

}  // namespace

TEST_CASE("The key that has not been used for longest makes room, and its slot is zeroed")
{
    KeyCache cache(2);
    Source source;
    cache.get(named(1), source.of(1));
    cache.get(named(2), source.of(2));
    cache.get(named(1), source.of(1));
    CHECK(source.asked == 2);
    cache.get(named(3), source.of(3));  // in the place of 2

    CHECK(cache.holds(named(1)));
    CHECK_FALSE(cache.holds(named(2)));
    CHECK(cache.holds(named(3)));
    CHECK(std::count(cache.memory().begin(), cache.memory().end(), 2) == 0);
}

TEST_CASE("A key in use is neither pushed out nor zeroed when it is forgotten, until it is let go")
{
    KeyCache cache(2);
    Source source;
    auto pin = cache.get(named(1), source.of(1));
    REQUIRE(pin);
    cache.get(named(2), source.of(2));
    cache.get(named(3), source.of(3));
    CHECK(pin->key()[31] == 1);

    const std::array forgotten{named(1)};
    cache.forget(forgotten);
    CHECK_FALSE(cache.holds(named(1)));
    CHECK(pin->key()[31] == 1);
    pin.reset();
    CHECK(std::count(cache.memory().begin(), cache.memory().end(), 1) == 0);
}

TEST_CASE("What is forgotten while it is being fetched is fetched anew")
{
    KeyCache cache(4);
    int asked = 0;
    const auto pin = cache.get(named(1), [&](std::span<std::uint8_t, key_bytes> into) -> std::optional<MunicipalityId> {
        std::fill(into.begin(), into.end(), std::uint8_t{7});
        if (++asked > 1) return std::nullopt;
        const std::array forgotten{named(1)};
        cache.forget(forgotten);  // another thread destroys it just now
        return MunicipalityId{};
    });
    CHECK_FALSE(pin);
    CHECK(asked == 2);
    CHECK(all_zero(cache.memory()));
}

TEST_CASE("A fetch that fails leaves nothing behind")
{
    KeyCache cache(1);
    const auto failing = [](std::span<std::uint8_t, key_bytes> into) -> std::optional<MunicipalityId> {
        std::fill(into.begin(), into.end(), std::uint8_t{7});
        throw std::runtime_error("the database is gone");
    };
    CHECK_THROWS_AS(cache.get(named(1), failing), std::runtime_error);
    CHECK(all_zero(cache.memory()));
    Source source;
    CHECK(cache.get(named(1), source.of(1)));  // the one slot is free again
}

TEST_CASE("Many threads with more keys than slots always get their own key")
{
    KeyCache cache(6);
    Source source;
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            SeededRandom chance(t);
            for (int n = 0; n < 2000; ++n) {
                std::array<std::uint8_t, 2> roll{};
                chance.fill(roll);
                const auto number = static_cast<std::uint8_t>(roll[0] % 40 + 1);
                const auto pin = cache.get(named(number), source.of(number));
                if (!pin || pin->key()[0] != number || pin->key()[31] != number) ++wrong;
                const std::array forgotten{named(number)};
                if (roll[1] < 10) cache.forget(forgotten);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    cache.forget_all();
    CHECK(all_zero(cache.memory()));
}

TEST_CASE("The memory of opened keys is locked and kept out of core files")
{
    KeyCache cache(8192);
    if (!cache.locked()) {
        MESSAGE("RLIMIT_MEMLOCK does not allow 256 KiB here: not checked");
        return;
    }
    // /proc/self/smaps: a line with the range of addresses, lines of numbers, and at last the flags of that range.
    const auto wanted = reinterpret_cast<std::uintptr_t>(cache.memory().data());
    std::ifstream maps("/proc/self/smaps");
    std::string line;
    std::string flags;
    bool ours = false;
    while (std::getline(maps, line)) {
        std::uintptr_t from = 0;
        std::uintptr_t to = 0;
        char dash = 0;
        if (std::istringstream range(line); range >> std::hex >> from >> dash >> to && dash == '-')
            ours = from <= wanted && wanted < to;
        else if (ours && line.starts_with("VmFlags:")) flags = line + " ";
    }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they turn mlock into nothing
    CHECK(flags.find(" lo ") != std::string::npos);
#endif
    CHECK(flags.find(" dd ") != std::string::npos);
}
