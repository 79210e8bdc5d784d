#include "audit/log_store.h"

#include "storage/store.h"

namespace lots::audit {

using storage::Row;
using storage::Session;

namespace {

std::int64_t as_column(std::uint64_t number) { return static_cast<std::int64_t>(number); }

StoredCheckpoint read_checkpoint(const Row& row)
{
    return {static_cast<std::uint64_t>(row.integer(0)), row.get<Bytes>(1), row.get<std::string>(2)};
}

}  // namespace

void add_pending(Session& session, const PendingEntry& entry)
{
    session.run("INSERT INTO log_pending (municipality, month, unit, leaf) VALUES ($1, $2, $3, $4)", entry.municipality, entry.month,
                entry.unit, entry.leaf);
}

std::vector<PendingEntry> pending(Session& session, int limit)
{
    return session.all(
        "SELECT id, municipality, month, unit, leaf FROM log_pending ORDER BY id LIMIT $1",
        [](const Row& row) {
            return PendingEntry{row.integer(0), row.get<MunicipalityId>(1), row.get<std::string>(2), row.get<RetentionUnitId>(3),
                                row.get<Bytes>(4)};
        },
        limit);
}

void drop_pending(Session& session, std::int64_t id) { session.run("DELETE FROM log_pending WHERE id <= $1", id); }

std::optional<std::int64_t> newest_pending(Session& session)
{
    return session.one("SELECT id FROM log_pending ORDER BY id DESC LIMIT 1", [](const Row& row) { return row.integer(0); });
}

bool any_pending(Session& session, std::int64_t up_to)
{
    return session.one("SELECT id FROM log_pending WHERE id <= $1 LIMIT 1", [](const Row&) { return true; }, up_to).has_value();
}

void add_entry(Session& session, std::uint64_t seq, const Bytes& leaf, const Hash& hash)
{
    session.run("INSERT INTO log_entry (seq, leaf, hash) VALUES ($1, $2, $3)", as_column(seq), leaf, Bytes(hash.begin(), hash.end()));
}

void add_node(Session& session, const Node& node)
{
    session.run("INSERT INTO log_node (position, hash) VALUES ($1, $2)", as_column(node.position()),
                Bytes(node.hash.begin(), node.hash.end()));
}

void add_checkpoint(Session& session, const StoredCheckpoint& checkpoint)
{
    session.run("INSERT INTO log_checkpoint (size, root, note) VALUES ($1, $2, $3)", as_column(checkpoint.size), checkpoint.root,
                checkpoint.note);
}

std::optional<StoredCheckpoint> newest_checkpoint(Session& session)
{
    return session.one("SELECT size, root, note FROM log_checkpoint ORDER BY size DESC LIMIT 1", read_checkpoint);
}

std::optional<StoredCheckpoint> checkpoint_at(Session& session, std::uint64_t size)
{
    return session.one("SELECT size, root, note FROM log_checkpoint WHERE size = $1", read_checkpoint, as_column(size));
}

Edge load_edge(Session& session, std::uint64_t size)
{
    std::vector<Hash> subtrees;
    for (const auto& subtree : Edge::subtrees_of(size)) {
        std::optional<Hash> hash;
        if (subtree.level == 0) {
            session.each("SELECT hash FROM log_entry WHERE seq = $1", [&](const Row& row) { hash = hash_of(row.bytes(0)); },
                         as_column(subtree.index));
        } else {
            session.each("SELECT hash FROM log_node WHERE position = $1", [&](const Row& row) { hash = hash_of(row.bytes(0)); },
                         as_column(subtree.position()));
        }
        if (!hash)
            throw storage::Failure(storage::Failure::Kind::damaged, "the log lacks the tree node of level " +
                                                                        std::to_string(subtree.level) + " number " +
                                                                        std::to_string(subtree.index));
        subtrees.push_back(*hash);
    }
    return {size, std::move(subtrees)};
}

std::optional<RetentionUnitId> month_unit(Session& session, MunicipalityId municipality, const std::string& month)
{
    return session.one("SELECT unit FROM log_month_key WHERE municipality = $1 AND month = $2 ORDER BY unit LIMIT 1",
                       [](const Row& row) { return row.get<RetentionUnitId>(0); }, municipality, month);
}

void add_month_unit(Session& session, const PendingEntry& entry)
{
    session.run("INSERT INTO log_month_key (municipality, month, unit) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                entry.municipality, entry.month, entry.unit);
}

std::vector<RetentionUnitId> month_units(Session& session)
{
    return session.all("SELECT unit FROM log_month_key UNION SELECT unit FROM log_pending",
                       [](const Row& row) { return row.get<RetentionUnitId>(0); });
}

Lease lease(Session& session)
{
    const auto found = session.one(
        "SELECT holder, turn, until - CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) FROM log_lease WHERE one = 1",
        [](const Row& row) { return Lease{row.get<std::string>(0), row.integer(1), row.integer(2)}; });
    if (!found) throw storage::Failure(storage::Failure::Kind::damaged, "the log has lost its lease row");
    return *found;
}

bool hold_lease(Session& session, const std::string& holder, std::int64_t seen_turn, std::int64_t turn, std::int64_t ms)
{
    return session.run("UPDATE log_lease SET holder = $1, turn = $2, "
                       "until = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) + $3 WHERE one = 1 AND turn = $4",
                       holder, turn, ms, seen_turn) == 1;
}

}  // namespace lots::audit
