#include "storage/migrate.h"

#include <algorithm>
#include <array>

#include "storage/dialect.h"

namespace lots::storage {

namespace {

/// FNV-1a, 64 bits: against a migration edited by mistake, not against malice.
std::string checksum(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const auto byte : bytes_of(text)) {
        hash ^= byte;
        hash *= 0x100000001b3U;
    }
    std::array<std::uint8_t, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(hash >> 56U);
        hash <<= 8U;
    }
    return to_hex(bytes);
}

struct Applied {
    std::int64_t number;
    std::string checksum;
};

bool has_table(Engine engine, Session& session)
{
    const auto number = [](const Row& row) { return row.integer(0); };
    const auto found =
        engine == Engine::sqlite
            ? session.one("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'", number)
            : session.one("SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_migration')", number);
    return found == 1;
}

/// The table of applied migrations, and what the triggers of append_only call on PostgreSQL.
void prepare(Store& store)
{
    const auto make = [&](Session& session) {
        if (has_table(store.engine(), session)) return Outcome::drop;
        session.script(in_dialect(store.engine(), R"(
            CREATE TABLE schema_migration (
                set_name TEXT NOT NULL,
                number INTEGER NOT NULL,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                PRIMARY KEY (set_name, number)
            ) STRICT;
            --! append_only schema_migration
        )")
                           .c_str());
        return Outcome::keep;
    };
    const auto make_function = [](Session& session) {
        session.script(R"(
            CREATE OR REPLACE FUNCTION lots_append_only() RETURNS trigger LANGUAGE plpgsql AS $function$
            BEGIN
                RAISE EXCEPTION 'append_only: %', TG_TABLE_NAME USING ERRCODE = 'LA001', TABLE = TG_TABLE_NAME;
            END
            $function$)");
        return Outcome::keep;
    };
    for (int tries = 0;; ++tries) {
        try {
            bool there = false;
            store.read([&](Session& session) { there = has_table(store.engine(), session); });
            if (there) return;
            if (store.engine() == Engine::postgresql) store.write({make_function, {}});
            store.write({make, {}});
            return;
        } catch (const Failure& failure) {
            // Two nodes that start together both make them: the second finds them made, or is told so by PostgreSQL's
            // catalogue.
            const bool met_another = failure.kind() == Failure::Kind::constraint || failure.kind() == Failure::Kind::other;
            if (store.engine() == Engine::sqlite || !met_another || tries == 10) throw;
        }
    }
}

std::vector<Applied> applied(Session& session, std::string_view set)
{
    return session.all(
        "SELECT number, checksum FROM schema_migration WHERE set_name = $1 ORDER BY number",
        [](const Row& row) {
            return Applied{row.integer(0), row.get<std::string>(1)};
        },
        set);
}

/// Refuses a database that is not a past of this program's migrations. The migrations count from 1 without a gap.
void require_known(std::span<const Applied> done, std::span<const Migration> migrations)
{
    if (done.size() > migrations.size())
        throw Failure(Failure::Kind::too_old, "the database has migration " + std::to_string(done.back().number) +
                                                  ", this program knows " + std::to_string(migrations.size()));
    for (std::size_t at = 0; at < done.size(); ++at) {
        const auto& migration = migrations[at];
        if (done[at].number != migration.number || done[at].checksum != checksum(migration.sql))
            throw Failure(Failure::Kind::too_old, "migration " + std::to_string(migration.number) + " " +
                                                      std::string(migration.name) +
                                                      " is not the one the database was made with");
    }
}

/// Applies the first migration that is missing. False when none is.
bool apply_next(Store& store, std::span<const Migration> migrations)
{
    bool done = false;
    store.write({[&](Session& session) {
                     // The first statement, so that on PostgreSQL the snapshot is taken after another node has finished.
                     if (store.engine() == Engine::postgresql)
                         session.script("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0;"
                                        "LOCK TABLE schema_migration IN ACCESS EXCLUSIVE MODE");
                     const auto before = applied(session, migrations.front().set);
                     require_known(before, migrations);
                     done = before.size() == migrations.size();
                     if (done) return Outcome::drop;
                     const auto& next = migrations[before.size()];
                     session.script(in_dialect(store.engine(), next.sql).c_str());
                     session.run("INSERT INTO schema_migration (set_name, number, name, checksum) VALUES ($1, $2, $3, $4)",
                                 next.set, next.number, next.name, checksum(next.sql));
                     return Outcome::keep;
                 },
                 {}});
    return !done;
}

/// What SQLite is told of one index: how many rows there are, how many of them one value of the first column leaves, of the first two, …
struct Told {
    std::string table, index, stat;
    bool operator==(const Told&) const = default;
};

/// SQLite weighs its plans by this, and told nothing it takes a municipality for as telling as a case: it then reads all rows of the
/// municipality to find those of one meeting. The same for everybody, so that a plan does not depend on what a database holds: a table is
/// large and of one municipality, and each further column narrows it down.
std::vector<Told> what_to_assume(Session& session)
{
    static constexpr std::int64_t rows = 10'000'000;
    static constexpr std::array<std::int64_t, 4> left_by_column{rows, 10, 4, 2};
    return session.all(
        "SELECT m.name, i.name, i.\"unique\", (SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0), "
        "(SELECT count(*) FROM pragma_index_info(i.name)) FROM sqlite_schema m JOIN pragma_index_list(m.name) i "
        "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, i.name",
        [](const Row& row) {
            Told told{row.get<std::string>(0), row.get<std::string>(1), std::to_string(rows)};
            const bool unique = row.get<bool>(2);
            const auto first = row.get<std::optional<std::string>>(3);
            const auto columns = static_cast<std::size_t>(row.get<int>(4));
            const std::size_t skipped = first == "municipality" ? 0 : 1;  // any other first column tells at once
            for (std::size_t column = 0; column < columns; ++column) {
                const auto left = left_by_column[std::min(column + skipped, left_by_column.size() - 1)];
                told.stat += " " + std::to_string(unique && column + 1 == columns ? 1 : left);
            }
            return told;
        });
}

/// Also when a start was killed between a migration and this.
void assume_large_tables(Store& store)
{
    bool known = false;
    store.read([&](Session& session) {
        if (session.one("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'", [](const Row& row) { return row.integer(0); }) == 0)
            return;
        const auto told = session.all(
            // Whatever an ANALYZE of somebody else's has left: it counts a table without an index, too.
            "SELECT COALESCE(tbl, ''), COALESCE(idx, ''), COALESCE(stat, '') FROM sqlite_stat1 ORDER BY 1, 2",
            [](const Row& row) {
                return Told{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)};
            });
        known = told == what_to_assume(session);
    });
    if (known) return;
    store.write({[](Session& session) {
                     // A new table of them: a schema that has changed is what makes connections that are open already read it.
                     session.script("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema");
                     for (const auto& told : what_to_assume(session))
                         session.run("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)", told.table, told.index, told.stat);
                     session.script("ANALYZE sqlite_schema");  // reads them in
                     return Outcome::keep;
                 },
                 {}});
}

}  // namespace

void migrate(Store& store, std::span<const Migration> migrations)
{
    if (migrations.empty()) return;
    for (int expected = 1; const auto& migration : migrations) {
        check(migration.number == expected++, "migrations count from 1 without a gap");
        check(migration.set == migrations.front().set, "migrations are applied one set at a time");
    }
    prepare(store);
    while (apply_next(store, migrations)) {
    }
    if (store.engine() == Engine::sqlite) assume_large_tables(store);
}

int schema_version(Store& store, std::string_view set)
{
    int version = 0;
    store.read([&](Session& session) {
        if (!has_table(store.engine(), session)) return;
        version = session
                      .one(
                          "SELECT coalesce(max(number), 0) FROM schema_migration WHERE set_name = $1",
                          [](const Row& row) { return row.get<int>(0); }, set)
                      .value_or(0);
    });
    return version;
}

}  // namespace lots::storage
