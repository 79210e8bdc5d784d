#include "vault/vault.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

#include "storage/migrate.h"
#include "support/places.h"
#include "vault/files.h"
#include "vault/sealing.h"

using namespace lots;
using namespace lots::vault;
using lots::test::on_both_engines;

namespace {

const Instant noon{std::chrono::sys_days{2026y / 5 / 10} + 12h};
const std::string canary = "Kanariefågel Öström 070-1740605";

std::unique_ptr<SecretKey> root_of(std::uint8_t filled_with)
{
    return std::make_unique<SecretKey>(Bytes(32, filled_with));
}

/// A key database with a vault, and the names of a case in two municipalities.
struct Room {
    std::unique_ptr<storage::Store> keys;
    SystemRandom random;
    std::unique_ptr<Vault> vault;
    MunicipalityId here = MunicipalityId::make(random), elsewhere = MunicipalityId::make(random);
    CaseId a_case = CaseId::make(random), another_case = CaseId::make(random);
    RecordId row = RecordId::make(random), another_row = RecordId::make(random);

    explicit Room(const test::Place& place, std::size_t cached = 64) : keys(place.open())
    {
        storage::migrate(*keys, storage::migrations_of("keys"));
        vault = std::make_unique<Vault>(*keys, root_of(1), random, cached);
    }
    Place place() const { return {Field::minutes_text, here, a_case.bytes(), row.bytes(), 0}; }

    template <class... P>
    std::int64_t change(storage::Sql sql, const P&... parameters)
    {
        std::int64_t changed = 0;
        keys->write({[&](storage::Session& session) {
                         changed = session.run(sql, parameters...);
                         return storage::Outcome::keep;
                     },
                     {}});
        return changed;
    }
};

Unreadable::Why why_not(Vault& vault, RetentionUnitId unit, const Place& place, ByteSpan sealed)
{
    try {
        vault.open(unit, place, sealed);
    } catch (const Unreadable& unreadable) {
        CHECK(std::string(unreadable.what()).find("Kanarie") == std::string::npos);
        return unreadable.why();
    }
    FAIL("it opened");
    return {};
}

}  // namespace

TEST_CASE("D8 What is sealed opens where it was sealed, and the sealed bytes hold nothing of it")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto unit = room.vault->make_unit(room.here, noon);
        const auto sealed = room.vault->seal(unit, room.place(), canary);
        CHECK(text_of(sealed).find("Kanarie") == std::string::npos);
        CHECK(room.vault->open(unit, room.place(), sealed) == canary);
        CHECK(room.vault->open(unit, room.place(), room.vault->seal(unit, room.place(), "")).empty());
    });
}

TEST_CASE("D8 A value that is moved to another column, case, row, municipality, part or unit does not open")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto unit = room.vault->make_unit(room.here, noon);
        const auto sealed = room.vault->seal(unit, room.place(), canary);
        auto column = room.place(), of_case = column, row = column, municipality = column, part = column;
        column.field = Field::minutes_decision;
        of_case.owner = room.another_case.bytes();
        row.row = room.another_row.bytes();
        municipality.municipality = room.elsewhere;
        part.part = 1;
        for (const auto& other : {column, of_case, row, municipality, part})
            CHECK(why_not(*room.vault, unit, other, sealed) == Unreadable::Why::changed);
        CHECK(why_not(*room.vault, room.vault->make_unit(room.here, noon), room.place(), sealed) == Unreadable::Why::changed);
        CHECK_THROWS_AS(room.vault->seal(room.vault->make_unit(room.elsewhere, noon), room.place(), canary), Bug);
    });
}

TEST_CASE("A missing key is named as missing, and says which row could not be read")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto unit = RetentionUnitId::make(room.random);
        CHECK(why_not(*room.vault, unit, room.place(), Bytes(60)) == Unreadable::Why::key_missing);
        CHECK_THROWS_WITH_AS(room.vault->seal(unit, room.place(), canary),
                             ("field 802 of row " + room.row.hex() + ": the key of its retention unit is gone").c_str(), Unreadable);
    });
}

TEST_CASE("A wrapped key that was changed, or copied to another unit, is refused")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto unit = room.vault->make_unit(room.here, noon);
        const auto other = room.vault->make_unit(room.here, noon);
        const auto sealed = room.vault->seal(unit, room.place(), canary);
        room.change("UPDATE retention_key SET wrapped = (SELECT wrapped FROM retention_key WHERE unit = $2) WHERE unit = $1", other,
                    unit);
        Vault fresh(*room.keys, root_of(1), room.random);
        CHECK(why_not(fresh, other, room.place(), sealed) == Unreadable::Why::changed);
        room.change("UPDATE retention_key SET municipality = $2 WHERE unit = $1", unit, room.elsewhere);
        CHECK(why_not(fresh, unit, room.place(), sealed) == Unreadable::Why::changed);
    });
}

TEST_CASE("A wrong root key is refused at the start")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        CHECK_THROWS_AS(Vault(*room.keys, root_of(2), room.random), WrongRoot);
        CHECK_NOTHROW(Vault(*room.keys, root_of(1), room.random));
    });
}

TEST_CASE("What is destroyed does not open any more, here and on a node that has opened it before")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        Vault other_node(*room.keys, root_of(1), room.random);
        const auto unit = room.vault->make_unit(room.here, noon);
        const auto kept = room.vault->make_unit(room.here, noon);
        const auto sealed = room.vault->seal(unit, room.place(), canary);
        const auto sealed_kept = room.vault->seal(kept, room.place(), canary);
        CHECK(other_node.open(unit, room.place(), sealed) == canary);

        const std::array units{unit};
        room.vault->destroy(units);
        CHECK_FALSE(room.vault->has(unit));
        CHECK(why_not(*room.vault, unit, room.place(), sealed) == Unreadable::Why::key_missing);
        CHECK(room.vault->open(kept, room.place(), sealed_kept) == canary);

        other_node.refresh();
        CHECK(why_not(other_node, unit, room.place(), sealed) == Unreadable::Why::key_missing);
        CHECK(other_node.open(kept, room.place(), sealed_kept) == canary);
    });
}

TEST_CASE("The keyed index finds the same text again, in one municipality and for one purpose only")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto index = room.vault->index(room.here, "youth", "200001012384");
        CHECK(index.size() == 32);
        CHECK(index == room.vault->index(room.here, "youth", "200001012384"));
        CHECK(index == Vault(*room.keys, root_of(1), room.random).index(room.here, "youth", "200001012384"));
        CHECK(index != room.vault->index(room.here, "youth", "200001012392"));
        CHECK(index != room.vault->index(room.here, "signatory", "200001012384"));
        CHECK(index != room.vault->index(room.elsewhere, "youth", "200001012384"));
        CHECK(room.vault->index(room.here, "ab", "c") != room.vault->index(room.here, "a", "bc"));
    });
}

TEST_CASE("Orphans are swept: only what nobody names and what is old enough")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto known = room.vault->make_unit(room.here, noon);
        const auto orphan = room.vault->make_unit(room.here, noon);
        const auto young = room.vault->make_unit(room.here, noon + 1h);
        const std::array named{known};
        CHECK(room.vault->sweep(named, noon + 1h) == 1);
        CHECK(room.vault->has(known));
        CHECK_FALSE(room.vault->has(orphan));
        CHECK(room.vault->has(young));
        CHECK(room.vault->units().size() == 2);
    });
}

TEST_CASE("Many threads over more units than the cache holds all read what is theirs")
{
    on_both_engines([](const test::Place& where) {
        Room room(where, 8);
        std::vector<std::pair<RetentionUnitId, Bytes>> sealed;
        for (int n = 0; n < 40; ++n) {
            const auto unit = room.vault->make_unit(room.here, noon);
            sealed.emplace_back(unit, room.vault->seal(unit, room.place(), canary + std::to_string(n)));
        }
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (std::size_t t = 0; t < 6; ++t) {
            threads.emplace_back([&, t] {
                for (std::size_t n = 0; n < 200; ++n) {
                    const auto which = (n * (t + 3)) % sealed.size();
                    const auto& [unit, bytes] = sealed[which];
                    if (room.vault->open(unit, room.place(), bytes) != canary + std::to_string(which)) ++wrong;
                }
            });
        }
        for (auto& thread : threads) thread.join();
        CHECK(wrong == 0);
    });
}

TEST_CASE("A list's keys are opened together, and a missing one does not stop the others")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        std::vector<RetentionUnitId> units;
        std::vector<Bytes> sealed;
        for (int n = 0; n < 20; ++n) {
            units.push_back(room.vault->make_unit(room.here, noon));
            sealed.push_back(room.vault->seal(units.back(), room.place(), canary));
        }
        units.push_back(RetentionUnitId::make(room.random));
        Vault fresh(*room.keys, root_of(1), room.random);
        fresh.warm(units);
        room.change("DELETE FROM retention_key");  // so that what opens was opened before
        for (std::size_t n = 0; n < sealed.size(); ++n) CHECK(fresh.open(units[n], room.place(), sealed[n]) == canary);
        CHECK(why_not(fresh, units.back(), room.place(), sealed[0]) == Unreadable::Why::key_missing);
    });
}

TEST_CASE("A file is sealed in chunks of 64 KiB, and is whole or refused")
{
    on_both_engines([](const test::Place& where) {
        Room room(where);
        const auto unit = room.vault->make_unit(room.here, noon);
        auto place = room.place();
        place.field = Field::file_chunk;
        std::string file(2 * chunk_bytes + 100, 'x');
        file.replace(chunk_bytes - 5, canary.size(), canary);
        const auto chunks = seal_chunks(*room.vault, unit, place, bytes_of(file));
        REQUIRE(chunks.size() == 3);
        CHECK(open_chunks(*room.vault, unit, place, chunks) == file);
        for (const std::size_t size : {std::size_t{0}, chunk_bytes - 1, chunk_bytes, chunk_bytes + 1, 2 * chunk_bytes}) {
            const auto part = file.substr(0, size);
            CHECK(open_chunks(*room.vault, unit, place, seal_chunks(*room.vault, unit, place, bytes_of(part))) == part);
        }

        auto shorter = chunks;
        shorter.pop_back();
        CHECK_THROWS_AS(open_chunks(*room.vault, unit, place, shorter), Unreadable);
        auto longer = chunks;
        longer.push_back(chunks.back());
        CHECK_THROWS_AS(open_chunks(*room.vault, unit, place, longer), Unreadable);
        auto turned = chunks;
        std::swap(turned[0], turned[1]);
        CHECK_THROWS_AS(open_chunks(*room.vault, unit, place, turned), Unreadable);
        // The end of a shorter file in the place of ours: sealed under the same key, for the same row and part.
        auto mixed = chunks;
        mixed[2] = seal_chunks(*room.vault, unit, place, bytes_of(file.substr(0, 2 * chunk_bytes + 50)))[2];
        CHECK_THROWS_AS(open_chunks(*room.vault, unit, place, mixed), Unreadable);
        CHECK_THROWS_AS(open_chunks(*room.vault, unit, place, {}), Unreadable);
    });
}
