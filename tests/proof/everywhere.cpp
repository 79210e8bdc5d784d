#include "proof/everywhere.h"

#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <random>

#include "app/config.h"

namespace lots::test {

namespace {

using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;
using Link = std::unique_ptr<PGconn, void (*)(PGconn*)>;

/// Every row of every table, as text.
std::vector<Sighting> in_all_tables(const Canary& canary, const std::string& connection)
{
    const Link link(PQconnectdb(connection.c_str()), PQfinish);
    const auto ask = [&](const std::string& sql) {
        Answer result(PQexec(link.get(), sql.c_str()), PQclear);
        REQUIRE(PQresultStatus(result.get()) == PGRES_TUPLES_OK);
        return result;
    };
    std::vector<Sighting> found;
    const auto tables = ask("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE "
                            "schemaname NOT IN ('pg_catalog', 'information_schema')");
    REQUIRE(PQntuples(tables.get()) > 0);
    for (int t = 0; t < PQntuples(tables.get()); ++t) {
        const std::string table = PQgetvalue(tables.get(), t, 0);
        const auto rows = ask("SELECT to_jsonb(t)::text FROM " + table + " t");
        for (int row = 0; row < PQntuples(rows.get()); ++row)
            for (auto& one : canary.in_text("table " + table, PQgetvalue(rows.get(), row, 0)))
                found.push_back(std::move(one));
    }
    return found;
}

std::string part_of(const std::string& connection, const std::string& name)
{
    const auto at = connection.find(name + "=");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 1;
    return connection.substr(from, connection.find(' ', from) - from);
}

}  // namespace

std::string chance_of_a_run()
{
    // Letters alone: a long number may not stand in what the working group is shown (edge 4.15).
    std::random_device device;
    std::string letters;
    for (int i = 0; i < 16; ++i) letters += static_cast<char>('a' + static_cast<int>(device() % 26U));
    return letters;
}

std::vector<Sighting> everywhere(const Canary& canary, const std::filesystem::path& folder, const app::Paths& paths)
{
    auto found = canary.in_folder(folder);
    const auto config = app::read_config(paths.config());
    if (config.engine != storage::Engine::postgresql) return found;
    const auto add = [&](std::vector<Sighting> more) { found.insert(found.end(), more.begin(), more.end()); };
    add(in_all_tables(canary, config.data_connection));
    add(in_all_tables(canary, config.keys_connection));
    // The server's own files, write-ahead log and messages too, when we may read them: the tests' server keeps them beside
    // its socket.
    const std::filesystem::path server = part_of(config.data_connection, "host");
    std::error_code no;
    if (::geteuid() != 0 || !std::filesystem::exists(server / "data" / "PG_VERSION", no)) {
        MESSAGE("the database server's own files were not looked at: that needs root");
        return found;
    }
    for (const auto& connection : {config.data_connection, config.keys_connection}) {
        const Link link(PQconnectdb(connection.c_str()), PQfinish);
        const Answer written(PQexec(link.get(), "CHECKPOINT"), PQclear);
        const Answer oid(PQexec(link.get(), "SELECT oid FROM pg_database WHERE datname = current_database()"), PQclear);
        REQUIRE(PQntuples(oid.get()) == 1);
        add(canary.in_folder(server / "data" / "base" / PQgetvalue(oid.get(), 0, 0)));
    }
    add(canary.in_folder(server / "data" / "pg_wal"));
    std::ifstream log(server / "log", std::ios::binary);
    add(canary.in_text("the database server's log", std::string(std::istreambuf_iterator<char>(log), {})));
    return found;
}

}  // namespace lots::test
