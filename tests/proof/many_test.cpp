// Many at once: sixteen people, on different cases and on the same one.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <latch>
#include <map>
#include <thread>

#include "app/demo_tale.h"
#include "app/doctor.h"
#include "proof/inside.h"
#include "storage/floor.h"
#include "support/postgres.h"

using namespace lots;
using namespace lots::test;
using access::Role;

namespace {

constexpr int people = 16;

/// Short in the ordinary tests; tests/long/throughput.sh asks for longer.
std::chrono::milliseconds span()
{
    const char* asked = std::getenv("LOTS_PROOF_MILLISECONDS");
    return std::chrono::milliseconds{asked != nullptr ? std::atoi(asked) : 500};
}

const char* engine_name(const World& world) { return world.house.data->engine() == storage::Engine::sqlite ? "SQLite" : "PostgreSQL"; }

/// What the engine itself does for so many clients, in a database of its own on the same disk.
storage::CommitRate floor_of(const World& world)
{
    if (world.house.data->engine() == storage::Engine::postgresql) return storage::postgresql_commit_rate(postgres().value(), people, span());
    return storage::sqlite_commit_rate(world.folder() / "floor.db", people, span());
}

struct Rate {
    std::int64_t done = 0;
    double a_second = 0;
    std::map<int, int> statuses;
};

/// All send for as long as the span lasts; `send` gives the status.
Rate all_at_once(const std::function<int(int person, int turn)>& send)
{
    std::vector<std::map<int, int>> seen(people);
    std::vector<std::thread> threads;
    std::atomic<bool> over{false};
    const auto begun = std::chrono::steady_clock::now();
    for (int person = 0; person < people; ++person)
        threads.emplace_back([&, person] {
            auto& statuses = seen[static_cast<std::size_t>(person)];
            try {
                for (int turn = 0; !over; ++turn) ++statuses[send(person, turn)];
            } catch (const std::exception&) {
                ++statuses[0];  // no answer at all
            }
        });
    std::this_thread::sleep_for(span());
    over = true;
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    Rate rate;
    for (const auto& of_person : seen)
        for (const auto& [status, times] : of_person) {
            rate.statuses[status] += times;
            rate.done += times;
        }
    rate.a_second = static_cast<double>(rate.done) / took.count();
    return rate;
}

std::string said(const std::map<int, int>& statuses)
{
    std::string all;
    for (const auto& [status, times] : statuses) all += std::to_string(status) + " × " + std::to_string(times) + " ";
    return all;
}

/// As a caller does: 503 says that nothing is kept and to come again, and the same key keeps it once. A machine that stands still
/// for longer than the database waits for a row gives some.
int until_kept(const std::function<int()>& send)
{
    constexpr int tries = 8;
    int status = send();
    for (int tried = 1; status == 503 && tried < tries; ++tried) status = send();
    return status;
}

void check_healthy(World& world)
{
    world.house.log->settle();
    for (const auto& finding : app::examine(world.house.paths, world.clock.now()))
        CHECK_MESSAGE(finding.level != app::Finding::Level::problem, finding.text);
}

}  // namespace

TEST_CASE("Sixteen people who write at once all get what they sent kept, once, each with an entry in the log")
{
    on_both(proof_day(), [](World& world) {
        const auto bare = floor_of(world);
        std::vector<Caller> callers;
        for (int i = 0; i < people; ++i) callers.push_back(caller_of(world, i % 2 == 0 ? "elin.berg" : "omar.farah", Role::school));
        const auto entries = log_entries(world);
        const auto before = world.house.data->statistics(), keys_before = world.house.keys->statistics();
        const auto rate = all_at_once([&](int person, int turn) {
            const auto mark = std::to_string(person) + "-" + std::to_string(turn);
            auto& caller = callers[static_cast<std::size_t>(person)];
            return until_kept([&] { return caller.post("/api/v1/nominations", proposal(mark, "school_absence"), mark).status; });
        });
        CHECK_MESSAGE(rate.statuses.size() == 1, said(rate.statuses));
        CHECK(rate.statuses.contains(201));
        CHECK(number_in(world, "SELECT COUNT(*) FROM nomination") == rate.done);
        CHECK(number_in(world, "SELECT COUNT(DISTINCT nomination_number) FROM sig_case") == rate.done);
        CHECK(log_entries(world) == entries + rate.done);
        const auto after = world.house.data->statistics(), keys_after = world.house.keys->statistics();
        check_healthy(world);
        std::cout << engine_name(world) << ", " << people << " writers: " << after.commits - before.commits << " commits of data, "
                  << keys_after.commits - keys_before.commits << " of keys, " << after.retries - before.retries << " retries for "
                  << rate.done << " proposals\n";
        std::cout << engine_name(world) << ", " << people << " writers: " << static_cast<int>(rate.a_second) << " proposals a second (each three keys, "
                  << "a case, a log entry); the engine alone " << static_cast<int>(bare.bare) << " rows a second; " << rate.a_second / bare.bare << " of it\n";
    });
}

TEST_CASE("Sixteen people who write in a case of their own each get it kept, once, with an entry in the log")
{
    on_both(proof_day(), [](World& world) {
        std::vector<std::string> cases;
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const app::TaleYouth youth{"Robin", "Proverud", "", 2011y / 1 / 1, {{"youth", "Robin", ""}, {"guardian", "Siv", ""}}};
        for (int i = 0; i < people; ++i) {
            const auto nomination = tale.propose(youth);
            tale.take_up(nomination);
            cases.push_back(tale.offer(nomination));
            tale.ask(cases.back(), youth);
        }
        const auto bare = floor_of(world);
        std::vector<Caller> callers;
        for (int i = 0; i < people; ++i) callers.push_back(caller_of(world, "sara.lind", Role::social_worker));
        const auto entries = log_entries(world), before = number_in(world, "SELECT COUNT(*) FROM conversation");
        const auto data_before = world.house.data->statistics();
        const auto rate = all_at_once([&](int person, int turn) {
            form::JsonWriter json;
            json.object().pair("held_on", "2026-05-11").pair("way", "phone").pair("told_purpose", true).pair("told_withdrawal", true);
            json.pair("told_police_duty", true).pair("note", "Samtal " + std::to_string(turn)).end_object();
            const auto at = static_cast<std::size_t>(person);
            const auto body = json.take(), mark = std::to_string(person) + "-" + std::to_string(turn);
            const auto path = "/api/v1/cases/" + cases[at] + "/signatories/1/conversations";
            return until_kept([&] { return callers[at].post(path, body, mark).status; });
        });
        const auto data_after = world.house.data->statistics();
        CHECK_MESSAGE(rate.statuses.size() == 1, said(rate.statuses));
        CHECK(rate.statuses.contains(201));
        CHECK(number_in(world, "SELECT COUNT(*) FROM conversation") == before + rate.done);
        CHECK(log_entries(world) == entries + rate.done);
        check_healthy(world);
        std::cout << engine_name(world) << ", " << people << " writers in cases of their own: " << static_cast<int>(rate.a_second)
                  << " conversations a second, each with its durable log entry (" << data_after.commits - data_before.commits << " commits, "
                  << data_after.retries - data_before.retries << " retries for " << rate.done << "); the engine alone " << static_cast<int>(bare.bare)
                  << " rows a second; " << rate.a_second / bare.bare << " of it\n";
    });
}

TEST_CASE("Sixteen people who read at once each get the page and an entry in the log")
{
    on_both(proof_day(), [](World& world) {
        const auto bare = floor_of(world);
        const auto number = proposed(world, "läst av många");
        std::vector<Caller> callers;
        for (int i = 0; i < people; ++i) callers.push_back(caller_of(world, i % 2 == 0 ? "sara.lind" : "amir.haddad", Role::social_worker));
        const auto entries = log_entries(world);
        const auto rate = all_at_once([&](int person, int) { return callers[static_cast<std::size_t>(person)].get("/arende/" + number + "/forslag").status; });
        CHECK_MESSAGE(rate.statuses.size() == 1, said(rate.statuses));
        CHECK(rate.statuses.contains(200));
        CHECK(log_entries(world) == entries + rate.done);
        std::cout << engine_name(world) << ", " << people << " readers: " << static_cast<int>(rate.a_second)
                  << " case pages a second, each with its durable log entry; the engine alone " << static_cast<int>(bare.bare) << " rows a second; "
                  << rate.a_second / bare.bare << " of it\n";
    });
}

TEST_CASE("Sixteen social workers who take up the same proposal: one has it, the others are told honestly")
{
    on_both(proof_day(), [](World& world) {
        std::vector<Caller> callers;
        for (int i = 0; i < people; ++i) callers.push_back(new_social_worker(world, "kollega" + std::to_string(i)));
        for (int round = 0; round < 5; ++round) {
            const auto number = proposed(world, "kapplöpning " + std::to_string(round));
            const auto entries = log_entries(world);
            std::vector<HttpAnswer> answers(people);
            std::vector<std::thread> threads;
            std::latch ready(people);
            for (std::size_t i = 0; i < people; ++i)
                threads.emplace_back([&, i] {
                    ready.arrive_and_wait();
                    answers[i] = callers[i].post("/api/v1/cases/" + number + "/review", taking_up());
                });
            for (auto& thread : threads) thread.join();
            int winners = 0;
            for (const auto& answer : answers) {
                CAPTURE(answer.status);
                CAPTURE(answer.body);
                CHECK((answer.status == 201 || answer.status == 404 || answer.status == 409 || answer.status == 422));
                winners += answer.status == 201 ? 1 : 0;
            }
            CHECK(winners == 1);
            CHECK(number_in(world, "SELECT COUNT(*) FROM review") == round + 1);
            CHECK(number_in(world, "SELECT COUNT(*) FROM case_assignment WHERE duty = 'officer'") == round + 1);
            CHECK(number_in(world, "SELECT COUNT(*) FROM case_transition WHERE transition = 'T2'") == round + 1);
            CHECK(log_entries(world) == entries + people);  // who was too late is in the log as well
        }
        check_healthy(world);
    });
}

TEST_CASE("Two proposals of one young person at once become two proposals, and only one of them can be taken up")
{
    on_both(proof_day(), [](World& world) {
        auto body = proposal("samma ungdom", "school_absence");
        body.insert(body.size() - 1, R"(,"personal_number":"201101012381")");
        std::vector<HttpAnswer> answers(4);
        std::vector<std::thread> threads;
        const auto token = caller_of(world, "elin.berg", Role::school).token();
        for (auto& answer : answers) threads.emplace_back([&] { answer = Caller(world.port(), token).post("/api/v1/nominations", body); });
        for (auto& thread : threads) thread.join();
        for (const auto& answer : answers) {
            CAPTURE(answer.body);
            CHECK(answer.status == 201);
        }
        auto sara = caller_of(world, "sara.lind", Role::social_worker);
        int taken = 0;
        for (const auto& answer : answers) {
            const auto result = sara.post("/api/v1/cases/" + text_in(answer.body, "nomination") + "/review", taking_up());
            CHECK((result.status == 201 || result.status == 422));
            taken += result.status == 201 ? 1 : 0;
        }
        CHECK(taken == 1);
    });
}
