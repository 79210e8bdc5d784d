#include "storage/floor.h"

#include <doctest/doctest.h>

#include "support/places.h"

using namespace lots;
using namespace lots::storage;

// A short measurement shows that it works; its numbers are judged by `lots bench`, on a machine that does nothing else.
TEST_CASE("The engine's own commit rate and ours are measured in the same run")
{
    test::on_both_engines([](const test::Place& place) {
        for (const int clients : {1, 16}) {
            const auto span = std::chrono::milliseconds(300);
            const auto rates = place.engine == Engine::sqlite ? sqlite_commit_rate(place.where, clients, span)
                                                              : postgresql_commit_rate(place.where, clients, span);
            CHECK(rates.clients == clients);
            CHECK(rates.bare > 0);
            CHECK(rates.layered > 0);
            std::int64_t lines = 0;
            place.open()->read([&](Session& session) {
                lines =
                    session.one("SELECT count(*) FROM floor_line", [](const Row& row) { return row.integer(0); }).value();
            });
            CHECK(static_cast<double>(lines) >= rates.layered * 0.1);  // the rows are really there
            MESSAGE("commits a second with ", clients, " clients: bare ", rates.bare, ", layered ", rates.layered);
        }
    });
}
