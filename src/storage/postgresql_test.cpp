#include <doctest/doctest.h>
#include <libpq-fe.h>

#include "support/postgres.h"
#include "support/thing.h"

using namespace lots;
using namespace lots::storage;
using namespace lots::storage::trial;
using Kind = Failure::Kind;

namespace {

/// As an administrator's psql would, beside the store.
void psql(const std::string& connection, const std::string& sql)
{
    PGconn* link = PQconnectdb(connection.c_str());
    PGresult* done = PQexec(link, sql.c_str());
    const auto status = PQresultStatus(done);
    PQclear(done);
    PQfinish(link);
    REQUIRE((status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK));
}

/// Ends every connection but its own: what a restart of the server does. They end when they have noticed, a little later.
constexpr const char* end_all = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() "
                                "AND pid <> pg_backend_pid()";

}  // namespace

TEST_CASE("PostgreSQL: a connection that the server closed is replaced without anybody noticing")
{
    const auto connection = test::postgres();
    if (!connection) return;
    const auto store = open_postgresql({.connection = *connection, .connections = 2});
    make(*store, thing);
    psql(*connection, end_all);
    add(*store, 1);
    psql(*connection, end_all);
    CHECK(count(*store) == 1);
}

TEST_CASE("PostgreSQL: what is read over a connection that breaks is asked anew before the first answer, and never after")
{
    const auto connection = test::postgres();
    if (!connection) return;
    const auto store = open_postgresql({.connection = *connection, .connections = 2});
    make(*store, thing);
    add(*store, 1);
    int runs = 0;
    store->read([&](Session& session) {
        if (++runs == 1) psql(*connection, end_all);
        session.all("SELECT line FROM thing", [](const Row& row) { return row.integer(0); });
    });
    CHECK(runs == 2);

    runs = 0;
    const auto failed = failure_of([&] {
        store->read([&](Session& session) {
            const auto line = [](const Row& row) { return row.integer(0); };
            session.all("SELECT line FROM thing", line);
            ++runs;
            psql(*connection, end_all);
            session.all("SELECT line FROM thing", line);
        });
    });
    CHECK(failed == Kind::unavailable);
    CHECK(runs == 1);
    CHECK(count(*store) == 1);
}

TEST_CASE("PostgreSQL: a unit whose connection breaks before COMMIT is run again once, whole")
{
    const auto connection = test::postgres();
    if (!connection) return;
    const auto store = open_postgresql({.connection = *connection, .connections = 2});
    make(*store, thing);
    int runs = 0;
    store->write({[&](Session& session) {
                      session.run("INSERT INTO thing (line, bytes) VALUES ($1, $2)", ++runs, Bytes{1});
                      if (runs == 1)
                          psql(*connection, end_all);
                      session.run("UPDATE thing SET bytes = $1", Bytes{2});
                      return Outcome::keep;
                  },
                  {}});
    CHECK(runs == 2);
    CHECK(count(*store) == 1);
    CHECK(store->statistics().retries == 1);
}

TEST_CASE("PostgreSQL: a unit that finds no room for what it has read is run again once, whole")
{
    const auto connection = test::postgres();
    if (!connection) return;
    const auto store = open_postgresql({.connection = *connection});
    make(*store, thing);
    // The first run meets what PostgreSQL says when its predicate locks are all taken.
    psql(*connection, R"(CREATE FUNCTION no_room() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN
        RAISE EXCEPTION 'out of shared memory' USING ERRCODE = '53200'; END $f$)");
    int runs = 0;
    store->write({[&](Session& session) {
                      session.run("INSERT INTO thing (line, bytes) VALUES ($1, $2)", ++runs, Bytes{1});
                      if (runs == 1) session.script("SELECT no_room()");
                      return Outcome::keep;
                  },
                  {}});
    CHECK(runs == 2);
    CHECK(count(*store) == 1);
    CHECK(store->statistics().retries == 1);
}

TEST_CASE("PostgreSQL: COMMIT with a warning is unknown, not acknowledged")
{
    const auto connection = test::postgres();
    if (!connection) return;
    const auto store = open_postgresql({.connection = *connection});
    make(*store, thing);
    // A trigger at COMMIT that warns stands in for "canceling wait for synchronous replication", which needs a standby.
    psql(*connection, R"(CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
        RAISE WARNING 'canceling'; RETURN NULL; END $f$;
        CREATE CONSTRAINT TRIGGER warns AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION warn())");
    CHECK(failure_of([&] { add(*store, 1); }) == Kind::unavailable);
    CHECK(count(*store) == 1);
    CHECK(store->statistics().units == 1);  // the schema's; this one is not counted as kept
}

TEST_CASE("PostgreSQL: a database in another encoding than UTF8 is refused")
{
    const auto connection = test::postgres();
    if (!connection) return;
    const auto name = connection->substr(connection->rfind('=') + 1) + "_latin";
    psql(*connection, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
    CHECK(failure_of([&] { open_postgresql({.connection = *connection + "_latin"}); }) == Kind::other);
    psql(*connection, "DROP DATABASE " + name);
}
