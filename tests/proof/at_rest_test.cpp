// "At rest": what people typed is nowhere to be read: not in the databases, their journals, the log, the technical log or temporary files.
#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <sstream>

#include "app/demo.h"
#include "app/demo_tale.h"
#include "form/json_writer.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "proof/caller.h"
#include "proof/canary_fields.h"
#include "proof/served.h"
#include "proof/typist.h"
#include "stories/world.h"

using namespace lots;
using namespace lots::test;

namespace {

std::string chance()
{
    std::random_device device;
    std::ostringstream out;
    for (int i = 0; i < 2; ++i) out << std::hex << (0x10000000U | (device() & 0x0fffffffU));
    return out.str();
}

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
    const auto tables = ask("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
    REQUIRE(PQntuples(tables.get()) > 0);
    for (int t = 0; t < PQntuples(tables.get()); ++t) {
        const std::string table = PQgetvalue(tables.get(), t, 0);
        const auto rows = ask("SELECT to_jsonb(t)::text FROM " + table + " t");
        for (int row = 0; row < PQntuples(rows.get()); ++row)
            for (auto& one : canary.in_text("table " + table, PQgetvalue(rows.get(), row, 0))) found.push_back(std::move(one));
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

/// Everywhere that the service of this data directory writes: the folder that holds it, and the databases of its configuration.
std::vector<Sighting> everywhere(const Canary& canary, const std::filesystem::path& folder, const app::Paths& paths)
{
    auto found = canary.in_folder(folder);
    const auto config = app::read_config(paths.config());
    if (config.engine != storage::Engine::postgresql) return found;
    const auto add = [&](std::vector<Sighting> more) { found.insert(found.end(), more.begin(), more.end()); };
    add(in_all_tables(canary, config.data_connection));
    add(in_all_tables(canary, config.keys_connection));
    // The server's own files, write-ahead log and messages too, when we may read them: the tests' server keeps them beside its socket.
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

std::vector<Sighting> everywhere(const Canary& canary, const DataDirectory& data) { return everywhere(canary, data.all(), data.paths()); }

/// A proposal with a canary in every text that the command asks for; its number.
std::string proposed_with(Canary& canary, unsigned short port)
{
    const auto today = local_day(SystemClock().now());
    nomination::Propose input;
    input.born = 2011y / 1 / 1;
    input.noticed_on = today;
    input.origin = "none";
    input.considered_for_sig = true;
    auto school = Caller::sign_in(port, "elin.berg");
    const auto answer = school.post("/api/v1/nominations", canary_body(nomination::propose_command(), input, canary, today, form::Choices{}.with("agency_kind", {{"school", "school"}})),
                                    "a-key");
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
    const auto number = text_in(answer.body, "nomination");
    // It is there: the one who may reads it.
    const auto read = school.get("/api/v1/cases/" + number + "/nomination");
    CHECK_FALSE(canary.in_text("answer", read.body).empty());
    return number;
}

void taken_up_with(Canary& canary, unsigned short port, const std::string& number)
{
    const auto today = local_day(SystemClock().now());
    nomination::TakeUp input;
    input.lives_here = true;
    input.residence_checked_on = today;
    input.conflict = "no";
    auto sara = Caller::sign_in(port, "sara.lind", "social_worker");
    const auto answer = sara.post("/api/v1/cases/" + number + "/review", canary_body(nomination::take_up_command(), input, canary, today));
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
}

/// What is typed where it does not belong: it is refused, and must leave no trace either.
void typed_in_vain(Canary& canary, unsigned short port)
{
    const auto typed = urlencoded({{"x", canary.next()}}).substr(2);
    auto school = Caller::sign_in(port, "elin.berg");
    CHECK(school.get("/arende/" + typed + "/forslag").status == 404);
    CHECK(school.get("/" + typed).status == 404);
    CHECK(school.get("/mina-forslag?klart=" + typed + "&" + typed + "=1").status == 200);
    form::JsonWriter json;
    json.object().pair("born", canary.next()).pair(canary.next(), canary.next()).end_object();
    CHECK(school.post("/api/v1/nominations", json.take(), canary.next().substr(0, 7)).status == 400);
    CHECK(school.post("/api/v1/nominations", "{" + canary.next()).status == 400);

    HttpClient stranger(port);
    stranger.get("/logga-in?till=/" + typed, {{"User-Agent", "x " + typed}, {"Referer", "http://127.0.0.1/" + typed}, {"Cookie", "lots_session=" + typed}});
    json = {};
    json.object().pair("user", canary.next()).pair("password", canary.next()).end_object();
    CHECK(stranger.post_json("/api/v1/session", json.take()).status == 401);

    Browser elin(port);
    elin.open("/logga-in");
    elin.send("", {{"user", "elin.berg"}, {"password", app::demo().password}});
    elin.open("/foresla");
    elin.send("/foresla", {{"given_name", canary.next()}, {"reason", canary.next()}});
    CHECK(elin.status() == 400);
    CHECK_FALSE(canary.in_text("page", elin.body()).empty());  // what was typed is still in the form
}

}  // namespace

TEST_CASE("Nothing that people typed can be read on the disk: while it is served, after kill -9, and after a stop")
{
    on_both_engines_served([](const DataDirectory& data) {
        Canary canary(chance());
        {
            Served served(data);
            taken_up_with(canary, served.port(), proposed_with(canary, served.port()));
            typed_in_vain(canary, served.port());
            CHECK(canary.given() > 12);
            CHECK_MESSAGE(listed(everywhere(canary, data)).empty(), "while it is served: " << listed(everywhere(canary, data)));
            served.kill();
        }
        CHECK_MESSAGE(listed(everywhere(canary, data)).empty(), "after kill -9: " << listed(everywhere(canary, data)));
        Served again(data);
        CHECK(again.stop() == 0);
        CHECK_MESSAGE(listed(everywhere(canary, data)).empty(), "after a stop: " << listed(everywhere(canary, data)));
        CHECK(std::filesystem::is_empty(data.temporary()));
        CHECK(std::filesystem::file_size(data.technical_log()) > 0);  // there was something to search
    });
}

TEST_CASE("A whole case with a canary in every text and file that its commands ask for leaves none to be read on the disk")
{
    on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        Canary canary(chance());
        Typist typist(world.program->site(), canary);
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        tale.retell = [&](const std::string& path, const std::string& json) { return typist.type(path, json); };
        const app::TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                                   {{"youth", "Robin", ""}, {"guardian", "Siv", ""}, {"guardian", "Ove", ""}}};
        const auto nomination = tale.propose(robin);
        tale.take_up(nomination);
        const auto number = tale.offer(nomination);
        tale.ask(number, robin);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, 2026y / 9 / 14, 13);
        tale.at(2026y / 9 / 14, 14, 30);
        tale.meet(number, 1, {1, 2, 3}, 2026y / 10 / 12);
        tale.at(2026y / 10 / 12, 14, 30);
        const auto later = 2026y / 11 / 20;
        tale.meet(number, 2, {1, 2, 3}, 2026y / 11 / 9, {{1, later}, {2, later}, {3, later}});
        tale.close(number, {1, 2}, {1, 2, 3});
        const auto second = tale.propose({"Kim", "Öberg", "201001082393", 2010y / 1 / 8, robin.signatories});
        tale.take_up(second);
        const auto other = tale.offer(second);
        tale.ask(other, robin);
        for (int line = 1; line <= 3; ++line) tale.sign(other, line);
        tale.withdraw(other, 2);

        // Typed into everything that was told, and it is there for the one who may read it.
        CHECK(typist.fields().size() > 25);
        std::string untold;
        for (const auto& field : typist.left_out()) untold += field + " ";
        INFO("fields that the tale does not fill in: ", untold);
        const auto page = tale.hand("sara.lind", "social_worker").get("/api/v1/cases/" + number + "/nomination");
        CHECK_FALSE(canary.in_text("answer", page).empty());
        world.house.log->settle();
        const auto found = everywhere(canary, world.folder(), world.house.paths);
        CHECK_MESSAGE(found.empty(), canary.given() << " canaries, found: " << listed(found));
    });
}

TEST_CASE("The search would find it: the same words typed into a column that is not sealed are seen")
{
    const DataDirectory data(storage::Engine::sqlite);
    Canary canary(chance());
    const auto store = app::open_data(data.paths(), app::read_config(data.paths().config()));
    store->write({[&](storage::Session& db) {
                      db.run("INSERT INTO counter (municipality, name, next) SELECT municipality, $1, 1 FROM municipality", canary.next());
                      return storage::Outcome::keep;
                  },
                  {}});
    const auto found = everywhere(canary, data);
    REQUIRE_FALSE(found.empty());
    CHECK(listed(found).find("lots.db") != std::string::npos);
}

TEST_CASE("D19 The served program leaves no core dump, and its files are for itself alone")
{
    const DataDirectory data(storage::Engine::sqlite);
    const Served served(data);
    std::ifstream limits("/proc/" + std::to_string(served.process()) + "/limits");
    std::string line, core;
    while (std::getline(limits, line))
        if (line.starts_with("Max core file size")) core = line;
    std::istringstream words(core.substr(std::string("Max core file size").size()));
    std::string soft, hard;
    words >> soft >> hard;
    CHECK(soft == "0");
    CHECK(hard == "0");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data.paths().folder)) {
        const auto inside = std::filesystem::relative(entry.path(), data.paths().folder).string();
        if (inside == "log" || inside.starts_with("log/")) continue;  // the published half
        CAPTURE(inside);
        CHECK((entry.status().permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) == std::filesystem::perms::none);
    }
    CHECK((std::filesystem::status(data.paths().folder).permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
}
