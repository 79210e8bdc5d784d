#include "storage/floor.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <latch>
#include <memory>
#include <thread>
#include <vector>

namespace lots::storage {

namespace {

constexpr const char* made_sqlite =
    "CREATE TABLE IF NOT EXISTS floor_line (client INTEGER NOT NULL, number INTEGER NOT NULL) STRICT";
constexpr const char* made_postgresql =
    "CREATE TABLE IF NOT EXISTS floor_line (client bigint NOT NULL, number bigint NOT NULL)";

/// Lets each client commit until the time is out. `start` makes a client; what it returns commits one row. The clock runs
/// when all of them have connected and committed once.
template <class Start>
double rate(int clients, std::chrono::milliseconds span, const Start& start)
{
    std::atomic<bool> running{true};
    std::atomic<std::int64_t> commits{0};
    std::atomic<int> failed{0};
    std::latch ready(clients + 1);
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            bool waited = false;
            try {
                auto commit = start(client);
                commit(0);
                waited = true;
                ready.arrive_and_wait();
                for (std::int64_t number = 1; running; ++number) {
                    commit(number);
                    ++commits;
                }
            } catch (const Failure&) {
                ++failed;
                if (!waited) ready.count_down();
            }
        });
    }
    ready.arrive_and_wait();
    const auto began = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(span);
    running = false;
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (failed > 0) throw Failure(Failure::Kind::unavailable, "a client of the measurement could not go on");
    return static_cast<double>(commits) / took.count();
}

void require(bool worked)
{
    if (!worked) throw Failure(Failure::Kind::unavailable, "the database could not be measured");
}

/// As somebody who uses sqlite3 well would write it: WAL, synchronous=FULL, one prepared INSERT. No BEGIN: one row, one
/// commit.
class BareSqlite {
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3, Close> database_;
    std::unique_ptr<sqlite3_stmt, Close> insert_;
    int client_;

public:
    BareSqlite(const std::filesystem::path& file, int client) : client_(client)
    {
        sqlite3* database = nullptr;
        const int opened = sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
        database_.reset(database);
        require(opened == SQLITE_OK);
        sqlite3_busy_timeout(database, 60'000);
        require(sqlite3_exec(database, "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_stmt* insert = nullptr;
        require(sqlite3_prepare_v2(database, "INSERT INTO floor_line VALUES (?1, ?2)", -1, &insert, nullptr) == SQLITE_OK);
        insert_.reset(insert);
    }
    void operator()(std::int64_t number)
    {
        sqlite3_bind_int64(insert_.get(), 1, client_);
        sqlite3_bind_int64(insert_.get(), 2, number);
        const int done = sqlite3_step(insert_.get());
        sqlite3_reset(insert_.get());
        require(done == SQLITE_DONE);
    }
};

/// The same on libpq: one prepared INSERT, one round trip, one commit.
class BarePostgresql {
    struct Close {
        void operator()(PGconn* link) const { PQfinish(link); }
    };
    std::unique_ptr<PGconn, Close> link_;
    std::string client_;

    static void require_done(PGresult* result)
    {
        const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
        require(done);
    }

public:
    BarePostgresql(const std::string& connection, int client)
        : link_(PQconnectdb(connection.c_str())), client_(std::to_string(client))
    {
        require(PQstatus(link_.get()) == CONNECTION_OK);
        require_done(PQprepare(link_.get(), "add", "INSERT INTO floor_line VALUES ($1, $2)", 2, nullptr));
    }
    void operator()(std::int64_t number)
    {
        const auto text = std::to_string(number);
        const std::array<const char*, 2> values{client_.c_str(), text.c_str()};
        require_done(PQexecPrepared(link_.get(), "add", 2, values.data(), nullptr, nullptr, 0));
    }
};

double layered_rate(Store& store, int clients, std::chrono::milliseconds span)
{
    return rate(clients, span, [&](int client) {
        return [&store, client](std::int64_t number) {
            store.write({[&](Session& session) {
                             session.run("INSERT INTO floor_line (client, number) VALUES ($1, $2)", client, number);
                             return Outcome::keep;
                         },
                         {}});
        };
    });
}

void make(Store& store, const char* sql)
{
    store.write({[&](Session& session) {
                     session.script(sql);
                     return Outcome::keep;
                 },
                 {}});
}

}  // namespace

CommitRate sqlite_commit_rate(const std::filesystem::path& file, int clients, std::chrono::milliseconds span)
{
    const auto store = open_sqlite({.file = file});
    make(*store, made_sqlite);
    CommitRate rates{clients, 0, 0};
    rates.bare = rate(clients, span, [&](int client) { return BareSqlite(file, client); });
    rates.layered = layered_rate(*store, clients, span);
    return rates;
}

CommitRate postgresql_commit_rate(const std::string& connection, int clients, std::chrono::milliseconds span)
{
    const auto store = open_postgresql({.connection = connection, .connections = clients});
    make(*store, made_postgresql);
    CommitRate rates{clients, 0, 0};
    rates.bare = rate(clients, span, [&](int client) { return BarePostgresql(connection, client); });
    rates.layered = layered_rate(*store, clients, span);
    return rates;
}

}  // namespace lots::storage
