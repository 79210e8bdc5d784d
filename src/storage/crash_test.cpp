// "An acknowledged write survives a crash": kill -9 of the process that writes, power failure of the PostgreSQL server, and
// a server that has lost what was acknowledged.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <thread>

#include "storage/dialect.h"
#include "storage/store.h"
#include "support/places.h"
#include "support/postgres.h"

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

/// A PostgreSQL server of the test's own, to be mistreated: other tests may be using the common one.
class OwnServer {
    test::Folder folder_;

public:
    std::string connection;

    OwnServer()
    {
        // The server runs as another user when the tests run as root: it must be able to go through the folder.
        std::filesystem::permissions(folder_.path(), std::filesystem::perms::others_exec,
                                     std::filesystem::perm_options::add);
        const auto said = tell("start");
        const auto from = said.find('\'') + 1;
        connection = said.substr(from, said.rfind('\'') - from);
    }
    OwnServer(const OwnServer&) = delete;
    OwnServer& operator=(const OwnServer&) = delete;
    ~OwnServer() { tell("stop"); }

    std::string tell(const std::string& order) const
    {
        std::string said;
        FILE* script =
            ::popen(("scripts/postgres-for-tests " + order + " " + cluster().parent_path().string()).c_str(), "r");
        if (script == nullptr) return said;
        for (int c = std::fgetc(script); c != EOF; c = std::fgetc(script)) said += static_cast<char>(c);
        CHECK(::pclose(script) == 0);
        return said;
    }
    std::filesystem::path cluster() const { return folder_.path() / "pg" / "data"; }
};

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
        MESSAGE(acknowledged.size(), " acknowledged writes survived 20 kills");
    });
}

TEST_CASE("PostgreSQL: nothing acknowledged is lost or doubled when the server crashes, and the store finds back by itself")
{
    if (!test::postgres()) return;  // skips, or fails where PostgreSQL is required
    const OwnServer server;
    const Place place{Engine::postgresql, server.connection};
    make(place);

    std::vector<std::int64_t> acknowledged;
    for (int round = 0; round < 3; ++round) {
        one_round(place, round, acknowledged, [&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(400));
            server.tell("crash");
            std::this_thread::sleep_for(std::chrono::milliseconds(600));
        });
        require_each_once(place, acknowledged);
    }
    MESSAGE(acknowledged.size(), " acknowledged writes survived 3 crashes of the server");
    CHECK(acknowledged.size() > 3);
}

TEST_CASE("PostgreSQL: a server that is behind the last one seen is refused")
{
    if (!test::postgres()) return;  // skips, or fails where PostgreSQL is required
    const OwnServer server;
    const Place place{Engine::postgresql, server.connection};
    make(place);
    const auto store = place.open();
    const auto add = [&](std::int64_t number) {
        store->write({[&](Session& session) {
                          session.run("INSERT INTO line (number) VALUES ($1)", number);
                          return Outcome::keep;
                      },
                      {}});
    };
    const auto exchange = [&](const std::filesystem::path& other) {
        const auto shelf = server.cluster().string() + "-shelf";
        std::filesystem::rename(server.cluster(), shelf);
        std::filesystem::rename(other, server.cluster());
        std::filesystem::rename(shelf, other);
    };

    add(1);
    server.tell("halt");
    const auto old = server.cluster().string() + "-old";
    REQUIRE(std::system(("cp -a " + server.cluster().string() + " " + old).c_str()) == 0);
    server.tell("start");
    add(2);
    server.tell("halt");
    CHECK_THROWS_AS(add(3), Failure);  // nobody answers
    server.tell("start");
    add(3);  // the same one again, further on: seen at number 2 and later
    server.tell("halt");

    exchange(old);  // as a restored backup, or a former primary that woke up
    server.tell("start");
    CHECK_THROWS_WITH_AS(add(4), "the PostgreSQL that answers is behind the last one seen", Failure);
    CHECK_THROWS_AS(store->read([](Session& session) { session.run("SELECT 1"); }), Failure);
    server.tell("halt");

    exchange(old);
    server.tell("start");
    add(4);
    require_each_once(place, {1, 2, 3, 4});
}
