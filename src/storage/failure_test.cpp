#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>

#include "support/places.h"
#include "support/thing.h"

using namespace lots;
using namespace lots::storage;
using namespace lots::storage::trial;
using lots::test::on_both_engines;
using lots::test::Place;
using Kind = Failure::Kind;

namespace {

Place in(const test::Folder& folder) { return {Engine::sqlite, (folder.path() / "lots.db").string()}; }

}  // namespace

TEST_CASE("A commit that fails fails its units, and the next one works")
{
    const test::Folder folder;
    const auto store = in(folder).open();
    make(*store, thing);
    bool break_it = true;
    store->before_commit([&](Session& session) {
        // Nobody's unit: only COMMIT itself finds that this is not allowed.
        if (break_it) session.run("INSERT INTO thing (line, bytes, before) VALUES (100, x'00', 101)");
    });
    CHECK(failure_of([&] { add(*store, 1); }) == Kind::constraint);
    CHECK(count(*store) == 0);
    break_it = false;
    add(*store, 1);
    CHECK(count(*store) == 1);
}

TEST_CASE("A before_commit that fails fails the commit: no act without its log")
{
    const test::Folder folder;
    const auto store = in(folder).open();
    make(*store, thing);
    bool break_it = true;
    store->before_commit([&](Session&) {
        if (break_it) throw std::runtime_error("the log cannot be written");
    });
    CHECK_THROWS_WITH(add(*store, 1), "the log cannot be written");
    CHECK(count(*store) == 0);
    break_it = false;
    add(*store, 1);
    CHECK(count(*store) == 1);
}

TEST_CASE("A full disk fails the write with its kind, reading goes on, and writing works when there is room again")
{
    const test::Folder folder;
    const auto store = in(folder).open();
    make(*store, thing);
    add(*store, 1, 1000);
    const auto limit_pages = [&](const char* pragma) {
        // Between transactions there is no way in; the limit is the connection's and stays after the rollback.
        store->write({[&](Session& session) {
                          session.script(pragma);
                          return Outcome::keep;
                      },
                      {}});
    };
    limit_pages("PRAGMA max_page_count = 20");
    CHECK(failure_of([&] { add(*store, 2, 1'000'000); }) == Kind::full);
    CHECK(count(*store) == 1);
    add(*store, 3, 10);  // a small one still fits
    limit_pages("PRAGMA max_page_count = 1000000");
    add(*store, 2, 1'000'000);
    CHECK(count(*store) == 3);
}

TEST_CASE("A file that is not a database, or is damaged, is named and refused")
{
    const test::Folder folder;
    const auto place = in(folder);
    std::ofstream(place.where) << std::string(8192, 'x');
    const auto said = [&] {
        try {
            place.open();
        } catch (const Failure& failure) {
            CHECK(failure.kind() == Kind::damaged);
            return std::string(failure.what());
        }
        return std::string();
    };
    CHECK(said().find(place.where) != std::string::npos);
}

TEST_CASE("A torn page is a damaged file when it is read, never other content")
{
    const test::Folder folder;
    const auto place = in(folder);
    {
        const auto store = place.open();
        make(*store, thing);
        for (int line = 1; line <= 200; ++line) add(*store, line, 500);
    }
    {
        std::fstream file(place.where, std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 3; page < 20; ++page) {
            file.seekp(page * 4096);
            file << std::string(2048, '\xee');
        }
    }
    const auto store = place.open();
    CHECK(failure_of([&] {
              store->read([](Session& session) { session.each("SELECT bytes FROM thing", [](const Row&) {}); });
          }) == Kind::damaged);
}

TEST_CASE("The database and its log are readable by their owner alone")
{
    const test::Folder folder;
    const auto place = in(folder);
    const auto store = place.open();
    make(*store, thing);
    for (const auto* suffix : {"", "-wal", "-shm"}) {
        struct stat found {};
        REQUIRE(::stat((place.where + suffix).c_str(), &found) == 0);
        CHECK((found.st_mode & 0777U) == 0600U);
    }
}

TEST_CASE("A folder that is not there is unavailable, not a crash")
{
    const auto kind = failure_of([] { open_sqlite({.file = "/nowhere/at/all/lots.db"}); });
    CHECK(kind == Kind::unavailable);
    CHECK(failure_of([] { open_postgresql({.connection = "host=/nowhere port=1 dbname=x"}); }) == Kind::unavailable);
}

TEST_CASE("A unit that reads or writes its own store is a bug, not a dead lock")
{
    const test::Folder folder;
    const auto store = in(folder).open();
    make(*store, thing);
    const Unit reading{[&](Session&) {
                           store->read([](Session&) {});
                           return Outcome::keep;
                       },
                       {}};
    const Unit writing{[&](Session&) {
                           add(*store, 1);
                           return Outcome::keep;
                       },
                       {}};
    CHECK_THROWS_AS(store->write(reading), Bug);
    CHECK_THROWS_AS(store->write(writing), Bug);
}

TEST_CASE("A backup is a consistent copy, private, and never overwrites")
{
    const test::Folder folder;
    const auto store = in(folder).open();
    make(*store, thing);
    for (int line = 1; line <= 50; ++line) add(*store, line, 1000);
    const auto copy = folder.path() / "copy.db";
    store->back_up(copy);
    add(*store, 51);

    struct stat found {};
    REQUIRE(::stat(copy.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
    CHECK(count(*open_sqlite({.file = copy})) == 50);
    CHECK(failure_of([&] { store->back_up(copy); }) == Kind::other);
    CHECK(failure_of([&] { store->back_up(folder.path() / "no" / "copy.db"); }).has_value());
    CHECK(count(*store) == 51);
}

TEST_CASE("Deleted content is gone from the pages of the file")
{
    const test::Folder folder;
    const auto place = in(folder);
    const std::string canary = "canary-7f3a";
    {
        const auto store = place.open();
        make(*store, thing);
        store->write({[&](Session& session) {
                          session.run("INSERT INTO thing (line, bytes) VALUES (1, $1)", Bytes(canary.begin(), canary.end()));
                          return Outcome::keep;
                      },
                      {}});
        store->write({[&](Session& session) {
                          session.run("DELETE FROM thing");
                          return Outcome::keep;
                      },
                      {}});
    }
    std::ifstream file(place.where, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(file)), {});
    CHECK(content.size() >= 4096);
    CHECK(content.find(canary) == std::string::npos);
    CHECK_FALSE(std::filesystem::exists(place.where + "-wal"));  // emptied and removed by the writer, which closes last
}
