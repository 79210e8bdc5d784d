#include <doctest/doctest.h>

#include <array>
#include <string>

#include "storage/migrate.h"
#include "support/places.h"

// What SQLite is told of its indices when it is migrated, so that it finds what belongs to one case by that case.
using namespace lots;
using namespace lots::storage;

TEST_CASE("SQLite is told that a municipality is large, also on connections that were open before")
{
    const test::Folder folder;
    const auto store = open_sqlite({.file = folder.path() / "lots.db", .readers = 1});
    const auto step_of = [&] {
        std::string step;
        store->read([&](Session& session) {
            // An explanation does not ask whether the schema has changed; a question does.
            session.query("SELECT count(*) FROM turnout", {}, [](const Row&) {});
            session.query("EXPLAIN QUERY PLAN SELECT t.line FROM turnout t JOIN gathering g ON g.municipality = t.municipality AND "
                          "g.id = t.gathering WHERE t.municipality = 'm' AND g.case_id = 'c' ORDER BY t.gathering, t.line",
                          {}, [&](const Row& row) { step += row.get<std::string>(3) + "\n"; });
        });
        return step;
    };
    const Migration first{1, "gathering", R"(
        CREATE TABLE gathering (municipality BLOB NOT NULL, id BLOB NOT NULL, case_id BLOB NOT NULL, PRIMARY KEY (municipality, id)) STRICT;
        CREATE INDEX gathering_of ON gathering (municipality, case_id);)"};
    const Migration second{2, "turnout", R"(
        CREATE TABLE turnout (municipality BLOB NOT NULL, gathering BLOB NOT NULL, line INTEGER NOT NULL,
                              PRIMARY KEY (municipality, gathering, line)) STRICT;)"};
    migrate(*store, std::array{first});
    migrate(*store, std::array{first, second});
    const auto by_case = step_of();
    CHECK(by_case.find("gathering_of (municipality=? AND case_id=?)") != std::string::npos);
    CHECK(by_case.find("(municipality=? AND gathering=?)") != std::string::npos);
    CHECK(by_case.find("(municipality=?)") == std::string::npos);

    // Somebody counts the rows by hand: the next start goes back to what everybody is told.
    store->write({[](Session& session) {
                      session.script("CREATE TABLE plain (line INTEGER PRIMARY KEY, words TEXT) STRICT; INSERT INTO plain VALUES (1, 'a'); ANALYZE");
                      return Outcome::keep;
                  },
                  {}});
    migrate(*store, std::array{first, second});
    CHECK(step_of() == by_case);
    store->read([](Session& session) {
        CHECK(session.one("SELECT count(*) FROM sqlite_stat1 WHERE idx IS NULL", [](const Row& row) { return row.integer(0); }) == 0);
    });
}
