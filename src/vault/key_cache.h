#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "base/id.h"
#include "vault/secret_key.h"

namespace lots::vault {

/// Which key: the data key of a retention unit, or the index key of a municipality.
struct KeyName {
    enum class Kind : std::uint8_t { unit, index };
    Kind kind;
    std::array<std::uint8_t, 16> id;
    auto operator<=>(const KeyName&) const = default;
};

/// Opened keys, a bounded number of them, in one piece of locked memory. The one that has not been used for longest makes room;
/// a key that is in use stays where it is until it is let go. Slots are zeroed when their key leaves.
/// Safe to use from several threads; none of them ever holds a copy of a key.
class KeyCache {
public:
    explicit KeyCache(std::size_t slots);
    ~KeyCache();
    KeyCache(const KeyCache&) = delete;
    KeyCache& operator=(const KeyCache&) = delete;

    /// A key in use. It stays valid for as long as this object lives.
    class Pin {
    public:
        Pin(Pin&& other) noexcept;
        Pin& operator=(Pin&&) = delete;
        ~Pin();
        const std::uint8_t* key() const;
        MunicipalityId municipality() const;

    private:
        friend class KeyCache;
        Pin(KeyCache& cache, std::size_t slot) : cache_(&cache), slot_(slot) {}
        KeyCache* cache_;
        std::size_t slot_;
    };

    /// Fills the 32 bytes and says whose key it is; none when there is no such key. Runs without any lock of ours.
    using Fetch = std::function<std::optional<MunicipalityId>(std::span<std::uint8_t, key_bytes>)>;

    /// The key, fetched when it is not here. None when `fetch` finds none. Waits when every slot is in use.
    std::optional<Pin> get(const KeyName& name, const Fetch& fetch);
    bool holds(const KeyName& name);
    /// From now on these are fetched anew, also by somebody who was just fetching them.
    void forget(std::span<const KeyName> names);
    void forget_all();

    /// Whether the operating system really locked the memory (RLIMIT_MEMLOCK may forbid it).
    bool locked() const { return locked_; }
    /// The memory, for the test that looks at it.
    std::span<const std::uint8_t> memory() const { return {arena_, slots_.size() * key_bytes}; }

private:
    struct Slot {
        KeyName name{};
        MunicipalityId municipality{};
        std::size_t pins = 0;
        bool named = false;                    // found through names_, in used_
        std::list<std::size_t>::iterator use;  // valid when named
    };

    std::uint8_t* at(std::size_t slot) const { return arena_ + slot * key_bytes; }
    std::size_t take(std::unique_lock<std::mutex>& lock);
    Pin pin(std::size_t slot);
    void unname(std::size_t slot);
    void let_go(std::size_t slot);
    void release(std::size_t slot) noexcept;

    std::mutex mutex_;
    std::condition_variable freed_;
    std::uint8_t* arena_ = nullptr;
    bool locked_ = false;
    std::vector<Slot> slots_;
    std::vector<std::size_t> free_;
    std::list<std::size_t> used_;  // most recent first
    std::map<KeyName, std::size_t> names_;
    std::uint64_t forgettings_ = 0;
};

}  // namespace lots::vault
