// "An acknowledged write survives a crash": kill -9 of the process that writes, and power failure of the PostgreSQL server.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <map>
#include <thread>

#include "storage/dialect.h"
#include "storage/store.h"
#include "support/places.h"

using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

namespace {

constexpr int writers = 4;
constexpr int round_size = 1'000'000;  // numbers of one round and writer; nobody gets that far

void make(const Place& place)
{
    const auto store = place.open();
    store->write({[&](Session& session) {
                      // No key on `number`: a write done twice would be found.
                      session.script(
                          in_dialect(store->engine(), "CREATE TABLE line (number INTEGER NOT NULL) STRICT;").c_str());
                      return Outcome::keep;
                  },
                  {}});
}

/// Writes number after number, and tells the pipe about each one when it was acknowledged, until it is killed.
[[noreturn]] void write_until_killed(const Place& place, int round, int pipe)
{
    const auto store = place.open();
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (std::int64_t number = std::int64_t{round * writers + writer} * round_size;; ++number) {
                try {
                    store->write({[&](Session& session) {
                                      session.run("INSERT INTO line (number) VALUES ($1)", number);
                                      return Outcome::keep;
                                  },
                                  {}});
                } catch (const Failure&) {
                    continue;  // not acknowledged: the next number
                }
                if (::write(pipe, &number, sizeof number) != sizeof number) ::_exit(1);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    ::_exit(0);
}

/// Starts a writing process, lets `disturb` do its worst, kills the process, and adds what it was told to `acknowledged`.
void one_round(const Place& place, int round, std::vector<std::int64_t>& acknowledged, const std::function<void()>& disturb)
{
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        write_until_killed(place, round, ends[1]);
    }
    ::close(ends[1]);
    // Reads all the while: a full pipe would stop the writers.
    std::thread reader([&] {
        std::int64_t number = 0;
        while (::read(ends[0], &number, sizeof number) == sizeof number) acknowledged.push_back(number);
    });
    disturb();
    ::kill(child, SIGKILL);
    reader.join();
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
}

void require_each_once(const Place& place, const std::vector<std::int64_t>& acknowledged)
{
    std::map<std::int64_t, int> found;
    place.open()->read([&](Session& session) {
        session.each("SELECT number FROM line", [&](const Row& row) { ++found[row.integer(0)]; });
    });
    std::size_t lost = 0;
    std::size_t doubled = 0;
    for (const auto number : acknowledged) lost += found.contains(number) ? 0U : 1U;
    for (const auto& [number, times] : found) doubled += times == 1 ? 0U : 1U;
    CHECK(lost == 0);
    CHECK(doubled == 0);
}

}  // namespace

TEST_CASE("Nothing acknowledged is lost or doubled when the process is killed, twenty times over")
{
    on_both_engines([](const Place& place) {
        make(place);
        SeededRandom random(20260510);
        std::vector<std::int64_t> acknowledged;
        for (int round = 0; round < 20; ++round) {
            std::array<std::uint8_t, 1> chance{};
            random.fill(chance);
            one_round(place, round, acknowledged,
                      [&] { std::this_thread::sleep_for(std::chrono::milliseconds(40 + chance[0])); });
            require_each_once(place, acknowledged);
        }
        CHECK(acknowledged.size() > 20);
        MESSAGE(acknowledged.size() << " acknowledged writes survived 20 kills");
    });
}

TEST_CASE("PostgreSQL: nothing acknowledged is lost or doubled when the server crashes, and the store finds back by itself")
{
    if (std::getenv("LOTS_TEST_POSTGRES") == nullptr) {
        MESSAGE("skips PostgreSQL");
        return;
    }
    // A server of its own: other tests may be using the common one.
    const test::Folder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms::others_exec, std::filesystem::perm_options::add);
    const auto place_of_server = (folder.path() / "pg").string();
    const auto server = [&](const std::string& what) {
        std::string said;
        FILE* script = ::popen(("scripts/postgres-for-tests " + what + " " + place_of_server).c_str(), "r");
        REQUIRE(script != nullptr);
        for (int c = std::fgetc(script); c != EOF; c = std::fgetc(script)) said += static_cast<char>(c);
        REQUIRE(::pclose(script) == 0);
        return said;
    };
    const auto said = server("start");
    const auto from = said.find('\'') + 1;
    const Place place{Engine::postgresql, said.substr(from, said.rfind('\'') - from)};
    make(place);

    std::vector<std::int64_t> acknowledged;
    for (int round = 0; round < 3; ++round) {
        one_round(place, round, acknowledged, [&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(400));
            server("crash");
            std::this_thread::sleep_for(std::chrono::milliseconds(600));
        });
        require_each_once(place, acknowledged);
    }
    MESSAGE(acknowledged.size() << " acknowledged writes survived 3 crashes of the server");
    CHECK(acknowledged.size() > 3);
    server("stop");
}
