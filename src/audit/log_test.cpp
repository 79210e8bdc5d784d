#include "audit/log.h"

#include <atomic>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include <doctest/doctest.h>

#include "audit/leaf.h"
#include "audit/note.h"
#include "audit/test_house.h"

using namespace lots;
using namespace lots::audit;
using lots::test::LogHouse;
using lots::test::on_both_engines;

namespace {

std::string content(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::int64_t count(storage::Store& store, storage::Sql sql)
{
    std::int64_t found = 0;
    store.read([&](storage::Session& session) {
        found = session.one(sql, [](const storage::Row& row) { return row.integer(0); }).value_or(0);
    });
    return found;
}

std::vector<Leaf> leaves(LogHouse& house)
{
    std::vector<Leaf> found;
    house.data->read([&](storage::Session& session) {
        found = session.all("SELECT leaf FROM log_entry ORDER BY seq", [](const storage::Row& row) {
            const auto leaf = read_leaf(row.bytes(0));
            REQUIRE(leaf);
            return *leaf;
        });
    });
    return found;
}

}  // namespace

TEST_CASE("D9 Every entry gets a place, a checkpoint is published, and the log verifies")
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        for (int n = 0; n < 20; ++n) house.log->append_now(house.entry("nr " + std::to_string(n)));
        house.log->settle();
        const auto found = house.verify();
        CHECK(found.problems == std::vector<std::string>{});
        CHECK(found.entries == 20);
        CHECK(found.checkpoints >= 1);
        CHECK(count(*house.data, "SELECT count(*) FROM log_pending") == 0);

        const auto verifier = *NoteVerifier::parse(content(house.options.folder / "log.vkey"));
        const auto text = verifier.open(content(house.options.folder / "checkpoint"));
        REQUIRE(text);
        CHECK(Checkpoint::parse(*text)->size == 20);
        CHECK(to_hex(Checkpoint::parse(*text)->root) == found.root_hex);

        const auto written = leaves(house);
        for (std::size_t n = 0; n < written.size(); ++n)
            CHECK(text_of_leaf(*house.vault, written[n]) == "nr " + std::to_string(n));
        CHECK(house.log->units().size() == 1);
        CHECK_FALSE(house.log->trouble());
    });
}

TEST_CASE("D9 One key for each municipality and month by Swedish days, used again after a restart")
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        const auto may = house.entry("maj");
        auto june = may;
        june.at = Instant{std::chrono::sys_days{2026y / 5 / 31} + 22h};  // midnight in Stockholm
        auto elsewhere = may;
        elsewhere.municipality = MunicipalityId::make(house.random);
        for (const auto& entry : {may, june, elsewhere, may}) house.log->append_now(entry);
        house.log->settle();
        CHECK(house.log->units().size() == 3);
        CHECK(house.vault->units().size() == 3);

        Log again(*house.data, *house.vault, house.random, house.options);
        again.append_now(may);
        house.log->settle();
        CHECK(house.vault->units().size() == 3);
        CHECK(house.verify().entries == 5);
    });
}

TEST_CASE("D11 A refused command keeps its entry and nothing else, a failed one not even that")
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        house.data->write({[](storage::Session&) { return storage::Outcome::drop; },
                           [&](storage::Session& session, storage::Outcome) { house.log->append(session, house.entry("nej")); }});
        const storage::Unit failing{[&](storage::Session& session) -> storage::Outcome {
                                        house.log->append(session, house.entry("fel"));
                                        throw std::runtime_error("on our side");
                                    },
                                    {}};
        CHECK_THROWS_AS(house.data->write(failing), std::runtime_error);
        house.log->settle();
        const auto written = leaves(house);
        REQUIRE(written.size() == 1);
        CHECK(text_of_leaf(*house.vault, written[0]) == "nej");
        CHECK(house.verify().problems.empty());
    });
}

TEST_CASE("A log that cannot be written keeps nothing of the command")
{
    const test::Folder folder;
    LogHouse house({storage::Engine::sqlite, (folder.path() / "data.db").string()});
    house.log->run_sequencer();
    house.log->append_now(house.entry());
    house.data->write({[](storage::Session& session) {
                           session.script("CREATE TABLE fact (id INTEGER PRIMARY KEY)");
                           return storage::Outcome::keep;
                       },
                       {}});
    const storage::Unit command{[](storage::Session& session) {
                                    session.run("INSERT INTO fact (id) VALUES (1)");
                                    return storage::Outcome::keep;
                                },
                                [&](storage::Session& session, storage::Outcome) { house.log->append(session, house.entry()); }};
    // Where entries wait, and where they get their place.
    for (const std::string table : {"log_pending", "log_entry", "log_checkpoint"}) {
        CAPTURE(table);
        house.tamper("CREATE TRIGGER no_more BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(ABORT, 'full'); END");
        CHECK_THROWS_AS(house.data->write(command), storage::Failure);
        CHECK_THROWS_AS(house.log->append_now(house.entry()), storage::Failure);
        CHECK(count(*house.data, "SELECT count(*) FROM fact") == 0);
        house.tamper("DROP TRIGGER no_more");
    }
    house.data->write(command);
    house.log->settle();
    CHECK(house.verify().problems == std::vector<std::string>{});
    CHECK(house.verify().entries == 2);
}

TEST_CASE("A list of more cases than an entry can hold becomes several entries")
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        auto entry = house.entry();
        const std::vector<std::string> all{"deidentified", "prospect", "protected", "register", "room", "social_services",
                                           "youth_words", "agency:" + std::string(32, 'a')};
        entry.subjects.assign(600, {house.a_case, all});
        house.log->append_now(entry);
        house.log->settle();
        std::size_t subjects = 0;
        for (const auto& leaf : leaves(house)) {
            CHECK(leaf.request_id == entry.request_id);
            subjects += leaf.subjects.size();
        }
        CHECK(subjects == 600);
        CHECK(house.verify().entries == 3);
    });
}

TEST_CASE("Many clients at once: every acknowledged entry has one place, and no append is aborted")
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        std::atomic<int> failed{0};
        std::vector<std::thread> clients;
        for (int c = 0; c < 8; ++c) {
            clients.emplace_back([&, c] {
                for (int n = 0; n < 50; ++n) {
                    try {
                        house.log->append_now(house.entry(std::to_string(c) + "/" + std::to_string(n)));
                    } catch (const std::exception&) {
                        ++failed;
                    }
                }
            });
        }
        for (auto& client : clients) client.join();
        house.log->settle();
        CHECK(failed == 0);
        CHECK(house.verify().problems == std::vector<std::string>{});
        std::set<std::string> texts;
        for (const auto& leaf : leaves(house)) texts.insert(text_of_leaf(*house.vault, leaf));
        CHECK(texts.size() == 400);
        CHECK(house.verify().entries == 400);
    });
}

TEST_CASE("D9 Two nodes never sign two histories: one is the sequencer, the other takes over when it has gone")
{
    on_both_engines([](const test::Place& where) {
        if (where.engine == storage::Engine::sqlite) return;
        LogHouse house(where);
        const auto other_data = where.open();
        auto options = house.options;
        options.folder = house.folder.path() / "public2";
        std::filesystem::copy(house.options.folder, options.folder);
        auto other = std::make_unique<Log>(*other_data, *house.vault, house.random, options);
        house.log->run_sequencer();
        other->run_sequencer();
        std::thread one([&] {
            for (int n = 0; n < 50; ++n) house.log->append_now(house.entry());
        });
        for (int n = 0; n < 50; ++n) other->append_now(house.entry());
        one.join();
        house.log->settle();
        other->settle();
        CHECK(house.verify().problems == std::vector<std::string>{});
        CHECK(house.verify().entries == 100);
        CHECK(content(options.folder / "checkpoint") == content(house.options.folder / "checkpoint"));
        CHECK(count(*house.data, "SELECT turn FROM log_lease") == 1);

        // The lease is over and another has taken its turn: the former sequencer, if it comes back, has the wrong number.
        house.log.reset();
        house.tamper("UPDATE log_lease SET until = 0");
        other->append_now(house.entry());
        other->settle();
        CHECK(count(*house.data, "SELECT turn FROM log_lease") >= 1);
        CHECK(audit::verify(*other_data, options.folder, std::nullopt).problems == std::vector<std::string>{});
        CHECK(audit::verify(*other_data, options.folder, std::nullopt).entries == 101);
    });
}

TEST_CASE("A database that is behind its published checkpoint may not go on")
{
    on_both_engines([](const test::Place& where) {
        LogHouse house(where);
        house.log->run_sequencer();
        for (int n = 0; n < 5; ++n) house.log->append_now(house.entry());
        house.log->settle();
        house.log.reset();
        house.tamper("DELETE FROM log_checkpoint WHERE size = 5");
        house.reopen();
        CHECK_THROWS_WITH_AS(house.log->run_sequencer(),
                             "the log in the database does not hold the published checkpoint of 5 entries: it was cut short or is "
                             "another log",
                             std::runtime_error);
    });
}
