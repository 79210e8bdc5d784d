#include "vault/key_cache.h"

#include <algorithm>
#include <new>
#include <utility>

#include <sodium.h>

#include "base/check.h"

namespace lots::vault {

KeyCache::KeyCache(std::size_t slots) : slots_(slots)
{
    check(slots >= 1, "a key cache has at least one slot");
    start_sodium();
    arena_ = static_cast<std::uint8_t*>(sodium_allocarray(slots, key_bytes));
    if (arena_ == nullptr) throw std::bad_alloc();
    // sodium_malloc has asked for it already but says nothing when it was refused; sodium_mlock also sets MADV_DONTDUMP.
    locked_ = sodium_mlock(arena_, slots * key_bytes) == 0;
    sodium_memzero(arena_, slots * key_bytes);
    free_.reserve(slots);
    for (std::size_t slot = slots; slot > 0; --slot) free_.push_back(slot - 1);
}

KeyCache::~KeyCache()
{
    sodium_free(arena_);
}

std::optional<KeyCache::Pin> KeyCache::get(const KeyName& name, const Fetch& fetch)
{
    std::unique_lock lock(mutex_);
    for (;;) {
        if (const auto found = names_.find(name); found != names_.end()) return pin(found->second);

        const auto slot = take(lock);
        const auto before = forgettings_;
        std::optional<MunicipalityId> municipality;
        lock.unlock();
        try {
            municipality = fetch(std::span<std::uint8_t, key_bytes>(at(slot), key_bytes));
        } catch (...) {
            lock.lock();
            let_go(slot);
            throw;
        }
        lock.lock();
        // Somebody may have destroyed the key after we read it: then what we hold must not outlive it.
        const bool stale = before != forgettings_;
        if (!municipality || stale || names_.contains(name)) {
            let_go(slot);
            if (!municipality) return std::nullopt;
            continue;
        }
        slots_[slot].name = name;
        slots_[slot].municipality = *municipality;
        slots_[slot].named = true;
        used_.push_front(slot);
        slots_[slot].use = used_.begin();
        names_.emplace(name, slot);
        return pin(slot);
    }
}

bool KeyCache::holds(const KeyName& name)
{
    const std::scoped_lock lock(mutex_);
    return names_.contains(name);
}

void KeyCache::forget(std::span<const KeyName> names)
{
    const std::scoped_lock lock(mutex_);
    ++forgettings_;
    for (const auto& name : names) {
        const auto found = names_.find(name);
        if (found == names_.end()) continue;
        const auto slot = found->second;
        unname(slot);
        if (slots_[slot].pins == 0) let_go(slot);
    }
}

void KeyCache::forget_all()
{
    std::vector<KeyName> all;
    {
        const std::scoped_lock lock(mutex_);
        for (const auto& [name, slot] : names_) all.push_back(name);
    }
    forget(all);
}

/// A slot of nobody's, waiting for one when all are in use.
std::size_t KeyCache::take(std::unique_lock<std::mutex>& lock)
{
    for (;;) {
        if (!free_.empty()) {
            const auto slot = free_.back();
            free_.pop_back();
            return slot;
        }
        const auto oldest =
            std::find_if(used_.rbegin(), used_.rend(), [this](std::size_t slot) { return slots_[slot].pins == 0; });
        if (oldest != used_.rend()) {
            const auto slot = *oldest;
            unname(slot);
            sodium_memzero(at(slot), key_bytes);
            return slot;
        }
        freed_.wait(lock);
    }
}

KeyCache::Pin KeyCache::pin(std::size_t slot)
{
    ++slots_[slot].pins;
    used_.splice(used_.begin(), used_, slots_[slot].use);
    return {*this, slot};
}

void KeyCache::unname(std::size_t slot)
{
    names_.erase(slots_[slot].name);
    used_.erase(slots_[slot].use);
    slots_[slot].named = false;
}

void KeyCache::let_go(std::size_t slot)
{
    sodium_memzero(at(slot), key_bytes);
    free_.push_back(slot);
    freed_.notify_one();
}

void KeyCache::release(std::size_t slot) noexcept
{
    const std::scoped_lock lock(mutex_);
    if (--slots_[slot].pins > 0) return;
    if (slots_[slot].named) freed_.notify_one();
    else let_go(slot);
}

KeyCache::Pin::Pin(Pin&& other) noexcept : cache_(std::exchange(other.cache_, nullptr)), slot_(other.slot_) {}

KeyCache::Pin::~Pin()
{
    if (cache_ != nullptr) cache_->release(slot_);
}

const std::uint8_t* KeyCache::Pin::key() const { return cache_->at(slot_); }

/// Set before the first pin was given out and not changed while one lives.
MunicipalityId KeyCache::Pin::municipality() const { return cache_->slots_[slot_].municipality; }

}  // namespace lots::vault
