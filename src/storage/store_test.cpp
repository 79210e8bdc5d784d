#include "storage/store.h"

#include <doctest/doctest.h>

#include <limits>
#include <numeric>

#include "storage/dialect.h"
#include "support/places.h"

using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

namespace {

void make(Store& store, const char* sql)
{
    store.write({[&](Session& session) {
                     session.script(in_dialect(store.engine(), sql).c_str());
                     return Outcome::keep;
                 },
                 {}});
}

/// One table that takes every kind of value, without a rule on any.
constexpr const char* things =
    "CREATE TABLE thing (line INTEGER PRIMARY KEY, number INTEGER, words TEXT, bytes BLOB) STRICT;";

template <class... P>
void change(Store& store, Sql sql, const P&... parameters)
{
    store.write({[&](Session& session) {
                     session.run(sql, parameters...);
                     return Outcome::keep;
                 },
                 {}});
}

template <class T, class... P>
std::vector<T> column(Store& store, Sql sql, const P&... parameters)
{
    std::vector<T> values;
    store.read([&](Session& session) {
        values = session.all(
            sql, [](const Row& row) { return row.get<T>(0); }, parameters...);
    });
    return values;
}

std::int64_t count(Store& store) { return column<std::int64_t>(store, "SELECT count(*) FROM thing").at(0); }

std::string all_planes()
{
    std::string text;
    for (std::uint32_t plane = 0; plane <= 16; ++plane) {
        for (const std::uint32_t low : {0x41U, 0xE5U, 0xFFU, 0x3B1U, 0x4E00U, 0xFFFDU}) {
            const auto code = plane << 16U | low;
            const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
            if (code < 0x80) {
                text += static_cast<char>(code);
            } else if (code < 0x800) {
                text += static_cast<char>(0xC0U | code >> 6U), tail(0);
            } else if (code < 0x10000) {
                text += static_cast<char>(0xE0U | code >> 12U), tail(6), tail(0);
            } else {
                text += static_cast<char>(0xF0U | code >> 18U), tail(12), tail(6), tail(0);
            }
        }
    }
    return text;
}

}  // namespace

TEST_CASE("Every kind of value comes back as it was written")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        auto back = [&, line = 0](const auto& number, const auto& words, const auto& bytes) mutable {
            ++line;
            change(*store, "INSERT INTO thing (line, number, words, bytes) VALUES ($1, $2, $3, $4)", line, number, words,
                   bytes);
            store->read([&](Session& session) {
                const auto same = session.one(
                    "SELECT number, words, bytes FROM thing WHERE line = $1",
                    [&](const Row& row) {
                        return row.get<std::optional<std::int64_t>>(0) == std::optional<std::int64_t>(number) &&
                               row.get<std::optional<std::string>>(1) == std::optional<std::string>(words) &&
                               row.get<std::optional<Bytes>>(2) == std::optional<Bytes>(bytes);
                    },
                    line);
                CHECK(same == true);
            });
        };
        Bytes every_byte(256);
        std::iota(every_byte.begin(), every_byte.end(), std::uint8_t{0});
        const std::optional<std::int64_t> no_number;
        const std::optional<std::string> no_words;
        const std::optional<Bytes> no_bytes;

        back(std::int64_t{0}, std::string(), Bytes{});
        back(std::int64_t{-1}, std::string("Åsa Öberg"), Bytes{0, 0, 0});
        back(std::numeric_limits<std::int64_t>::max(), all_planes(), every_byte);
        back(std::numeric_limits<std::int64_t>::min(), std::string("'; DROP TABLE thing; -- $1 ?1"), Bytes{0xff});
        back(std::int64_t{1}, std::string(3'000'000, 'x') + "å", Bytes(3'000'000, 0));
        back(no_number, no_words, no_bytes);
        back(std::int64_t{7}, no_words, Bytes{1});  // the same statement again, with other places empty
    });
}

TEST_CASE("An empty text or blob is not NULL")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        change(*store, "INSERT INTO thing (line, words, bytes) VALUES (1, $1, $2)", "", Bytes{});
        CHECK(column<std::int64_t>(*store, "SELECT count(*) FROM thing WHERE words IS NOT NULL AND bytes IS NOT NULL") ==
              std::vector<std::int64_t>{1});
    });
}

TEST_CASE("Our own values come back: days, moments, ids, flags")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        SeededRandom random(1);
        const auto id = CaseId::make(random);
        const Date day = 2024y / 2 / 29;
        const Instant at = *parse_instant("2026-05-10T12:34:56.789Z");

        change(*store, "INSERT INTO thing (line, number, words, bytes) VALUES (1, $1, $2, $3)", at, day, id);
        change(*store, "INSERT INTO thing (line, number) VALUES (2, $1)", true);
        CHECK(column<Instant>(*store, "SELECT number FROM thing WHERE line = 1") == std::vector{at});
        CHECK(column<Date>(*store, "SELECT words FROM thing WHERE line = 1") == std::vector{day});
        CHECK(column<CaseId>(*store, "SELECT bytes FROM thing WHERE bytes = $1", id) == std::vector{id});
        CHECK(column<bool>(*store, "SELECT number FROM thing WHERE number = $1", true) == std::vector{true});
    });
}

TEST_CASE("Counts and sums are numbers on both engines")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        const std::int64_t big = 4'000'000'000'000'000'000;
        change(*store, "INSERT INTO thing (line, number) VALUES (1, $1), (2, $2), (3, $3)", big, -10'000, 20'001);
        const auto sum = [&](int from) {
            return column<std::int64_t>(*store, "SELECT sum(number) FROM thing WHERE line >= $1", from).at(0);
        };
        CHECK(sum(1) == big + 10'001);
        CHECK(sum(2) == 10'001);
        change(*store, "UPDATE thing SET number = $1", std::numeric_limits<std::int64_t>::min());
        CHECK(sum(3) == std::numeric_limits<std::int64_t>::min());
        change(*store, "UPDATE thing SET number = 0");
        CHECK(sum(1) == 0);
    });
}

TEST_CASE("Text is compared and ordered by its bytes on both engines")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        change(*store,
               "INSERT INTO thing (line, words) VALUES (1, 'b'), (2, 'Z'), (3, 'å'), (4, 'a b'), (5, 'ab'), (6, '')");
        CHECK(column<std::int64_t>(*store, "SELECT line FROM thing ORDER BY words") ==
              std::vector<std::int64_t>{6, 2, 4, 5, 1, 3});
    });
}

TEST_CASE("A text that is not UTF-8 or has U+0000 never reaches the database")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        for (const auto& text : {std::string("a\0b", 3), std::string("\xc3\x28"), std::string("\xed\xa0\x80")})
            CHECK_THROWS_AS(change(*store, "INSERT INTO thing (line, words) VALUES (1, $1)", text), Bug);
        CHECK(count(*store) == 0);
    });
}

TEST_CASE("A column read as another kind, a missing column and a missing value are bugs")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        change(*store, "INSERT INTO thing (line, number, words, bytes) VALUES (1, 2, 'three', NULL)");
        CHECK_THROWS_AS(column<std::int64_t>(*store, "SELECT words FROM thing"), Bug);
        CHECK_THROWS_AS(column<std::string>(*store, "SELECT number FROM thing"), Bug);
        CHECK_THROWS_AS(column<Bytes>(*store, "SELECT words FROM thing"), Bug);
        CHECK_THROWS_AS(column<Bytes>(*store, "SELECT bytes FROM thing"), Bug);
        store->read([](Session& session) {
            CHECK_THROWS_AS(session.each("SELECT line FROM thing", [](const Row& row) { row.integer(1); }), Bug);
        });
        CHECK_THROWS(column<std::int64_t>(*store, "SELECT line FROM thing WHERE line = $1"));
        CHECK(count(*store) == 1);
    });
}

TEST_CASE("run() tells how many rows changed")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        store->write({[](Session& session) {
                          CHECK(session.run("INSERT INTO thing (line, number) VALUES (1, 5), (2, 5), (3, 6)") == 3);
                          CHECK(session.run("UPDATE thing SET number = 9 WHERE number = $1", 5) == 2);
                          CHECK(session.run("UPDATE thing SET number = 9 WHERE number = $1", 7) == 0);
                          CHECK(session.run("SELECT line FROM thing") == 0);
                          CHECK(session.run("DELETE FROM thing") == 3);
                          return Outcome::keep;
                      },
                      {}});
    });
}

TEST_CASE("one() finds the row or none, and two are a bug")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        change(*store, "INSERT INTO thing (line, number) VALUES (1, 5), (2, 5), (3, 6)");
        const auto line = [](const Row& row) { return row.get<int>(0); };
        store->read([&](Session& session) {
            CHECK(session.one("SELECT line FROM thing WHERE number = $1", line, 6) == 3);
            CHECK_FALSE(session.one("SELECT line FROM thing WHERE number = $1", line, 7).has_value());
            CHECK_THROWS_AS(session.one("SELECT line FROM thing WHERE number = $1", line, 5), Bug);
        });
    });
}

TEST_CASE("A reader keeps its snapshot while others write")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        const auto lines = [](Session& session) {
            return session.one("SELECT count(*) FROM thing", [](const Row& row) { return row.get<int>(0); });
        };
        store->read([&](Session& session) {
            CHECK(lines(session) == 0);
            change(*store, "INSERT INTO thing (line) VALUES (1)");
            CHECK(lines(session) == 0);
            store->read([&](Session& later) { CHECK(lines(later) == 1); });
            CHECK(lines(session) == 0);
        });
        CHECK(count(*store) == 1);
    });
}

TEST_CASE("What a unit has written is seen by nobody before it is committed")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        const auto other = place.open();
        make(*store, things);
        store->write({[&](Session& session) {
                          session.run("INSERT INTO thing (line) VALUES (1)");
                          CHECK(count(*other) == 0);
                          return Outcome::keep;
                      },
                      [&](Session&, Outcome) { CHECK(count(*other) == 0); }});
        CHECK(count(*other) == 1);
    });
}

TEST_CASE("Nothing can be written while reading")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        const auto kind = [&] {
            try {
                store->read([](Session& session) { session.run("INSERT INTO thing (line) VALUES (1)"); });
            } catch (const Failure& failure) {
                return failure.kind();
            }
            return Failure::Kind::other;
        };
        CHECK(kind() == Failure::Kind::readonly);
        CHECK(count(*store) == 0);
        change(*store, "INSERT INTO thing (line) VALUES (1)");
        CHECK(count(*store) == 1);
    });
}

TEST_CASE("Each distinct statement is prepared once per connection")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        for (int line = 1; line <= 3; ++line) change(*store, "INSERT INTO thing (line) VALUES ($1)", line);
        CHECK(count(*store) == 3);
        const auto before = store->statistics().prepared;
        for (int line = 4; line <= 50; ++line) change(*store, "INSERT INTO thing (line) VALUES ($1)", line);
        for (int time = 0; time < 20; ++time) count(*store);
        CHECK(store->statistics().prepared == before);
        CHECK(count(*store) == 50);
    });
}

TEST_CASE("A session is not used from inside its own answer")
{
    on_both_engines([](const Place& place) {
        const auto store = place.open();
        make(*store, things);
        change(*store, "INSERT INTO thing (line) VALUES (1)");
        store->read([](Session& session) {
            const auto nested = [&](const Row&) { session.run("SELECT 1"); };
            CHECK_THROWS_AS(session.each("SELECT line FROM thing", nested), Bug);
        });
    });
}
