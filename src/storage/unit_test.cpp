#include <doctest/doctest.h>

#include <stdexcept>

#include "storage/dialect.h"
#include "storage/store.h"
#include "support/places.h"

using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;
using Rule = ConstraintFailure::Rule;

namespace {

constexpr const char* schema = R"(
    CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE fact (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL CONSTRAINT code_once UNIQUE,
        size INTEGER NOT NULL DEFAULT 0 CONSTRAINT size_fits CHECK (size < 10),
        parent_id INTEGER REFERENCES parent (id),
        later_id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE entry (id INTEGER PRIMARY KEY, outcome TEXT NOT NULL) STRICT;
    --! append_only entry
)";

std::unique_ptr<Store> furnished(const Place& place)
{
    auto store = place.open();
    store->write({[&](Session& session) {
                      if (store->engine() == Engine::postgresql)
                          session.script(R"(CREATE FUNCTION lots_append_only() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
                              RAISE EXCEPTION 'append_only' USING ERRCODE = 'LA001', TABLE = TG_TABLE_NAME; END $f$)");
                      session.script(in_dialect(store->engine(), schema).c_str());
                      return Outcome::keep;
                  },
                  {}});
    return store;
}

/// A unit that leaves a log entry, whatever became of its work.
Unit logged(std::function<Outcome(Session&)> act)
{
    return {std::move(act), [](Session& session, Outcome outcome) {
                session.run("INSERT INTO entry (id, outcome) SELECT count(*), $1 FROM entry",
                            outcome == Outcome::keep ? "kept" : "dropped");
            }};
}

std::vector<std::string> texts(Store& store, Sql sql)
{
    std::vector<std::string> found;
    store.read([&](Session& session) { found = session.all(sql, [](const Row& row) { return row.get<std::string>(0); }); });
    return found;
}
std::vector<std::string> facts(Store& store) { return texts(store, "SELECT code FROM fact ORDER BY id"); }
std::vector<std::string> entries(Store& store) { return texts(store, "SELECT outcome FROM entry ORDER BY id"); }
using Texts = std::vector<std::string>;

/// Which rule of the database the statement breaks, and what the failure says.
std::pair<Rule, std::string> broken(Store& store, Sql sql)
{
    try {
        store.write(logged([&](Session& session) {
            session.run(sql);
            return Outcome::keep;
        }));
    } catch (const ConstraintFailure& failure) {
        CHECK(failure.kind() == Failure::Kind::constraint);
        return {failure.rule(), failure.what()};
    }
    FAIL("the database let it through");
    return {};
}

}  // namespace

TEST_CASE("A kept unit is there with its log entry")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        store->write(logged([](Session& session) {
            session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
            return Outcome::keep;
        }));
        CHECK(facts(*store) == Texts{"a"});
        CHECK(entries(*store) == Texts{"kept"});
    });
}

TEST_CASE("D11 A dropped unit leaves its log entry and nothing else")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        store->write(logged([](Session& session) {
            session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
            return Outcome::drop;
        }));
        store->write(logged([](Session&) { return Outcome::drop; }));  // refused before it wrote anything
        CHECK(facts(*store).empty());
        CHECK(entries(*store) == Texts{"dropped", "dropped"});
    });
}

TEST_CASE("A dropped unit without a log entry leaves nothing")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        store->write({[](Session& session) {
                          session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
                          return Outcome::drop;
                      },
                      {}});
        CHECK(facts(*store).empty());
    });
}

TEST_CASE("D11 An exception keeps nothing, not even the log entry, and reaches the caller as it is")
{
    struct Odd {
        int number;
    };
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        const auto thrown = [&] {
            try {
                store->write(logged([](Session& session) -> Outcome {
                    session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
                    throw Odd{42};
                }));
            } catch (const Odd& odd) {
                return odd.number;
            }
            return 0;
        };
        CHECK(thrown() == 42);
        CHECK(facts(*store).empty());
        CHECK(entries(*store).empty());
    });
}

TEST_CASE("An exception while the log entry is written keeps nothing")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        for (const auto outcome : {Outcome::keep, Outcome::drop}) {
            const Unit unit{[&](Session& session) {
                                session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
                                return outcome;
                            },
                            [](Session& session, Outcome) {
                                session.run("INSERT INTO entry (id, outcome) VALUES (1, 'half')");
                                throw std::runtime_error("the log cannot be written");
                            }};
            CHECK_THROWS_AS(store->write(unit), std::runtime_error);
        }
        CHECK(facts(*store).empty());
        CHECK(entries(*store).empty());
    });
}

TEST_CASE("A statement's failure that the unit catches can be dropped with a log entry")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        const auto take = [&](int id) {
            store->write(logged([&](Session& session) {
                try {
                    session.run("INSERT INTO fact (id, code) VALUES ($1, 'same')", id);
                    return Outcome::keep;
                } catch (const ConstraintFailure&) {
                    return Outcome::drop;
                }
            }));
        };
        take(1);
        take(2);
        CHECK(facts(*store) == Texts{"same"});
        CHECK(entries(*store) == Texts{"kept", "dropped"});
    });
}

TEST_CASE("A unit that goes on after a failed statement, or keeps it, is a bug on both engines")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        const auto failing = [](Session& session) {
            session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
            CHECK_THROWS_AS(session.run("INSERT INTO fact (id, code) VALUES (2, 'a')"), ConstraintFailure);
        };
        CHECK_THROWS_AS(store->write(logged([&](Session& session) {
            failing(session);
            return Outcome::keep;
        })),
                        Bug);
        CHECK_THROWS_AS(store->write(logged([&](Session& session) {
            failing(session);
            session.run("INSERT INTO fact (id, code) VALUES (3, 'c')");
            return Outcome::drop;
        })),
                        Bug);
        CHECK(facts(*store).empty());
        CHECK(entries(*store).empty());
    });
}

TEST_CASE("Broken rules of the database are typed, and tell names but no values")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        store->write({[](Session& session) {
                          session.run("INSERT INTO parent (id) VALUES (1)");
                          session.run("INSERT INTO fact (id, code, parent_id) VALUES (1, 'taken', 1)");
                          session.run("INSERT INTO entry (id, outcome) VALUES (100, 'first')");
                          return Outcome::keep;
                      },
                      {}});
        CHECK(broken(*store, "INSERT INTO fact (id, code) VALUES (1, 'b')").first == Rule::unique);
        CHECK(broken(*store, "INSERT INTO fact (id, code) VALUES (2, 'taken')").first == Rule::unique);
        CHECK(broken(*store, "INSERT INTO fact (id, code, parent_id) VALUES (2, 'b', 77)").first == Rule::foreign_key);
        CHECK(broken(*store, "DELETE FROM parent WHERE id = 1").first == Rule::foreign_key);
        CHECK(broken(*store, "INSERT INTO fact (id, code, later_id) VALUES (2, 'b', 77)").first == Rule::foreign_key);
        CHECK(broken(*store, "INSERT INTO fact (id, code) VALUES (2, NULL)").first == Rule::not_null);
        CHECK(broken(*store, "UPDATE entry SET outcome = 'other'").first == Rule::append_only);
        CHECK(broken(*store, "DELETE FROM entry").first == Rule::append_only);
        const auto [rule, text] = broken(*store, "INSERT INTO fact (id, code, size) VALUES (2, 'b', 10)");
        CHECK(rule == Rule::check);
        CHECK(text.find("size_fits") != std::string::npos);
        CHECK(facts(*store) == Texts{"taken"});
        CHECK(entries(*store) == Texts{"first"});
    });
}

TEST_CASE("A value never stands in a failure's text")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        const std::string secret = "Kim Exempelsson 19900101";
        const auto said = [&](const std::function<void(Session&)>& act) {
            try {
                store->write({[&](Session& session) {
                                  act(session);
                                  return Outcome::keep;
                              },
                              {}});
            } catch (const Failure& failure) {
                return std::string(failure.what());
            }
            return std::string();
        };
        const auto twice = said([&](Session& session) {
            session.run("INSERT INTO fact (id, code) VALUES (1, $1)", secret);
            session.run("INSERT INTO fact (id, code) VALUES (2, $1)", secret);
        });
        const auto mistyped =
            said([&](Session& session) { session.run("INSERT INTO fact (id, code, size) VALUES (1, 'a', $1)", secret); });
        const auto cast = said([&](Session& session) {
            session.run("INSERT INTO fact (id, code, size) VALUES (CAST($1 AS BIGINT), $1, 11)", secret);
        });
        for (const auto& text : {twice, mistyped, cast}) {
            CAPTURE(text);
            CHECK_FALSE(text.empty());
            CHECK(text.find("Kim") == std::string::npos);
            CHECK(text.find("1990") == std::string::npos);
        }
    });
}

TEST_CASE("after_commit runs after each commit and cannot undo it")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        int commits = 0;
        store->after_commit([&] {
            ++commits;
            throw std::runtime_error("publishing failed");
        });
        store->write(logged([](Session& session) {
            session.run("INSERT INTO fact (id, code) VALUES (1, 'a')");
            return Outcome::keep;
        }));
        CHECK_THROWS(store->write(logged([](Session&) -> Outcome { throw std::runtime_error("no"); })));
        CHECK(commits == 1);
        CHECK(facts(*store) == Texts{"a"});
        CHECK(store->statistics().hook_failures == 1);
        CHECK_THROWS_AS(store->after_commit([] {}), Bug);
    });
}

TEST_CASE("The statistics tell what became of the units")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        const auto before = store->statistics();
        store->write(logged([](Session&) { return Outcome::keep; }));
        store->write(logged([](Session&) { return Outcome::drop; }));
        CHECK_THROWS(store->write(logged([](Session&) -> Outcome { throw std::runtime_error("no"); })));
        const auto after = store->statistics();
        CHECK(after.units - before.units == 1);
        CHECK(after.dropped - before.dropped == 1);
        CHECK(after.failed - before.failed == 1);
        CHECK(after.commits - before.commits == 2);
    });
}
