#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/note.h"
#include "audit/tree.h"
#include "storage/session.h"
#include "vault/vault.h"

namespace lots::audit {

/// The log's SQL: all that writes or looks up. Verification reads with statements of its own, so that a fault here is not a
/// fault there.
struct PendingEntry {
    std::int64_t id;
    MunicipalityId municipality;
    std::string month;  // "2026-05", Swedish time
    RetentionUnitId unit;
    Bytes leaf;
};
struct StoredCheckpoint {
    std::uint64_t size = 0;
    Bytes root;
    std::string note;
};

void add_pending(storage::Session& session, const PendingEntry& entry);
/// At most `limit`, the oldest first.
std::vector<PendingEntry> pending(storage::Session& session, int limit);
/// Those up to and including `id` that this transaction sees.
void drop_pending(storage::Session& session, std::int64_t id);
std::optional<std::int64_t> newest_pending(storage::Session& session);
bool any_pending(storage::Session& session, std::int64_t up_to);

void add_entry(storage::Session& session, std::uint64_t seq, const Bytes& leaf, const Hash& hash);
void add_node(storage::Session& session, const Node& node);
void add_checkpoint(storage::Session& session, const StoredCheckpoint& checkpoint);
std::optional<StoredCheckpoint> newest_checkpoint(storage::Session& session);
std::optional<StoredCheckpoint> checkpoint_at(storage::Session& session, std::uint64_t size);
/// The right edge of the tree of that size. Throws storage::Failure (damaged) when a part of it is missing.
Edge load_edge(storage::Session& session, std::uint64_t size);

std::optional<RetentionUnitId> month_unit(storage::Session& session, MunicipalityId municipality, const std::string& month);
void add_month_unit(storage::Session& session, const PendingEntry& entry);
/// Every unit that an entry's text lies under, placed or pending.
std::vector<RetentionUnitId> month_units(storage::Session& session);

/// Whose turn it is to be the sequencer (PostgreSQL only).
struct Lease {
    std::string holder;
    std::int64_t turn;
    std::int64_t left_ms;  // by the database's clock; 0 or less: over
};
Lease lease(storage::Session& session);
/// Takes or keeps the lease for `ms`. False when it is no longer the turn that was seen.
bool hold_lease(storage::Session& session, const std::string& holder, std::int64_t seen_turn, std::int64_t turn, std::int64_t ms);

}  // namespace lots::audit
