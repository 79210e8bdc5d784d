#include <doctest/doctest.h>

#include "storage/migrate.h"
#include "support/places.h"

// The sets of migrations that the program carries with it.
using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

TEST_CASE("The embedded sets count from 1, and an unknown set is a bug")
{
    for (const auto* set : {"data", "keys", "log"}) {
        int expected = 1;
        for (const auto& migration : migrations_of(set)) {
            CHECK(migration.number == expected++);
            CHECK_FALSE(migration.name.empty());
            CHECK_FALSE(migration.sql.empty());
        }
    }
    CHECK_THROWS_AS(migrations_of("elsewhere"), Bug);
}

TEST_CASE("The embedded migrations apply on both engines")
{
    for (const auto* set : {"data", "keys", "log"}) {
        CAPTURE(set);
        on_both_engines([&](const Place& place) {
            const auto store = place.open();
            migrate(*store, migrations_of(set));
            CHECK(schema_version(*store, set) == static_cast<int>(migrations_of(set).size()));
        });
    }
}
