#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "base/random.h"
#include "storage/store.h"
#include "vault/key_cache.h"
#include "vault/sealing.h"

namespace lots::vault {

/// A key as it lies in the database.
struct WrappedKey {
    RetentionUnitId unit;
    MunicipalityId municipality;
    Bytes wrapped;
    Bytes root_id;
};

using KeyRoom = std::span<std::uint8_t, key_bytes>;

/// The key database: all of the vault's SQL, and the root key. Safe to use from several threads.
class KeyStore {
public:
    /// Throws WrongRoot.
    KeyStore(storage::Store& store, const SecretKey& root, Random& random);

    /// The unit's key, unwrapped into `into`; none when there is none. Throws Unreadable when it was changed, and WrongRoot when
    /// another node has renewed the root key.
    std::optional<MunicipalityId> fetch(RetentionUnitId unit, KeyRoom into);
    /// The keys that are there, as they lie, in no order.
    void fetch_many(std::span<const RetentionUnitId> units, const std::function<void(const WrappedKey&)>& each);
    std::optional<MunicipalityId> unwrap(const WrappedKey& wrapped, KeyRoom into);
    /// The municipality's index key, made when it has none.
    void fetch_index(MunicipalityId municipality, KeyRoom into);

    /// Keeps these units' keys, in one transaction.
    void add(std::span<const RetentionUnitId> units, MunicipalityId municipality, Instant at, const std::vector<std::unique_ptr<SecretKey>>& keys);
    void remove(std::span<const RetentionUnitId> units);
    bool has(RetentionUnitId unit);
    std::vector<RetentionUnitId> units(Instant made_before);
    /// Grows with every removal.
    std::int64_t changes();

    void rewrap(const SecretKey& new_root);
    bool works_under(const SecretKey& root) const;

private:
    std::shared_ptr<const Root> root_of(ByteSpan root_id) const;
    std::shared_ptr<const Root> root_in_force(storage::Session& session) const;
    void rewrap_units(storage::Session& session, const Root& from, const Root& to);
    void rewrap_indexes(storage::Session& session, const Root& from, const Root& to);
    Bytes wrapped_anew(const Root& from, const Root& to, ByteSpan bound_to, ByteSpan wrapped);

    storage::Store& store_;
    Random& random_;
    mutable std::mutex roots_mutex_;
    std::shared_ptr<const Root> root_;
    std::shared_ptr<const Root> next_root_;  // while keys are being rewrapped
};

}  // namespace lots::vault
