#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "base/random.h"
#include "storage/store.h"
#include "vault/secret_key.h"

namespace lots::vault {

class Vault;

/// The root key does not open this key database.
class WrongRoot : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The key above all keys: 64 hexadecimal digits in `file`, which only the service may read; with an empty path the systemd
/// credential $CREDENTIALS_DIRECTORY/lots-root-key. Throws std::runtime_error when it is missing, open to others (a mode with any
/// bit for group or others, or another owner than us or root) or not a key. systemd shows its access list as a group bit:
/// that one is let through for its credential.
std::unique_ptr<SecretKey> load_root_key(const std::filesystem::path& file);

/// The one of `file` and `file`.new that opens this key database: what a service loads at start. When a renewal was interrupted
/// after the keys had been rewrapped, it is finished here (`file`.new becomes `file`). Throws WrongRoot when neither fits.
std::unique_ptr<SecretKey> load_root_key(const std::filesystem::path& file, storage::Store& keys);

/// Writes a new root key, mode 0600, never over an existing one. Durable when it returns.
void make_root_key(const std::filesystem::path& file, Random& random);

/// A new root key for the vault, in an order in which a kill between any two steps leaves something that opens:
///   1. `file`.new is made, durable     (before: `file` opens; `file`.new, if left from an interrupted try, is replaced)
///   2. every key is rewrapped, durable (before: `file` opens; after: `file`.new opens)
///   3. `file` is overwritten and `file`.new takes its name, durable
/// Afterwards the old root key must be destroyed wherever else it is kept (the safe, the credential store, backups): only
/// then are old backups of the key database noise. A credential of systemd cannot be renewed here: encrypt `file` anew.
void renew_root_key(Vault& vault, const std::filesystem::path& file, Random& random);

}  // namespace lots::vault
