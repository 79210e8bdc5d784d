#include "audit/clock.h"

#include <doctest/doctest.h>

#include "audit/test_house.h"

using namespace lots;
using namespace lots::audit;
using lots::test::LogHouse;
using lots::test::on_both_engines;

TEST_CASE("A clock that was set back is found in the log, once, where it happened")
{
    on_both_engines([](const test::Place& place) {
        LogHouse house(place);
        house.log->run_sequencer();
        const auto noon = house.now;
        // 2: a slow request, still in turn. 4: set back by three hours, and going on from there.
        for (const auto moment : {noon, noon + 40s, noon + 1s, noon + 2h, noon - 1h, noon - 59min, noon + 3h}) {
            house.now = moment;
            house.log->append_now(house.entry());
        }
        house.log->settle();
        const auto found = clock_set_back(*house.data);
        REQUIRE(found.size() == 1);
        CHECK(found.front().entry == 4);
        CHECK(found.front().before == noon + 2h);
        CHECK(found.front().at == noon - 1h);
    });
}

TEST_CASE("So much later as a request may take is in turn, and a moment more is not")
{
    const test::Folder folder;
    LogHouse house({storage::Engine::sqlite, (folder.path() / "data.db").string()});
    house.log->run_sequencer();
    const auto noon = house.now;
    for (const auto moment : {noon, noon - 1min, noon - 2min - 1ms}) {
        house.now = moment;
        house.log->append_now(house.entry());
    }
    house.log->settle();
    REQUIRE(clock_set_back(*house.data).size() == 1);
    CHECK(clock_set_back(*house.data).front().entry == 2);
}
