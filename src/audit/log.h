#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/entry.h"
#include "base/random.h"
#include "storage/store.h"
#include "vault/vault.h"

namespace lots::audit {

struct LogOptions {
    std::string origin;                       // first line of every checkpoint, for example "lots.example.se/log"
    std::filesystem::path folder;             // `checkpoint` and `log.vkey` (public key) are published here
    std::filesystem::path signing_key_file;   // mode 0600; made by make_signing_key
};

/// Writes a new Ed25519 signing key (never over an existing one) and the public verifier key beside the published checkpoint.
void make_signing_key(const LogOptions& options, Random& random);

/// The append-only log: a Merkle tree (RFC 6962) over entries, with signed checkpoints (C2SP tlog-checkpoint, signed-note).
/// append() only inserts into the pending table; integrate() gives entries their place in the tree and signs.
class Log {
public:
    /// `data` is the data database, migrated with the set `log`.
    Log(storage::Store& data, vault::Vault& vault, Random& random, LogOptions options);
    ~Log();

    /// Adds the entry to the pending table, in the caller's transaction. A failure there is a failure of the whole unit. An entry
    /// with more than 250 subjects becomes several.
    void append(storage::Session& session, const Entry& entry);

    /// The entry alone, in a unit of its own: for requests that only read. Returns when it is durable.
    void append_now(const Entry& entry);

    /// Gives all pending entries their place, stores the new checkpoint (unique by size). Called by the one sequencer: on SQLite in
    /// before_commit, on PostgreSQL by run_sequencer. Does nothing when nothing is pending.
    void integrate(storage::Session& session);
    /// Writes the newest stored checkpoint to the folder (new file, fsync, rename).
    void publish();

    /// Hooks the sequencer to the store: SQLite's writer, or on PostgreSQL a thread with a lease and a fencing number, so that only
    /// one node signs. Stops when this object goes. Call it once, before the first entry is written.
    /// Throws when the signing key is missing, or when the database does not hold the checkpoint that is published: a database that
    /// was set back may not sign a second history.
    void run_sequencer();
    /// Waits until everything that was durable when this was called stands in a published checkpoint. For tests and backup.
    /// Throws std::runtime_error after 30 s without a sequencer.
    void settle();
    /// Why the sequencer's thread could not publish or integrate the last time it tried; none when all is well. For `doctor`.
    std::optional<std::string> trouble() const;
    /// Every retention unit that an entry's text lies under: what vault::Vault::sweep must know of the log.
    std::vector<RetentionUnitId> units();

private:
    struct Inner;
    std::shared_ptr<Inner> inner_;
};

/// What `lots verify-log` found. Needs the database (or a copy) and the public key, no secret.
struct Verification {
    std::uint64_t entries = 0;
    std::uint64_t checkpoints = 0;
    std::string root_hex;
    std::vector<std::string> problems;        // empty: everything holds. Each names the entry or checkpoint by number.
};
/// Recomputes every leaf and node from the stored entries, checks every stored checkpoint's root and signature, the published
/// file, and, when given, that an older checkpoint (a signed note as text) is a prefix of this log.
Verification verify(storage::Store& data, const std::filesystem::path& folder, std::optional<std::string> older_checkpoint);

}  // namespace lots::audit
