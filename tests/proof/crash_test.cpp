// "An acknowledged write survives a crash": the served program, four who tell case after case, kill -9 at a moment of
// chance.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <thread>

#include "app/doctor.h"
#include "audit/leaf.h"
#include "proof/caller.h"
#include "proof/retold.h"
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

/// Sessions by who has them; they outlive the program that gave them.
using Tokens = std::map<std::string, std::string>;

/// One who tells case after case from beginning to plan, every command under a key of its own, and remembers what was
/// acknowledged.
class Writer {
    struct Sent {
        std::size_t step;
        std::string path, key, answer;
    };
    const std::vector<RetoldStep>& steps_;
    const Tokens& tokens_;
    std::string name_, number_;  // of the case it is at
    int case_ = 0;
    std::size_t step_ = 0;
    std::optional<Sent> in_flight_;  // sent, and nobody knows its fate
    std::vector<Sent> acknowledged_;
    std::size_t first_of_case_ = 0;

    Sent next()
    {
        const auto& step = steps_[step_];
        return {step_,
                step.after.empty() ? step.before : step.before + number_ + step.after,
                name_ + "-" + std::to_string(case_) + "-" + std::to_string(step_),
                {}};
    }
    void acknowledge(Sent sent, const HttpAnswer& answer)
    {
        sent.answer = answer.body;
        if (const auto nomination = text_in(answer.body, "nomination"); step_ == 0) number_ = nomination;
        if (const auto given = text_in(answer.body, "case"); !given.empty()) number_ = given;
        acknowledged_.push_back(std::move(sent));
        in_flight_.reset();
        step_ = (step_ + 1) % steps_.size();
        if (step_ != 0) return;
        ++case_;
        first_of_case_ = acknowledged_.size();
    }
    /// One connection for each person.
    class Callers {
        unsigned short port_;
        const Tokens& tokens_;
        std::map<std::string, Caller> open_;

    public:
        Callers(unsigned short port, const Tokens& tokens) : port_(port), tokens_(tokens) {}
        Caller& of(const RetoldStep& step)
        {
            return open_.try_emplace(step.handle, port_, tokens_.at(step.handle)).first->second;
        }
    };

public:
    Writer(const std::vector<RetoldStep>& steps, const Tokens& tokens, std::string name)
        : steps_(steps), tokens_(tokens), name_(std::move(name))
    {}
    std::string trouble;

    void run(unsigned short port, const std::atomic<bool>& over)
    {
        Callers callers(port, tokens_);
        while (!over && trouble.empty()) {
            if (!in_flight_) in_flight_ = next();
            const auto& step = steps_[in_flight_->step];
            const auto answer = callers.of(step).try_post(in_flight_->path, step.json, in_flight_->key);
            if (answer && answer->status == 201)
                acknowledge(*in_flight_, *answer);
            else if (answer)
                trouble = in_flight_->path + ": status " + std::to_string(answer->status) + " " + answer->body;
        }
    }
    /// Sends again what nobody knows the fate of, and a sample of what was acknowledged in a case that goes on: of one that
    /// has ended members are told nothing more.
    void send_again(unsigned short port, std::mt19937& chance)
    {
        Callers callers(port, tokens_);
        if (in_flight_) {
            const auto answer =
                callers.of(steps_[in_flight_->step]).post(in_flight_->path, steps_[in_flight_->step].json, in_flight_->key);
            CAPTURE(in_flight_->path);
            CAPTURE(answer.body);
            REQUIRE(answer.status == 201);
            acknowledge(*in_flight_, answer);
        }
        const auto of_this_case = acknowledged_.size() - first_of_case_;
        for (int i = 0; i < 5 && of_this_case > 0; ++i) {
            const auto& one = acknowledged_[first_of_case_ + chance() % of_this_case];
            const auto answer = callers.of(steps_[one.step]).post(one.path, steps_[one.step].json, one.key);
            CAPTURE(one.path);
            CHECK(answer.status == 201);
            CHECK(answer.body == one.answer);  // the same answer, and so nothing was done a second time
        }
    }
    /// How often each step was acknowledged, added to `times`.
    void add_to(std::vector<std::int64_t>& times) const
    {
        for (const auto& one : acknowledged_) ++times[one.step];
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

/// Every row of every acknowledged command, and not one more: no half command, whatever the crash interrupted.
void check_whole(const DataDirectory& data, const std::vector<RetoldStep>& steps, std::map<std::string, std::int64_t> rows,
                 const std::vector<std::int64_t>& times)
{
    const auto house = app::House::open(data.paths(), app::House::Sequencing::run);
    house.log->settle();
    std::int64_t commands = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        commands += times[i];
        for (const auto& [table, added] : steps[i].rows) rows[table] += added * times[i];
    }
    house.data->read([&](Session& db) {
        const auto found = count_facts(db, data.engine());
        for (const auto& [table, number] : rows) {
            CAPTURE(table);
            CHECK(found.at(table) == number);
        }
        CHECK(count(db, "SELECT COUNT(*) FROM idempotency") == commands);
        // A file is whole: as many pieces as its size asks for, from the first on, and somebody signed it.
        CHECK(count(db, "SELECT COUNT(*) FROM attachment f WHERE (SELECT COUNT(*) FROM attachment_chunk c WHERE "
                        "c.municipality = f.municipality "
                        "AND c.attachment = f.id AND c.part < (f.size + 65535) / 65536) <> (f.size + 65535) / 65536") == 0);
        CHECK(count(db, "SELECT COUNT(*) FROM attachment f LEFT JOIN consent_answer a ON a.municipality = f.municipality "
                        "AND a.attachment = f.id "
                        "WHERE a.id IS NULL") == 0);
        // Every command of a case moved its head, and the head is where the last transition left it.
        CHECK(count(db, "SELECT COUNT(*) FROM case_head h WHERE h.state <> (SELECT t.to_state FROM case_transition t WHERE "
                        "t.municipality = h.municipality AND t.case_id = h.case_id ORDER BY t.seq DESC LIMIT 1)") == 0);
        // Numbers without holes: what was rolled back took none.
        CHECK(count(db, "SELECT COALESCE(MAX(nomination_number), 0) FROM sig_case") == times.front());
        CHECK(count(db, "SELECT COUNT(DISTINCT nomination_number) FROM sig_case") == times.front());

        const auto logged = proposed_in_log(db);
        CHECK(static_cast<std::int64_t>(logged.size()) == times.front());
        std::size_t without_entry = 0;
        db.each("SELECT municipality, id FROM sig_case", [&](const Row& row) {
            if (!logged.contains(audit::pseudonym(*house.vault, row.get<MunicipalityId>(0), row.get<CaseId>(1))))
                ++without_entry;
        });
        CHECK(without_entry == 0);
        CHECK(count(db, "SELECT COUNT(*) FROM log_pending") == 0);
    });
    // Keys of every row, every sealed value and every piece of a file opens, the log holds.
    for (const auto& finding : app::examine(data.paths(), SystemClock().now()))
        CHECK_MESSAGE(finding.level != app::Finding::Level::problem, finding.text);
}

/// One life of the program: serves until it is killed at a moment of chance.
void one_life(const DataDirectory& data, const std::vector<RetoldStep>& steps, Tokens& tokens, std::vector<Writer>& writers,
              std::mt19937& chance, std::vector<std::chrono::milliseconds>& ready)
{
    Served served(data);
    ready.push_back(served.ready());
    for (const auto& step : steps)
        if (!tokens.contains(step.handle))
            tokens[step.handle] = Caller::sign_in(served.port(), step.handle, step.role).token();
    for (auto& writer : writers) writer.send_again(served.port(), chance);
    std::atomic<bool> over{false};
    std::vector<std::thread> threads;
    for (auto& writer : writers) threads.emplace_back([&] { writer.run(served.port(), over); });
    std::this_thread::sleep_for(std::chrono::milliseconds{100 + chance() % 700});
    served.kill();
    over = true;
    for (auto& thread : threads) thread.join();
    for (const auto& writer : writers) REQUIRE_MESSAGE(writer.trouble.empty(), writer.trouble);
}

}  // namespace

TEST_CASE("What was acknowledged survives kill -9 of the program, nothing is done twice, and no command is kept by half")
{
    const auto steps = record_case();
    REQUIRE(steps.size() > 25);
    on_both_engines_served([&](const DataDirectory& data) {
        const auto seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 chance(seed);
        std::map<std::string, std::int64_t> rows;
        app::open_data(data.paths(), app::read_config(data.paths().config()))->read([&](Session& db) {
            rows = count_facts(db, data.engine());
        });
        Tokens tokens;
        std::vector<Writer> writers;
        for (int i = 1; i <= 4; ++i) writers.emplace_back(steps, tokens, "writer" + std::to_string(i));

        std::vector<std::chrono::milliseconds> ready;
        for (int cycle = 0; cycle < cycles(); ++cycle) one_life(data, steps, tokens, writers, chance, ready);
        {
            Served last(data);
            ready.push_back(last.ready());
            for (auto& writer : writers) writer.send_again(last.port(), chance);
            CHECK(last.stop() == 0);
        }

        std::vector<std::int64_t> times(steps.size());
        for (const auto& writer : writers) writer.add_to(times);
        const auto commands = std::accumulate(times.begin(), times.end(), std::int64_t{0});
        CHECK(commands > cycles());
        check_whole(data, steps, rows, times);
        std::ranges::sort(ready);
        CHECK(ready.back() <= ready_at_most);
        std::cout << (data.engine() == storage::Engine::sqlite ? "SQLite" : "PostgreSQL") << ": " << cycles() << " kill -9, "
                  << commands << " commands acknowledged of " << steps.size() << " kinds (" << times.front() << " cases, "
                  << times.back()
                  << " brought to their end), none lost, doubled or kept by half; from start to first answer "
                  << ready.front().count() << " / " << ready[ready.size() / 2].count() << " / " << ready.back().count()
                  << " ms (min / median / max)\n";
    });
}
