#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/id.h"
#include "base/time.h"
#include "base/random.h"
#include "storage/store.h"
#include "vault/fields.h"
#include "vault/root_key.h"
#include "vault/secret_key.h"

namespace lots::vault {

/// Where a sealed value lies. All of it is associated data: a value that is copied to another column, row, case or municipality
/// does not open there.
struct Place {
    Field field;
    MunicipalityId municipality;
    ByteSpan owner;  // 16 bytes: the case, or the person or agency for what belongs to no case
    ByteSpan row;    // 16 bytes: the row's id
    std::uint32_t part = 0;  // the chunk of a file, else 0
};

/// A sealed value that cannot be opened: its key is gone (disposed of, or lost) or it was changed or moved.
/// Names field number and row, never a value.
class Unreadable : public std::runtime_error {
public:
    enum class Why { key_missing, changed };
    Unreadable(Why why, const std::string& what) : std::runtime_error(what), why_(why) {}
    Why why() const { return why_; }

private:
    Why why_;
};

/// Seals and opens. Keys lie wrapped in a database of their own; opened keys are kept in locked memory, a bounded number of them.
/// Safe to use from several threads.
class Vault {
public:
    /// `keys` is the key database, already migrated with the set `keys`; a new one takes this root key as its own. Throws WrongRoot
    /// when the root key is not the one it was made with. `cached_keys` bounds the opened keys (32 bytes of locked memory each).
    Vault(storage::Store& keys, std::unique_ptr<SecretKey> root, Random& random, std::size_t cached_keys = 8192);
    ~Vault();

    /// A new data key for a group of records that will be disposed of together. Durable before this returns, so that no row
    /// is ever sealed under a key that a crash could lose. A unit that no data row names is an orphan (see sweep). Several are made ahead
    /// when many are asked for; what is left of them goes with the vault, or is an orphan after a crash.
    RetentionUnitId make_unit(MunicipalityId municipality, Instant at);

    /// Throws Unreadable when the unit's key is gone. Sealing under another municipality's unit is a bug.
    Bytes seal(RetentionUnitId unit, const Place& place, std::string_view plain);
    Bytes seal(RetentionUnitId unit, const Place& place, ByteSpan plain);
    /// Throws Unreadable.
    std::string open(RetentionUnitId unit, const Place& place, ByteSpan sealed);

    /// Opens the keys of these units in few queries, for a list that will read from many of them. Units without a key are passed over.
    void warm(std::span<const RetentionUnitId> units);

    /// The keyed index of a value that must be found again without being stored: the same text gives the same 32 bytes in one
    /// municipality for one purpose, and says nothing without the key.
    Bytes index(MunicipalityId municipality, std::string_view purpose, std::string_view normalised);

    /// Destroys the keys, durable before this returns. What was sealed under them does not open any more; it is noise for an
    /// attacker with old key backups too once the old root key is gone (see renew_root_key). Unknown units are passed over.
    void destroy(std::span<const RetentionUnitId> units);
    /// Whether the key database has the unit's key.
    bool has(RetentionUnitId unit);
    /// Lets go of opened keys when another node has destroyed some since the last call. To be called every few seconds when
    /// several nodes use one key database.
    void refresh();

    /// Wraps every key under a new root key, in one transaction; the old root opens nothing of this database afterwards. Other
    /// nodes that still have the old root answer WrongRoot for keys they have not opened yet. Callers want renew_root_key,
    /// which knows in which order the files change.
    void rewrap(std::unique_ptr<SecretKey> new_root);
    /// Whether this root key is the one the vault works with.
    bool works_under(const SecretKey& root) const;

    /// Destroys keys made before `older_than` that `known` does not name. Returns how many. `known` must be everything that any
    /// data row names (the log's own: audit::Log::units), read after `older_than`, which lies at least an hour back where several nodes
    /// use one key database: another node may be about to use a unit that it made up to ten minutes ago (SpareUnits::life).
    int sweep(std::span<const RetentionUnitId> known, Instant older_than);
    /// But for those made ahead that nobody was given.
    std::vector<RetentionUnitId> units();

    /// Whether the operating system keeps the opened keys out of the swap space; `doctor` says so when not.
    bool memory_locked() const;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace lots::vault
