#include "vault/spare_units.h"

#include <doctest/doctest.h>

#include <set>

#include "support/places.h"
#include "storage/migrate.h"
#include "vault/vault.h"

using namespace lots;
using namespace lots::vault;

namespace {

const Instant noon = at_local(2026y / 5 / 11, 12, 0);

MunicipalityId a_municipality()
{
    SystemRandom random;
    return MunicipalityId::make(random);
}

/// Makes units and counts how many at a time.
struct Maker {
    SystemRandom random;
    std::vector<std::size_t> times;
    std::vector<RetentionUnitId> operator()(std::size_t count)
    {
        times.push_back(count);
        std::vector<RetentionUnitId> units;
        for (std::size_t i = 0; i < count; ++i) units.push_back(RetentionUnitId::make(random));
        return units;
    }
};

}  // namespace

TEST_CASE("Units are made ahead in growing numbers while they are used up at once, and each is given out once")
{
    SpareUnits spares;
    Maker maker;
    std::vector<RetentionUnitId> too_old;
    const auto here = a_municipality(), elsewhere = a_municipality();
    std::set<RetentionUnitId> given;
    const auto take = [&](Instant at) { given.insert(spares.take(here, at, std::ref(maker), too_old)); };
    for (int i = 0; i < 200; ++i) take(noon + std::chrono::milliseconds{i});
    CHECK(given.size() == 200);
    CHECK(maker.times == std::vector<std::size_t>{1, 2, 4, 8, 16, 32, 32, 32, 32, 32, 32});
    CHECK(spares.unused().size() == 223 - 200);
    for (const auto& unit : spares.unused()) CHECK_FALSE(given.contains(unit));
    spares.take(elsewhere, noon, std::ref(maker), too_old);
    CHECK(maker.times.back() == 1);  // another municipality's are its own
    for (int i = 200; i <= 223; ++i) take(noon + std::chrono::seconds{2});
    CHECK(maker.times.back() == 1);  // nobody was in a hurry
    CHECK(too_old.empty());
}

TEST_CASE("A unit made ahead is not given out after its time, whichever way the clock went, but handed back to be destroyed")
{
    for (const auto later : {noon + SpareUnits::life + std::chrono::seconds{1}, noon - SpareUnits::life - std::chrono::seconds{1}}) {
        SpareUnits spares;
        Maker maker;
        std::vector<RetentionUnitId> too_old;
        const auto here = a_municipality();
        for (int i = 0; i < 4; ++i) spares.take(here, noon, std::ref(maker), too_old);
        const auto left = spares.unused();
        CHECK(left.size() == 3);
        CHECK(too_old.empty());
        const auto unit = spares.take(here, later, std::ref(maker), too_old);
        CHECK(too_old.size() == 3);
        for (const auto& old : left) {
            CHECK(unit != old);
            CHECK(std::ranges::count(too_old, old) == 1);
        }
    }
}

TEST_CASE("Keys made ahead are durable, are no units of anybody, are spared by a sweep, and go with the vault")
{
    test::on_both_engines([](const test::Place& place) {
        const auto keys = place.open();
        storage::migrate(*keys, storage::migrations_of("keys"));
        SystemRandom random;
        const auto here = a_municipality();
        const auto kept_rows = [&] {
            std::int64_t rows = 0;
            keys->read([&](storage::Session& db) {
                rows = db.one("SELECT COUNT(*) FROM retention_key", [](const storage::Row& row) { return row.integer(0); }).value();
            });
            return rows;
        };
        std::vector<RetentionUnitId> units;
        {
            Vault vault(*keys, std::make_unique<SecretKey>(Bytes(32, 1)), random);
            for (int i = 0; i < 4; ++i) units.push_back(vault.make_unit(here, noon));
            CHECK(kept_rows() > 4);
            CHECK(vault.units().size() == 4);
            CHECK(vault.sweep(units, noon + std::chrono::hours{2}) == 0);
            units.push_back(vault.make_unit(here, noon));
            CHECK(vault.has(units.back()));
        }
        CHECK(kept_rows() == static_cast<std::int64_t>(units.size()));
        Vault again(*keys, std::make_unique<SecretKey>(Bytes(32, 1)), random);
        for (const auto& unit : units) CHECK(again.has(unit));
    });
}
