// "An acknowledged write survives a crash": the served program, four people who send proposals, kill -9 at a moment of chance.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <thread>

#include "app/doctor.h"
#include "audit/leaf.h"
#include "proof/caller.h"
#include "proof/served.h"

using namespace lots;
using namespace lots::test;
using storage::Row;
using storage::Session;

namespace {

constexpr auto ready_at_most = std::chrono::milliseconds{2000};

/// A few in the ordinary tests; tests/long/crash.sh asks for a hundred.
int cycles()
{
    const char* asked = std::getenv("LOTS_CRASH_CYCLES");
    return asked != nullptr ? std::max(1, std::atoi(asked)) : 5;
}

/// One person who sends proposal after proposal, each under a key of its own, and remembers what was acknowledged.
struct Writer {
    std::string handle, token;
    std::map<std::string, std::string> acknowledged;  // key → answer
    std::vector<std::string> unknown;                 // sent, and no answer came
    int sent = 0;
    std::string trouble;

    std::string body_of(const std::string& key) const { return proposal("P " + key, handle == "elin.berg" || handle == "omar.farah" ? "school_absence" : "company"); }

    void run(unsigned short port, const std::atomic<bool>& over)
    {
        Caller caller(port, token);
        while (!over) {
            const auto key = handle + "-" + std::to_string(++sent);
            const auto answer = caller.try_post("/api/v1/nominations", body_of(key), key);
            if (!answer) unknown.push_back(key);
            else if (answer->status == 201) acknowledged[key] = answer->body;
            else trouble = "status " + std::to_string(answer->status) + " " + answer->body;
        }
    }
    /// Sends again what nobody knows the fate of, and a sample of what was acknowledged.
    void send_again(unsigned short port, std::mt19937& chance)
    {
        Caller caller(port, token);
        for (const auto& key : unknown) {
            const auto answer = caller.post("/api/v1/nominations", body_of(key), key);
            REQUIRE(answer.status == 201);
            acknowledged[key] = answer.body;
        }
        unknown.clear();
        for (int i = 0; i < 5 && !acknowledged.empty(); ++i) {
            auto one = acknowledged.begin();
            std::advance(one, static_cast<long>(chance() % acknowledged.size()));
            const auto answer = caller.post("/api/v1/nominations", body_of(one->first), one->first);
            CHECK(answer.status == 201);
            CHECK(answer.body == one->second);  // the same answer, and so no second proposal
        }
    }
};

std::int64_t count(Session& db, storage::Sql sql)
{
    return db.one(sql, [](const Row& row) { return row.integer(0); }).value();
}

/// The pseudonyms of the cases that the log says a proposal was made about, each as often as it was.
std::map<std::string, int> proposed_in_log(Session& db)
{
    std::map<std::string, int> cases;
    db.each("SELECT leaf FROM log_entry", [&](const Row& row) {
        const auto leaf = audit::read_leaf(row.bytes(0));
        REQUIRE(leaf.has_value());
        if (leaf->kind == "command" && leaf->operation == "propose" && leaf->outcome == "allowed")
            for (const auto& about : leaf->subjects) ++cases[about.case_pseudonym];
    });
    return cases;
}

/// Everything a proposal consists of, or nothing of it: no half command, whatever the crash interrupted.
void check_whole(const DataDirectory& data, std::size_t proposals)
{
    const auto house = app::House::open(data.paths(), app::House::Sequencing::run);
    house.log->settle();
    house.data->read([&](Session& db) {
        const auto number = static_cast<std::int64_t>(proposals);
        CHECK(count(db, "SELECT COUNT(*) FROM nomination") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM sig_case") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM youth") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM youth_identity") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM case_transition") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM open_case") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM idempotency") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM case_head WHERE state = 'proposed' AND version = 1 AND owner_unit IS NOT NULL") == number);
        CHECK(count(db, "SELECT COUNT(DISTINCT case_id) FROM duty") == number);
        CHECK(count(db, "SELECT COUNT(*) FROM (SELECT c.id FROM sig_case c JOIN nomination n ON n.municipality = c.municipality AND n.case_id = c.id "
                        "JOIN youth_identity i ON i.municipality = c.municipality AND i.youth = c.youth "
                        "JOIN open_case o ON o.municipality = c.municipality AND o.case_id = c.id AND o.youth = c.youth "
                        "JOIN case_head h ON h.municipality = c.municipality AND h.case_id = c.id "
                        "JOIN case_transition t ON t.municipality = c.municipality AND t.case_id = c.id AND t.seq = 1 "
                        "GROUP BY c.id HAVING COUNT(*) = 1) AS whole") == number);
        // Numbers without holes: what was rolled back took none.
        CHECK(count(db, "SELECT COALESCE(MAX(nomination_number), 0) FROM sig_case") == number);

        const auto logged = proposed_in_log(db);
        CHECK(logged.size() == proposals);
        std::size_t without_entry = 0;
        db.each("SELECT municipality, id FROM sig_case", [&](const Row& row) {
            if (!logged.contains(audit::pseudonym(*house.vault, row.get<MunicipalityId>(0), row.get<CaseId>(1)))) ++without_entry;
        });
        CHECK(without_entry == 0);
        CHECK(count(db, "SELECT COUNT(*) FROM log_pending") == 0);
    });
    // Keys of every row, every sealed value opens, the log holds.
    for (const auto& finding : app::examine(data.paths(), SystemClock().now()))
        CHECK_MESSAGE(finding.level != app::Finding::Level::problem, finding.text);
}

/// One life of the program: serves until it is killed at a moment of chance.
void one_life(const DataDirectory& data, std::vector<Writer>& writers, std::mt19937& chance, std::vector<std::chrono::milliseconds>& ready)
{
    Served served(data);
    ready.push_back(served.ready());
    for (auto& writer : writers) {
        if (writer.token.empty()) writer.token = Caller::sign_in(served.port(), writer.handle).token();
        writer.send_again(served.port(), chance);
    }
    std::atomic<bool> over{false};
    std::vector<std::thread> threads;
    for (auto& writer : writers) threads.emplace_back([&] { writer.run(served.port(), over); });
    std::this_thread::sleep_for(std::chrono::milliseconds{100 + chance() % 700});
    served.kill();
    over = true;
    for (auto& thread : threads) thread.join();
    for (const auto& writer : writers) CHECK_MESSAGE(writer.trouble.empty(), writer.trouble);
}

}  // namespace

TEST_CASE("An acknowledged proposal survives kill -9 of the program, none is doubled, and none is kept by half")
{
    on_both_engines_served([](const DataDirectory& data) {
        const auto seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 chance(seed);
        std::vector<Writer> writers(4);
        const char* handles[] = {"elin.berg", "omar.farah", "ali.nouri", "nina.bup"};
        for (std::size_t i = 0; i < writers.size(); ++i) writers[i].handle = handles[i];

        std::vector<std::chrono::milliseconds> ready;
        for (int cycle = 0; cycle < cycles(); ++cycle) one_life(data, writers, chance, ready);
        {
            Served last(data);
            ready.push_back(last.ready());
            for (auto& writer : writers) writer.send_again(last.port(), chance);
            // What the program itself says of them: the newest fifty of each.
            for (auto& writer : writers) {
                const auto own = Caller(last.port(), writer.token).get("/api/v1/nominations");
                CHECK(own.status == 200);
                std::size_t listed = 0;
                for (const auto& [key, answer] : writer.acknowledged)
                    listed += own.body.find("\"" + text_in(answer, "nomination") + "\"") != std::string::npos ? 1U : 0U;
                CHECK(listed == std::min<std::size_t>(writer.acknowledged.size(), 50));
            }
            CHECK(last.stop() == 0);
        }

        std::map<std::string, int> numbers;
        for (const auto& writer : writers)
            for (const auto& [key, answer] : writer.acknowledged) ++numbers[text_in(answer, "nomination")];
        const auto doubled = std::ranges::count_if(numbers, [](const auto& one) { return one.second > 1; });
        CHECK(doubled == 0);
        CHECK(numbers.size() > static_cast<std::size_t>(cycles()));
        check_whole(data, numbers.size());
        const auto slowest = *std::ranges::max_element(ready);
        CHECK(slowest <= ready_at_most);
        std::cout << (data.engine() == storage::Engine::sqlite ? "SQLite" : "PostgreSQL") << ": " << cycles() << " kill -9, " << numbers.size()
                  << " proposals, 0 lost and " << doubled << " doubled, ready again after at most " << slowest.count() << " ms\n";
    });
}
