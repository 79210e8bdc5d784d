#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "storage/dialect.h"
#include "storage/store.h"
#include "support/places.h"

using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

namespace {

constexpr int writers = 16;

std::unique_ptr<Store> furnished(const Place& place)
{
    auto store = place.open();
    store->write({[&](Session& session) {
                      session.script(in_dialect(store->engine(), R"(
                          CREATE TABLE head (id INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT;
                          CREATE TABLE step (version INTEGER NOT NULL, writer INTEGER NOT NULL) STRICT;
                          INSERT INTO head (id, version) VALUES (1, 0), (2, 0);
                      )")
                                         .c_str());
                      return Outcome::keep;
                  },
                  {}});
    return store;
}

/// Runs `work(number)` on so many threads at once and waits. No doctest assertion may be made on them under TSan; they
/// count.
void together(int threads, const std::function<void(int)>& work)
{
    std::vector<std::thread> running;
    for (int number = 0; number < threads; ++number) running.emplace_back(work, number);
    for (auto& thread : running) thread.join();
}

std::int64_t number(Session& session, Sql sql)
{
    return session.one(sql, [](const Row& row) { return row.integer(0); }).value();
}

std::int64_t number(Store& store, Sql sql)
{
    std::int64_t found = 0;
    store.read([&](Session& session) { found = number(session, sql); });
    return found;
}

/// Reads the head, and moves it on if it still is what was read.
Outcome move_on(Session& session, int writer)
{
    const auto version = number(session, "SELECT version FROM head WHERE id = 1");
    if (session.run("UPDATE head SET version = $1 WHERE id = 1 AND version = $2", version + 1, version) != 1)
        return Outcome::drop;
    session.run("INSERT INTO step (version, writer) VALUES ($1, $2)", version + 1, writer);
    return Outcome::keep;
}

}  // namespace

TEST_CASE("D10 Sixteen writers of one head lose no update")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        constexpr int each = 25;
        std::atomic<int> kept{0};
        together(writers, [&](int writer) {
            for (int done = 0; done < each;) {
                bool moved = false;
                try {
                    store->write({[&](Session& session) {
                                      const auto outcome = move_on(session, writer);
                                      moved = outcome == Outcome::keep;
                                      return outcome;
                                  },
                                  {}});
                } catch (const Failure& failure) {
                    if (failure.kind() != Failure::Kind::unavailable) std::terminate();
                    continue;  // sixteen who want one row may run out of tries: nothing was kept, so ask again
                }
                if (moved) ++kept, ++done;
            }
        });
        CHECK(kept == writers * each);
        CHECK(number(*store, "SELECT version FROM head WHERE id = 1") == writers * each);
        CHECK(number(*store, "SELECT count(*) FROM step") == writers * each);
        CHECK(number(*store, "SELECT count(DISTINCT version) FROM step") == writers * each);
        MESSAGE("retries: ", store->statistics().retries, ", failed: ", store->statistics().failed);
    });
}

TEST_CASE("Two units that each rest on what the other changes are never both kept")
{
    // Write skew: both read both heads, each moves one. One after the other, the second sees the first's change.
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        for (int round = 0; round < 20; ++round) {
            store->write({[](Session& session) {
                              session.run("UPDATE head SET version = 0");
                              return Outcome::keep;
                          },
                          {}});
            together(2, [&](int writer) {
                store->write({[&](Session& session) {
                                  if (number(session, "SELECT sum(version) FROM head") != 0) return Outcome::drop;
                                  session.run("UPDATE head SET version = 1 WHERE id = $1", writer + 1);
                                  return Outcome::keep;
                              },
                              {}});
            });
            CHECK(number(*store, "SELECT sum(version) FROM head") == 1);
        }
    });
}

TEST_CASE("One unit's failure touches no other unit of the same commit")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        std::atomic<int> kept{0};
        std::atomic<int> failed{0};
        std::atomic<int> wrong{0};
        together(writers, [&](int writer) {
            for (int turn = 0; turn < 20; ++turn) {
                const int kind = (writer + turn) % 4;
                const Unit unit{[&](Session& session) {
                                    session.run("INSERT INTO step (version, writer) VALUES ($1, $2)", kind, writer);
                                    if (kind == 1) throw std::runtime_error("of its own");
                                    if (kind == 2) session.run("INSERT INTO head (id, version) VALUES (1, 0)");
                                    return kind == 3 ? Outcome::drop : Outcome::keep;
                                },
                                [](Session&, Outcome) {}};
                try {
                    store->write(unit);
                    ++(kind == 0 || kind == 3 ? kept : wrong);
                } catch (const ConstraintFailure& failure) {
                    ++(kind == 2 && failure.rule() == ConstraintFailure::Rule::unique ? failed : wrong);
                } catch (const std::runtime_error& error) {
                    ++(kind == 1 && std::string(error.what()) == "of its own" ? failed : wrong);
                }
            }
        });
        CHECK(wrong == 0);
        CHECK(kept == writers * 10);
        CHECK(failed == writers * 10);
        CHECK(number(*store, "SELECT count(*) FROM step") == writers * 5);
        CHECK(number(*store, "SELECT count(*) FROM step WHERE version <> 0") == 0);
    });
}

TEST_CASE("Units of several threads share SQLite's commits, and before_commit runs once for each of them")
{
    const test::Folder folder;
    const auto store = furnished({Engine::sqlite, (folder.path() / "lots.db").string()});
    std::int64_t hooks = 0;  // only the writer thread touches it, and it is read when all have their answers
    store->before_commit([&](Session& session) {
        ++hooks;
        session.run("UPDATE head SET version = version + 1 WHERE id = 2");
    });
    const auto before = store->statistics();
    together(writers, [&](int writer) {
        for (int turn = 0; turn < 30; ++turn) {
            store->write({[&](Session& session) {
                              session.run("INSERT INTO step (version, writer) VALUES (0, $1)", writer);
                              return Outcome::keep;
                          },
                          {}});
        }
    });
    const auto after = store->statistics();
    const auto commits = after.commits - before.commits;
    CHECK(after.units - before.units == writers * 30);
    CHECK(commits < writers * 30 / 2);
    CHECK(hooks == commits);
    CHECK(number(*store, "SELECT version FROM head WHERE id = 2") == commits);
    CHECK(number(*store, "SELECT count(*) FROM step") == writers * 30);
    MESSAGE("units: ", after.units - before.units, ", commits: ", commits);
}

TEST_CASE("Readers always see whole commits while others write")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        std::atomic<bool> writing{true};
        std::atomic<int> torn{0};
        std::atomic<int> looks{0};
        together(7, [&](int thread) {
            if (thread < 3) {
                for (int turn = 0; turn < 60; ++turn) {
                    try {
                        store->write({[&](Session& session) { return move_on(session, thread); }, {}});
                    } catch (const Failure&) {
                        // Out of tries: the readers are what this is about.
                    }
                }
                writing = false;
                return;
            }
            while (writing) {
                store->read([&](Session& session) {
                    const auto head = number(session, "SELECT version FROM head WHERE id = 1");
                    const auto steps = number(session, "SELECT count(*) FROM step");
                    if (head != steps) ++torn;
                    ++looks;
                });
            }
        });
        CHECK(torn == 0);
        CHECK(looks > 0);
    });
}
