#include "storage/projection.h"

#include <doctest/doctest.h>

#include "storage/dialect.h"
#include "storage/store.h"
#include "support/places.h"

using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

namespace {

constexpr Projection open_items{
    .table = "open_items",
    .key = "case_id, kind",
    .columns = "case_id, kind, count, next_day",
    .from_facts = "SELECT case_id, kind, count(*), min(day) FROM item GROUP BY case_id, kind",
};

std::unique_ptr<Store> furnished(const Place& place)
{
    auto store = place.open();
    store->write({[&](Session& session) {
                      session.script(in_dialect(store->engine(), R"(
                          CREATE TABLE item (case_id BLOB NOT NULL, kind TEXT NOT NULL, day TEXT) STRICT;
                          CREATE TABLE open_items (
                              case_id BLOB NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, next_day TEXT,
                              PRIMARY KEY (case_id, kind)
                          ) STRICT;
                      )")
                                         .c_str());
                      for (const int number : {1, 2, 3}) {
                          session.run("INSERT INTO item (case_id, kind, day) VALUES ($1, 'meeting', $2)",
                                      Bytes(2, static_cast<std::uint8_t>(number)), 2026y / 5 / number);
                          session.run("INSERT INTO item (case_id, kind, day) VALUES ($1, 'promise', NULL)",
                                      Bytes(2, static_cast<std::uint8_t>(number)));
                      }
                      return Outcome::keep;
                  },
                  {}});
    return store;
}

Difference difference(Store& store, int keys_max = 20)
{
    Difference found;
    store.read([&](Session& session) { found = compare(session, open_items, keys_max); });
    return found;
}

template <class... P>
void change(Store& store, Sql sql, const P&... parameters)
{
    store.write({[&](Session& session) {
                     CHECK(session.run(sql, parameters...) > 0);
                     return Outcome::keep;
                 },
                 {}});
}

std::int64_t rebuilt(Store& store)
{
    std::int64_t rows = 0;
    store.write({[&](Session& session) {
                     rows = rebuild(session, open_items);
                     return Outcome::keep;
                 },
                 {}});
    return rows;
}

}  // namespace

TEST_CASE("D12 A projection is made from its facts, and then does not differ")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        CHECK(difference(*store).missing == 6);
        CHECK(rebuilt(*store) == 6);
        CHECK(difference(*store).none());
        CHECK(rebuilt(*store) == 0);  // a NULL day is equal to a NULL day
    });
}

TEST_CASE("D12 What is missing, too much or changed in a projection is told by its key")
{
    on_both_engines([](const Place& place) {
        const auto store = furnished(place);
        rebuilt(*store);
        change(*store, "DELETE FROM open_items WHERE case_id = $1 AND kind = 'meeting'", Bytes{1, 1});
        change(*store, "UPDATE open_items SET count = 9 WHERE case_id = $1 AND kind = 'promise'", Bytes{2, 2});
        change(*store, "INSERT INTO open_items (case_id, kind, count) VALUES ($1, 'promise', 1)", Bytes{9, 9});

        const auto found = difference(*store);
        CHECK(found.missing == 1);
        CHECK(found.changed == 1);
        CHECK(found.excess == 1);
        // 6d656574696e67 is "meeting", 70726f6d697365 "promise".
        CHECK(found.keys == std::vector<std::string>{"0101/6d656574696e67", "0202/70726f6d697365", "0909/70726f6d697365"});
        CHECK(difference(*store, 1).keys.size() == 1);

        CHECK(rebuilt(*store) == 4);  // one in, one out, one out and in
        CHECK(difference(*store).none());
    });
}

TEST_CASE("A projection's columns are plain names")
{
    const test::Folder folder;
    const auto store = open_sqlite({.file = folder.path() / "lots.db"});
    auto odd = open_items;
    odd.key = "case_id; DROP TABLE item";
    store->read([&](Session& session) { CHECK_THROWS_AS(compare(session, odd), Bug); });
}
