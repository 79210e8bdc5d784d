#include "app/house.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/backup.h"
#include "app/key_check.h"
#include "app/new_folder.h"
#include "app/test_town.h"
#include "storage/migrate.h"

using namespace lots;
using app::test::Browser;
using app::test::Town;
namespace fs = std::filesystem;

namespace {

/// Another house of the same data as they are now, at first with the right keys.
app::Paths second_house(const Town& town)
{
    const app::Paths paths{town.folder.path() / "second"};
    app::back_up(town.house, town.here, town.clock.now(), paths.folder);
    fs::copy_file(town.house.paths.root_key(), paths.root_key());
    fs::copy_file(town.house.paths.signing_key(), paths.signing_key());
    return paths;
}

std::string refusal(const app::Paths& paths)
{
    try {
        static_cast<void>(app::House::open(paths, app::House::Sequencing::run));
    } catch (const std::exception& failure) {
        return failure.what();
    }
    return {};
}

void replace_keys(const app::Paths& paths, const fs::path& by)
{
    for (const auto* end : {"", "-wal", "-shm"}) fs::remove(paths.keys().string() + end);
    fs::copy_file(by, paths.keys());
}

}  // namespace

TEST_CASE("A house whose key database is missing, empty or no such database is not opened, and none is made")
{
    Town town;
    const auto paths = second_house(town);
    REQUIRE(refusal(paths) == "");
    const auto right = town.folder.path() / "right.db";
    fs::copy_file(paths.keys(), right);

    fs::remove(paths.keys());
    CHECK(refusal(paths).find("the key database is missing") != std::string::npos);
    CHECK_FALSE(fs::exists(paths.keys()));
    std::ofstream(paths.keys()).flush();
    CHECK(refusal(paths).find("is empty: it is no database") != std::string::npos);
    CHECK(fs::file_size(paths.keys()) == 0);
    replace_keys(paths, paths.data());
    CHECK(refusal(paths).find("not a database of Lots, or an empty one") != std::string::npos);
    replace_keys(paths, right);
    CHECK(refusal(paths) == "");
    fs::remove(paths.data());
    CHECK(refusal(paths).find("lots.db is missing") != std::string::npos);
    CHECK_FALSE(fs::exists(paths.data()));
}

TEST_CASE("A house with the keys of other data, or with older ones, is not opened")
{
    Town town;
    const auto unused = town.folder.path() / "unused.db", other = town.folder.path() / "other.db",
               before = town.folder.path() / "before.db", right = town.folder.path() / "right.db";
    storage::migrate(*storage::open_sqlite({.file = unused}), storage::migrations_of("keys"));
    Town elsewhere;
    elsewhere.house.keys->back_up(other);
    Browser(town).sign_in("amir.haddad", town.password());
    town.house.keys->back_up(before);
    town.clock.set(town.clock.now() + std::chrono::hours(24 * 40));  // the log gets a key for each month
    Browser(town).sign_in("amir.haddad", town.password());
    town.house.keys->back_up(right);

    const auto paths = second_house(town);
    replace_keys(paths, unused);
    CHECK(refusal(paths).find("the key database is empty") != std::string::npos);
    replace_keys(paths, other);
    CHECK(refusal(paths).find("belongs to other data") != std::string::npos);
    replace_keys(paths, before);
    CHECK(refusal(paths).find("is older than the data") != std::string::npos);
    replace_keys(paths, right);
    CHECK(refusal(paths) == "");
}

TEST_CASE(
    "Keys that lack those of the newest case are older than the data; one that is missing keeps nobody out, and is counted")
{
    Town town;
    const auto units = [&](int number) {
        std::vector<RetentionUnitId> all;
        for (int i = 0; i < 3; ++i) all.push_back(town.house.vault->make_unit(town.here.id, town.clock.now()));
        town.house.data->write(
            {[&](storage::Session& db) {
                 const auto youth = YouthId::make(*town.house.random);
                 db.run("INSERT INTO youth (municipality, id, unit, made_at) VALUES ($1, $2, $3, $4)", town.here.id, youth,
                        all[0], town.clock.now());
                 db.run("INSERT INTO sig_case (municipality, id, youth, nomination_number, social_unit, room_unit, made_at) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        town.here.id, CaseId::make(*town.house.random), youth, number, all[1], all[2], town.clock.now());
                 return storage::Outcome::keep;
             },
             {}});
        return all;
    };
    const auto first = units(1), second = units(2);
    const auto refused = [&] {
        try {
            app::require_keys_of_data(*town.house.data, *town.house.keys);
        } catch (const std::runtime_error& failure) {
            return std::string(failure.what());
        }
        return std::string();
    };
    const auto lose = [&](const RetentionUnitId& unit) {
        town.house.keys->write({[&](storage::Session& db) {
                                    db.run("DELETE FROM retention_key WHERE unit = $1", unit);
                                    return storage::Outcome::keep;
                                },
                                {}});
    };
    CHECK(app::missing_keys(*town.house.data, *town.house.vault) == 0);
    for (const auto& unit : first) lose(unit);
    lose(second[0]);
    lose(second[1]);
    CHECK(refused() == "");
    CHECK(app::missing_keys(*town.house.data, *town.house.vault) == 5);
    lose(second[2]);
    CHECK(refused().find("is older than the data") != std::string::npos);
}

TEST_CASE("A new house is made where nothing is, and goes again when it cannot be finished")
{
    Town town;
    app::Config config;
    config.log_origin = "ekvik.invalid/log";
    CHECK_THROWS(app::House::make(town.house.paths, config));
    CHECK(fs::exists(town.house.paths.config()));

    const app::Paths paths{town.folder.path() / "new"};
    config.log_origin = "two words";
    CHECK_THROWS(app::House::make(paths, config));
    CHECK_FALSE(fs::exists(paths.folder));
    fs::create_directories(paths.folder / "lost+found");
    CHECK_THROWS(app::House::make(paths, config));
    CHECK(std::distance(fs::directory_iterator(paths.folder), fs::directory_iterator()) == 1);
    config.log_origin = "ekvik.invalid/log";
    CHECK_NOTHROW(app::House::make(paths, config));
}

TEST_CASE("A path that leads into a folder lies in it, however it is written")
{
    const test::Folder folder;
    const auto data = folder.path() / "data";
    fs::create_directories(data / "log");
    fs::create_directory_symlink(data, folder.path() / "link");
    for (const auto& inner : {data, data / "log" / "copy", data / "log" / ".." / "new", folder.path() / "link" / "copy"})
        CHECK_MESSAGE(app::lies_in(inner, data), inner.string());
    for (const auto& outer : {folder.path(), data / ".." / "copy", folder.path() / "data2", folder.path() / "..data"})
        CHECK_FALSE_MESSAGE(app::lies_in(outer, data), outer.string());
}

TEST_CASE("The demo that is made at night tells nothing that has not happened yet")
{
    Town town;
    const auto until = at_local(2026y / 11 / 22, 1, 30);
    town.clock.set(start_of_day(2026y / 1 / 2));
    app::make_demo_cases(town.program.site(), town.clock, app::demo(), until);
    town.house.log->settle();
    std::string latest;
    town.house.data->read([&](storage::Session& db) {
        db.each("SELECT leaf FROM log_entry", [&](const storage::Row& row) {
            const auto bytes = row.bytes(0);
            const std::string_view leaf(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            latest = std::max(latest, std::string(leaf.substr(leaf.find("\"at\":\"") + 6, 24)));
        });
    });
    CHECK(latest == iso(until));
    CHECK(town.count("SELECT max(made_at) FROM sig_case") == until.time_since_epoch().count());
    CHECK(town.count("SELECT max(window_from) FROM sign_in_limit") <= until.time_since_epoch().count());
}
