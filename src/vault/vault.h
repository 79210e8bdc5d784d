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
#include "storage/store.h"
#include "vault/fields.h"

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

/// 32 bytes that live in locked memory, are never written to a core file, and are zeroed when they are let go.
class SecretKey;

/// The key above all keys: from a systemd credential ($CREDENTIALS_DIRECTORY/lots-root-key) or a file that only the service
/// may read. Throws std::runtime_error when it is missing, readable by others, or not 32 bytes in hex.
std::unique_ptr<SecretKey> load_root_key(const std::filesystem::path& file);
/// Writes a new root key, mode 0600, never over an existing one.
void make_root_key(const std::filesystem::path& file, Random& random);

/// Seals and opens. Keys lie wrapped in a database of their own; opened keys are kept in locked memory, a bounded number of them.
/// Safe to use from several threads.
class Vault {
public:
    /// `keys` is the key database, already migrated with the set `keys`. Throws when the root key is not the one it was made with.
    Vault(storage::Store& keys, std::unique_ptr<SecretKey> root, Random& random);
    ~Vault();

    /// A new data key for a group of records that will be disposed of together. Durable before this returns, so that no row
    /// is ever sealed under a key that a crash could lose. A unit that no data row names is an orphan (see sweep).
    RetentionUnitId make_unit(MunicipalityId municipality, Instant at);

    Bytes seal(RetentionUnitId unit, const Place& place, std::string_view plain);
    Bytes seal(RetentionUnitId unit, const Place& place, ByteSpan plain);
    /// Throws Unreadable.
    std::string open(RetentionUnitId unit, const Place& place, ByteSpan sealed);

    /// The keyed index of a value that must be found again without being stored: the same text gives the same 32 bytes in one
    /// municipality for one purpose, and says nothing without the key.
    Bytes index(MunicipalityId municipality, std::string_view purpose, std::string_view normalised);

    /// Destroys the keys. What was sealed under them is noise from now on, once old roots are gone too (see rewrap).
    void destroy(std::span<const RetentionUnitId> units);
    bool has(RetentionUnitId unit);

    /// Wraps every key under a new root key, in one transaction; the old root opens nothing of this database afterwards. The
    /// caller replaces the root key file before and destroys the old one after; killed between, `load_root_key` finds both.
    void rewrap(std::unique_ptr<SecretKey> new_root);

    /// Destroys keys made before `older_than` that `known` does not name. Returns how many.
    int sweep(std::span<const RetentionUnitId> known, Instant older_than);
    std::vector<RetentionUnitId> units();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace lots::vault
