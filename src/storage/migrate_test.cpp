#include "storage/migrate.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>

#include "support/places.h"

using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

namespace {

constexpr std::array<Migration, 3> schema{{
    {1, "facts", R"(
CREATE TABLE fact (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL DEFAULT 'INTEGER',  -- TEXT and BLOB in a comment
    size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--! append_only fact
)"},
    {2, "notes", R"(
CREATE TABLE note (line INTEGER PRIMARY KEY, fact_id BLOB NOT NULL REFERENCES fact (id), words TEXT) STRICT;
CREATE INDEX note_by_fact ON note (fact_id);
--! only sqlite
CREATE TABLE one_engine (name TEXT) STRICT; INSERT INTO one_engine VALUES ('sqlite');
--! end
--! only postgresql
CREATE TABLE one_engine (name text); INSERT INTO one_engine VALUES ('postgresql');
--! end
)"},
    {3, "sizes", "ALTER TABLE note ADD COLUMN size INTEGER NOT NULL DEFAULT 0;\nUPDATE note SET size = 7;\n"},
}};

std::span<const Migration> first(std::size_t count) { return std::span(schema).first(count); }

template <class... P>
void change(Store& store, Sql sql, const P&... parameters)
{
    store.write({[&](Session& session) {
                     session.run(sql, parameters...);
                     return Outcome::keep;
                 },
                 {}});
}

Failure::Kind refusal(Store& store, std::span<const Migration> migrations)
{
    try {
        migrate(store, migrations);
    } catch (const Failure& failure) {
        return failure.kind();
    }
    FAIL("the migrations were accepted");
    return Failure::Kind::other;
}

}  // namespace

TEST_CASE("An empty database has version 0, and a migrated one the number of its last migration")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        CHECK(schema_version(*store) == 0);
        migrate(*store, first(1));
        CHECK(schema_version(*store) == 1);
        migrate(*store, schema);
        CHECK(schema_version(*store) == 3);
    });
}

TEST_CASE("Migrating twice, or from another node, changes nothing")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        migrate(*store, schema);
        const Bytes id(16, 1);
        change(*store, "INSERT INTO fact (id, size) VALUES ($1, 1)", id);
        migrate(*store, schema);
        migrate(*place.open(), schema);
        store->read([&](Session& session) {
            CHECK(session.one(
                      "SELECT code FROM fact WHERE id = $1", [](const Row& row) { return row.get<std::string>(0); }, id) ==
                  "INTEGER");
            CHECK(session.one("SELECT name FROM one_engine", [](const Row& row) { return row.get<std::string>(0); }) ==
                  (place.engine == Engine::sqlite ? "sqlite" : "postgresql"));
        });
    });
}

TEST_CASE("A released schema migrates with its data")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        migrate(*store, first(2));
        change(*store, "INSERT INTO fact (id, size) VALUES ($1, 1)", Bytes(16, 1));
        change(*store, "INSERT INTO note (line, fact_id, words) VALUES (1, $1, 'kept')", Bytes(16, 1));
        migrate(*store, schema);
        store->read([](Session& session) {
            const auto row = session.one("SELECT words, size FROM note", [](const Row& found) {
                return std::pair(found.get<std::string>(0), found.get<int>(1));
            });
            CHECK(row == std::pair(std::string("kept"), 7));
        });
    });
}

TEST_CASE("D5 What is append-only can be neither changed, replaced nor deleted, not even by raw SQL")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        migrate(*store, schema);
        change(*store, "INSERT INTO fact (id, size) VALUES ($1, 1)", Bytes(16, 1));
        const auto refused = [&](const char* sql) {
            CAPTURE(sql);
            try {
                store->write({[&](Session& session) {
                                  session.script(sql);
                                  return Outcome::keep;
                              },
                              {}});
            } catch (const ConstraintFailure& failure) {
                CHECK(failure.rule() == ConstraintFailure::Rule::append_only);
                CHECK(std::string_view(failure.what()).starts_with("append_only: "));
                return;
            }
            FAIL("it was let through");
        };
        refused("UPDATE fact SET size = 2");
        refused("DELETE FROM fact");
        refused("DELETE FROM schema_migration");
        if (place.engine == Engine::sqlite) {
            refused("REPLACE INTO fact (id, size) VALUES (x'01010101010101010101010101010101', 3)");
        } else {
            refused("TRUNCATE fact CASCADE");
            refused("INSERT INTO fact (id, size) VALUES (decode(repeat('01', 16), 'hex'), 3) ON CONFLICT (id) DO UPDATE SET "
                    "size = 3");
        }
        store->read([](Session& session) {
            CHECK(session.one("SELECT sum(size) FROM fact", [](const Row& row) { return row.integer(0); }) == 1);
        });
    });
}

TEST_CASE("A database that knows a later migration is refused")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        migrate(*store, schema);
        CHECK(refusal(*store, first(2)) == Failure::Kind::too_old);
        CHECK(schema_version(*store) == 3);
    });
}

TEST_CASE("A migration whose text was changed after it was applied is refused")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        migrate(*store, first(2));
        auto edited = schema;
        edited[0].sql = "CREATE TABLE fact (id BLOB PRIMARY KEY) STRICT;";
        CHECK(refusal(*store, edited) == Failure::Kind::too_old);
        CHECK(schema_version(*store) == 2);
    });
}

TEST_CASE("A migration that fails halfway leaves the schema as it was before it")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        auto broken = schema;
        broken[1].sql = "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER) STRICT;";
        CHECK(refusal(*store, broken) == Failure::Kind::other);
        CHECK(schema_version(*store) == 1);
        CHECK_THROWS_AS(change(*store, "INSERT INTO half (id) VALUES (1)"), Failure);
        migrate(*store, schema);
        CHECK(schema_version(*store) == 3);
    });
}

TEST_CASE("Migrations with a gap in their numbers are a bug")
{
    const test::Folder folder;
    const auto store = open_sqlite({.file = folder.path() / "lots.db"});
    const std::array<Migration, 1> gap{{{2, "second", "SELECT 1;"}}};
    CHECK_THROWS_AS(migrate(*store, gap), Bug);
}

TEST_CASE("Two sets in one database count apart")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        const std::array<Migration, 1> other{{{1, "other", "CREATE TABLE other (id INTEGER) STRICT;", "log"}}};
        migrate(*store, first(2));
        migrate(*store, other);
        CHECK(schema_version(*store, "data") == 2);
        CHECK(schema_version(*store, "log") == 1);
        migrate(*store, schema);
        CHECK(schema_version(*store, "data") == 3);
    });
}

TEST_CASE("Nodes that start at once migrate together")
{
    on_both_engines([](const Place& place) {
        std::array<std::exception_ptr, 4> errors;
        std::vector<std::thread> nodes;
        for (auto& error : errors) {
            nodes.emplace_back([&] {
                try {
                    migrate(*place.open(), schema);
                } catch (...) {
                    error = std::current_exception();
                }
            });
        }
        for (auto& node : nodes) node.join();
        for (const auto& error : errors) CHECK_NOTHROW(error ? std::rethrow_exception(error) : void());
        CHECK(schema_version(*place.open()) == 3);
    });
}

TEST_CASE("A migration killed at any moment is before or after, and the next start finishes it")
{
    on_both_engines([](const Place& place) {
        // Each migration makes two tables and a hundred rows: plenty of moments in the middle.
        std::vector<std::string> texts;
        std::vector<Migration> many;
        for (int number = 1; number <= 12; ++number) {
            const auto name = std::to_string(number);
            texts.push_back("CREATE TABLE left_" + name + " (id INTEGER PRIMARY KEY) STRICT;\n");
            for (int row = 0; row < 100; ++row)
                texts.back() += "INSERT INTO left_" + name + " VALUES (" + std::to_string(row) + ");\n";
            texts.back() += "CREATE TABLE right_" + name + " (id INTEGER PRIMARY KEY) STRICT;\n";
        }
        for (int number = 1; number <= 12; ++number)
            many.push_back({number, "pair", texts[static_cast<std::size_t>(number) - 1]});

        int versions_seen = 0;
        for (int round = 0, last = -1; round < 40; ++round) {
            const pid_t child = ::fork();
            REQUIRE(child >= 0);
            if (child == 0) {
                try {
                    migrate(*place.open(), many);
                } catch (...) {
                    ::_exit(1);
                }
                ::_exit(0);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5 + round * 4));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);

            const auto store = place.open();
            std::int64_t tables = 0;
            int version = 0;
            do {  // PostgreSQL's own process may still be ending what the killed one had begun
                version = schema_version(*store);
                store->read([&](Session& session) {
                    const char* sql =
                        place.engine == Engine::sqlite
                            ? "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'left_%' OR name LIKE 'right_%'"
                            : "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'left_%' OR tablename LIKE 'right_%'";
                    session.query(sql, {}, [&](const Row& row) { tables = row.integer(0); });
                });
            } while (schema_version(*store) != version);
            CHECK(tables == version * 2);
            if (version != last) ++versions_seen;
            last = version;
            if (version == 12) break;
        }
        MESSAGE("killed at " << versions_seen << " different versions");
        const auto store = place.open();
        migrate(*store, many);
        CHECK(schema_version(*store) == 12);
    });
}
