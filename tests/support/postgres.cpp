#include "support/postgres.h"

#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace lots::test {

namespace {

struct Close {
    void operator()(PGconn* link) const { PQfinish(link); }
};
using Link = std::unique_ptr<PGconn, Close>;

void run(const std::string& connection, const std::string& sql)
{
    const Link link(PQconnectdb(connection.c_str()));
    const std::unique_ptr<PGresult, void (*)(PGresult*)> done(PQexec(link.get(), sql.c_str()), PQclear);
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) throw std::runtime_error(sql + ": " + PQerrorMessage(link.get()));
}

/// The databases of the test case that runs. Drops them at its end, when the stores that used them are closed.
struct Databases : doctest::IReporter {
    // doctest makes the listener itself, so this is the one place that both sides can reach.
    static std::vector<std::string>& made()
    {
        static std::vector<std::string> names;
        return names;
    }

    /// Those that others are copied from, by name. They stay until the program ends.
    static std::map<std::string, std::string>& patterns()
    {
        static std::map<std::string, std::string> names;
        return names;
    }
    static void drop(const std::string& name)
    {
        try {
            run(std::getenv("LOTS_TEST_POSTGRES"), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (const std::exception& error) {
            MESSAGE(error.what());  // the server may be down at the end of a test that crashed it: stop removes it whole
        }
    }

    explicit Databases(const doctest::ContextOptions&) {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override
    {
        for (const auto& name : made()) drop(name);
        made().clear();
    }

    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats&) override
    {
        for (const auto& [name, database] : patterns()) drop(database);
        patterns().clear();
    }
    void test_case_start(const doctest::TestCaseData&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_LISTENER("drops the PostgreSQL databases of a test case", 1, Databases);

/// A new database, copied from that one.
std::string make(const char* server, const std::string& from)
{
    static int count = 0;
    const auto name = "lots_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    run(server, "CREATE DATABASE " + name + " TEMPLATE " + from + (from == "template0" ? " ENCODING 'UTF8'" : ""));
    return name;
}

std::string connection_to(const char* server, const std::string& name)
{
    return std::string(server) + " dbname=" + name;  // the last dbname counts
}

}  // namespace

std::optional<std::string> postgres()
{
    const char* server = std::getenv("LOTS_TEST_POSTGRES");
    if (server == nullptr) {
        const char* required = std::getenv("LOTS_TEST_REQUIRE_POSTGRES");
        if (required != nullptr && std::string_view(required) == "1")
            FAIL("LOTS_TEST_POSTGRES is not set: eval \"$(scripts/postgres-for-tests start)\"");
        static bool said = false;
        if (!said) MESSAGE("skips PostgreSQL here and in what follows: LOTS_TEST_POSTGRES is not set");
        said = true;
        return std::nullopt;
    }
    const auto name = make(server, "template0");
    Databases::made().push_back(name);
    return connection_to(server, name);
}

std::string postgres_like(const std::string& name, const std::function<void(const std::string& connection)>& fill)
{
    const char* server = std::getenv("LOTS_TEST_POSTGRES");
    if (server == nullptr) throw std::runtime_error("LOTS_TEST_POSTGRES is not set");
    auto& patterns = Databases::patterns();
    if (!patterns.contains(name)) {
        const auto pattern = make(server, "template0");
        fill(connection_to(server, pattern));
        patterns[name] = pattern;
    }
    const auto copy = make(server, patterns.at(name));
    Databases::made().push_back(copy);
    return connection_to(server, copy);
}

}  // namespace lots::test
