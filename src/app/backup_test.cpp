#include "app/backup.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/doctor.h"
#include "app/sealed_cells.h"
#include "app/test_town.h"

using namespace lots;
using app::Finding;
using app::test::Browser;
using app::test::Town;

namespace {

int problems(const std::vector<Finding>& findings)
{
    return static_cast<int>(std::ranges::count(findings, Finding::Level::problem, &Finding::level));
}
bool says(const std::vector<Finding>& findings, std::string_view words)
{
    return std::ranges::any_of(findings, [&](const Finding& one) { return one.text.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("A backup made while the program runs becomes a house where the same people sign in, and the log says so")
{
    Town town;
    Browser(town).sign_in("amir.haddad", town.password());
    const auto copy = town.folder.path() / "copy";
    app::back_up(town.house, town.here, town.clock.now(), copy);
    CHECK_FALSE(std::filesystem::exists(copy / "root.key"));
    CHECK_FALSE(std::filesystem::exists(copy / "log-signing.key"));
    Browser(town).sign_in("amir.haddad", town.password());  // after it: not in the copy

    const app::Paths restored{town.folder.path() / "restored"};
    app::restore(copy, restored, town.house.paths.root_key(), town.house.paths.signing_key(), town.clock.now());
    const auto house = app::House::open(restored, app::House::Sequencing::run);
    house.log->settle();
    const auto log = audit::verify(*house.data, restored.log(), {});
    CHECK(log.problems.empty());
    CHECK(log.entries == 3);  // signed in, backed up, restored
    std::int64_t sessions = -1;
    house.data->read([&](storage::Session& db) {
        sessions =
            db.one("SELECT count(*) FROM sign_in_session", [](const storage::Row& row) { return row.integer(0); }).value();
    });
    CHECK(sessions == 0);  // Amir's of before the backup is not taken up again
    app::Program program(house, house.the_municipality(), town.clock);
    CHECK_NOTHROW(app::DemoHand(program.site(), "amir.haddad", town.password()));
    CHECK(problems(app::examine(restored, town.clock.now())) == 0);
}

TEST_CASE(
    "A backup is not put into the data directory, nor a restored house into the backup; an empty folder will do for both")
{
    Town town;
    const auto inside = town.house.paths.log() / "copy", copy = town.folder.path() / "copy";
    const auto now = town.clock.now();
    CHECK_THROWS(app::back_up(town.house, town.here, now, inside));
    CHECK_THROWS(app::back_up(town.house, town.here, now, town.house.paths.folder));
    CHECK_FALSE(std::filesystem::exists(inside));
    std::filesystem::create_directory(copy);
    app::back_up(town.house, town.here, now, copy);
    CHECK_THROWS(app::back_up(town.house, town.here, now, copy));
    CHECK(app::faults_in_backup(copy).empty());

    const auto restore = [&](const std::filesystem::path& to) {
        app::restore(copy, {to}, town.house.paths.root_key(), town.house.paths.signing_key(), now);
    };
    CHECK_THROWS(restore(copy / "restored"));
    CHECK_FALSE(std::filesystem::exists(copy / "restored"));
    const auto empty = town.folder.path() / "empty";
    std::filesystem::create_directory(empty);
    restore(empty);
    CHECK(problems(app::examine({empty}, now)) == 0);
    CHECK_THROWS(restore(empty));
    CHECK(problems(app::examine({empty}, now)) == 0);
}

TEST_CASE("A backup with one changed byte, a missing file or another root key is not restored, and leaves nothing behind")
{
    Town town;
    const auto copy = town.folder.path() / "copy";
    app::back_up(town.house, town.here, town.clock.now(), copy);
    const app::Paths to{town.folder.path() / "restored"};
    const auto other_key = town.folder.path() / "other.key";
    vault::make_root_key(other_key, *town.house.random);
    CHECK_THROWS(app::restore(copy, to, other_key, town.house.paths.signing_key(), town.clock.now()));
    CHECK_FALSE(std::filesystem::exists(to.folder));

    std::fstream(copy / "lots.db", std::ios::in | std::ios::out | std::ios::binary).seekp(5000).put('\x7f');
    CHECK(app::faults_in_backup(copy) == std::vector<std::string>{"lots.db is not what was backed up"});
    std::filesystem::remove(copy / "keys.db");
    CHECK(app::faults_in_backup(copy).size() == 2);
    CHECK_THROWS(app::restore(copy, to, town.house.paths.root_key(), town.house.paths.signing_key(), town.clock.now()));
    CHECK_FALSE(std::filesystem::exists(to.folder));
}

TEST_CASE("The doctor finds nothing wrong in a new house, and says what one has to know")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        Browser(town).sign_in("amir.haddad", town.password());
        town.house.log->settle();
        const auto found = app::examine(town.house.paths, town.clock.now());
        CHECK(problems(found) == 0);
        CHECK(says(found, "no witness"));
        CHECK(says(found, "no backup"));
    });
}

TEST_CASE("The doctor says when the clock was set back, and leaves a file that is open to others for the operator to close")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto now = town.clock.now();
        for (const auto moment : {now, now + 3h, now + 1h}) {
            town.clock.set(moment);
            Browser(town).sign_in("amir.haddad", town.password());
        }
        town.house.log->settle();
        CHECK(
            says(app::examine(town.house.paths, now), "the clock was set back: entry 2 of the log is of " + iso(now + 1h)));
        if (place.engine == storage::Engine::postgresql) return;
        std::filesystem::permissions(town.house.paths.data(), std::filesystem::perms::others_read,
                                     std::filesystem::perm_options::add);
        for (int i = 0; i < 2; ++i) CHECK(says(app::examine(town.house.paths, now), "lots.db is open to others"));
    });
}

TEST_CASE("The doctor finds a sealed value that was moved to another row, and a root key that others can read")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        town.house.data->write({[&](storage::Session& db) {
                                    const bool sqlite = town.house.data->engine() == storage::Engine::sqlite;
                                    db.script(sqlite ? "DROP TRIGGER person_no_update" : "ALTER TABLE person DISABLE TRIGGER USER");
                                    db.run("UPDATE person SET name_sealed = (SELECT name_sealed FROM person WHERE handle = 'sara.lind') "
                                           "WHERE handle = 'mia.holm'");
                                    return storage::Outcome::keep;
                                },
                                {}});
        const auto cells = app::examine_sealed_cells(*town.house.data, *town.house.vault);
        CHECK(cells.problems.size() == 1);
        CHECK(cells.opened == 25);
        std::filesystem::permissions(town.house.paths.root_key(), std::filesystem::perms::group_read, std::filesystem::perm_options::add);
        const auto found = app::examine(town.house.paths, town.clock.now());
        CHECK(says(found, "root.key is open to others"));
    });
}
