#include "vault/vault.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <sodium.h>

#include "vault/key_store.h"
#include "vault/spare_units.h"

namespace lots::vault {

namespace {

std::string named(const Place& place)
{
    return "field " + std::to_string(static_cast<std::uint32_t>(place.field)) + " of row " + to_hex(place.row);
}

/// Chance for several threads.
class SharedRandom final : public Random {
    Random& inner_;
    std::mutex mutex_;

public:
    explicit SharedRandom(Random& inner) : inner_(inner) {}
    void fill(std::span<std::uint8_t> out) override
    {
        const std::scoped_lock lock(mutex_);
        inner_.fill(out);
    }
};

}  // namespace

struct Vault::Inner {
    SharedRandom random;
    KeyStore keys;
    KeyCache cache;
    SpareUnits spares;
    std::mutex changes_mutex;
    std::int64_t changes_seen;

    Inner(storage::Store& store, std::unique_ptr<SecretKey> root, Random& chance, std::size_t cached)
        : random(chance), keys(store, *root, random), cache(cached), changes_seen(keys.changes())
    {}

    KeyCache::Pin key_of(RetentionUnitId unit, const Place& place)
    {
        auto pin = cache.get({KeyName::Kind::unit, unit.value}, [&](auto into) { return keys.fetch(unit, into); });
        if (!pin) throw Unreadable(Unreadable::Why::key_missing, named(place) + ": the key of its retention unit is gone");
        return std::move(*pin);
    }

    /// Durable when it returns. Each key is opened already, for its unit is about to be used.
    std::vector<RetentionUnitId> make_units(std::size_t count, MunicipalityId municipality, Instant at)
    {
        std::vector<RetentionUnitId> units;
        std::vector<std::unique_ptr<SecretKey>> fresh;
        for (std::size_t i = 0; i < count; ++i) {
            units.push_back(RetentionUnitId::make(random));
            fresh.push_back(std::make_unique<SecretKey>());
            random.fill(fresh.back()->bytes());
        }
        keys.add(units, municipality, at, fresh);
        for (std::size_t i = 0; i < count; ++i)
            cache.get({KeyName::Kind::unit, units[i].value}, [&](auto into) {
                std::ranges::copy(fresh[i]->bytes(), into.begin());
                return std::optional(municipality);
            });
        return units;
    }

    void forget(std::span<const RetentionUnitId> units)
    {
        std::vector<KeyName> names;
        names.reserve(units.size());
        for (const auto& unit : units) names.push_back({KeyName::Kind::unit, unit.value});
        cache.forget(names);
    }
};

Vault::Vault(storage::Store& keys, std::unique_ptr<SecretKey> root, Random& random, std::size_t cached_keys)
{
    start_sodium();
    check(root != nullptr, "a vault needs a root key");
    inner_ = std::make_unique<Inner>(keys, std::move(root), random, cached_keys);
}

Vault::~Vault()
{
    try {
        if (const auto left = inner_->spares.unused(); !left.empty()) destroy(left);
    }
    catch (const std::exception&) {
        // They stay as orphans, as after a crash: a sweep finds them.
    }
}

RetentionUnitId Vault::make_unit(MunicipalityId municipality, Instant at)
{
    std::vector<RetentionUnitId> too_old;
    const auto unit = inner_->spares.take(municipality, at, [&](std::size_t count) { return inner_->make_units(count, municipality, at); }, too_old);
    if (!too_old.empty()) destroy(too_old);
    return unit;
}

Bytes Vault::seal(RetentionUnitId unit, const Place& place, std::string_view plain)
{
    return seal(unit, place, bytes_of(plain));
}

Bytes Vault::seal(RetentionUnitId unit, const Place& place, ByteSpan plain)
{
    const auto key = inner_->key_of(unit, place);
    check(key.municipality() == place.municipality, "a value is sealed under a unit of its own municipality");
    return seal_under(key.key(), bound_to_place(place), plain, inner_->random);
}

std::string Vault::open(RetentionUnitId unit, const Place& place, ByteSpan sealed)
{
    const auto key = inner_->key_of(unit, place);
    std::string plain(sealed.size() < sealed_overhead ? 0 : sealed.size() - sealed_overhead, '\0');
    const std::span<std::uint8_t> into(reinterpret_cast<std::uint8_t*>(plain.data()), plain.size());
    if (key.municipality() != place.municipality || !open_under(key.key(), bound_to_place(place), sealed, into))
        throw Unreadable(Unreadable::Why::changed, named(place) + ": the value was changed, or belongs elsewhere");
    return plain;
}

void Vault::warm(std::span<const RetentionUnitId> units)
{
    std::vector<RetentionUnitId> missing;
    for (const auto& unit : units)
        if (!inner_->cache.holds({KeyName::Kind::unit, unit.value})) missing.push_back(unit);
    inner_->keys.fetch_many(missing, [&](const WrappedKey& wrapped) {
        inner_->cache.get({KeyName::Kind::unit, wrapped.unit.value},
                          [&](auto into) { return inner_->keys.unwrap(wrapped, into); });
    });
}

Bytes Vault::index(MunicipalityId municipality, std::string_view purpose, std::string_view normalised)
{
    const auto key = inner_->cache.get({KeyName::Kind::index, municipality.value}, [&](auto into) {
        inner_->keys.fetch_index(municipality, into);
        return std::optional(municipality);
    });
    crypto_generichash_state state;
    Bytes out(crypto_generichash_BYTES);
    crypto_generichash_init(&state, key->key(), key_bytes, out.size());
    // The length of the purpose comes first, so that no purpose and text together read as another pair.
    const std::array<std::uint8_t, 1> length{static_cast<std::uint8_t>(purpose.size())};
    check(purpose.size() <= 255, "the purpose of an index is a short word of ours");
    crypto_generichash_update(&state, length.data(), length.size());
    crypto_generichash_update(&state, bytes_of(purpose).data(), purpose.size());
    crypto_generichash_update(&state, bytes_of(normalised).data(), normalised.size());
    crypto_generichash_final(&state, out.data(), out.size());
    sodium_memzero(&state, sizeof state);
    return out;
}

void Vault::destroy(std::span<const RetentionUnitId> units)
{
    inner_->keys.remove(units);
    inner_->forget(units);
}

bool Vault::has(RetentionUnitId unit) { return inner_->keys.has(unit); }

void Vault::refresh()
{
    const auto changes = inner_->keys.changes();
    const std::scoped_lock lock(inner_->changes_mutex);
    if (std::exchange(inner_->changes_seen, changes) != changes) inner_->cache.forget_all();
}

void Vault::rewrap(std::unique_ptr<SecretKey> new_root)
{
    check(new_root != nullptr, "rewrapping needs a new root key");
    inner_->keys.rewrap(*new_root);
}

bool Vault::works_under(const SecretKey& root) const { return inner_->keys.works_under(root); }

int Vault::sweep(std::span<const RetentionUnitId> known, Instant older_than)
{
    std::vector<RetentionUnitId> sorted(known.begin(), known.end());
    std::sort(sorted.begin(), sorted.end());
    auto orphans = inner_->keys.units(older_than);
    const auto spare = inner_->spares.unused();
    std::erase_if(orphans, [&](const auto& unit) { return std::ranges::binary_search(sorted, unit) || std::ranges::binary_search(spare, unit); });
    destroy(orphans);
    return static_cast<int>(orphans.size());
}

std::vector<RetentionUnitId> Vault::units()
{
    auto units = inner_->keys.units(Instant::max());
    const auto spare = inner_->spares.unused();
    std::erase_if(units, [&](const auto& unit) { return std::ranges::binary_search(spare, unit); });
    return units;
}

bool Vault::memory_locked() const { return inner_->cache.locked(); }

}  // namespace lots::vault
