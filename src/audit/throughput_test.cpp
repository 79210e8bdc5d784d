#include <atomic>
#include <chrono>
#include <thread>

#include <doctest/doctest.h>

#include "audit/test_house.h"

using namespace lots;
using lots::test::LogHouse;
using lots::test::on_both_engines;

namespace {

constexpr int clients = 16;

/// How often `clients` threads together get `once` done in half a second.
template <class F>
std::int64_t count_of(F&& once)
{
    std::atomic<bool> over{false};
    std::atomic<std::int64_t> done{0};
    std::vector<std::thread> threads;
    for (int c = 0; c < clients; ++c)
        threads.emplace_back([&] {
            while (!over) {
                once();
                ++done;
            }
        });
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    over = true;
    for (auto& thread : threads) thread.join();
    return done;
}

}  // namespace

/// Not part of the ordinary run, for a busy machine gives other figures: audit_test --no-skip -tc="*budget*".
TEST_CASE("DESIGN budget: an entry alone, durable, at half the engine's own rate of single-row commits or more" * doctest::skip())
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        house.log->append_now(house.entry("makes the month's key"));
        const test::Place beside{where.engine, where.engine == storage::Engine::sqlite
                                                   ? (house.folder.path() / "floor.db").string()
                                                   : where.where};
        const auto floor = beside.open();
        floor->write({[](storage::Session& session) {
                          session.script("CREATE TABLE floor_row (id BIGINT PRIMARY KEY, leaf TEXT)");
                          return storage::Outcome::keep;
                      },
                      {}});
        std::atomic<std::int64_t> id{0};
        const std::string payload(500, 'x');
        // In turns, so that what else the machine does meanwhile meets both.
        std::int64_t rows = 0;
        std::int64_t entries = 0;
        for (int round = 0; round < 10; ++round) {
            rows += count_of([&] {
                const auto mine = ++id;
                floor->write({[&](storage::Session& session) {
                                  session.run("INSERT INTO floor_row (id, leaf) VALUES ($1, $2)", mine, payload);
                                  return storage::Outcome::keep;
                              },
                              {}});
            });
            entries += count_of([&] { house.log->append_now(house.entry("a reason")); });
        }
        house.log->settle();
        const auto found = house.verify();
        MESSAGE("in 5 s: single-row commits " << rows << ", log entries " << entries << ", retries "
                                              << house.data->statistics().retries << ", checkpoints " << found.checkpoints);
        CHECK(found.problems == std::vector<std::string>{});
        CHECK(2 * entries >= rows);
    });
}
