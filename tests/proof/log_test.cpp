// "Every read and act is logged first": one entry a request, an entry that was changed is found, no answer without an entry.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "audit/log.h"
#include "proof/inside.h"
#include "proof/served.h"

using namespace lots;
using namespace lots::test;
using access::Role;

namespace {

/// One of each kind of person who works with cases.
std::vector<std::pair<std::string, Role>> some_people()
{
    return {{"sara.lind", Role::social_worker}, {"petra.dahl", Role::police}, {"elin.berg", Role::school}, {"alex", Role::youth}, {"max.drift", Role::system_admin}};
}

void damage(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    in.close();
    REQUIRE(text.size() > 40);
    const auto at = text.find('\n') + 1;  // the size, behind the log's name
    text[at] = text[at] == '9' ? '8' : '9';
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

/// One byte of a BLOB changed: the first becomes another.
std::string flip(const World& world, const std::string& table, const std::string& column, const std::string& where)
{
    if (world.house.data->engine() == storage::Engine::postgresql)
        return "UPDATE " + table + " SET " + column + " = set_byte(" + column + ", 3, (get_byte(" + column + ", 3) + 1) % 256) WHERE " + where;
    return "UPDATE " + table + " SET " + column + " = CAST(substr(" + column + ", 1, 3) || x'21' || substr(" + column + ", 5) AS BLOB) WHERE " + where;
}

}  // namespace

TEST_CASE("Every signed-in request to every address leaves one entry in the log, whatever comes of it")
{
    on_both(proof_day(), [](World& world) {
        const auto number = proposed(world, "vandring");
        int requests = 0;
        for (const auto& [handle, role] : some_people()) {
            auto caller = caller_of(world, handle, role);
            for (const auto& line : world.program->site().lines()) {
                if (line.open) continue;
                const auto address = address_of(line.pattern, number);
                CAPTURE(handle);
                CAPTURE(address);
                const auto before = log_entries(world);
                const bool reads = line.method == http::Method::get;
                const auto answer = reads ? caller.get(address) : caller.post_nothing(address);
                CHECK(answer.status != 0);
                CHECK(answer.status < 500);
                CHECK(answer.status != 401);
                CHECK(log_entries(world) == before + 1);
                ++requests;
            }
        }
        CHECK(requests > 20);
    });
}

TEST_CASE("Without a session nothing is answered and nothing is logged as if somebody had been there")
{
    on_both(proof_day(), [](World& world) {
        const auto number = proposed(world, "ingen inloggad");
        const auto before = log_entries(world);
        Caller nobody(world.port(), "not-a-session-token-of-anybody-0123456789ab");
        for (const auto& line : world.program->site().lines()) {
            if (line.open) continue;
            const auto address = address_of(line.pattern, number);
            CAPTURE(address);
            const auto answer = line.method == http::Method::get ? nobody.get(address) : nobody.post_nothing(address);
            CHECK((answer.status == 401 || answer.status == 303));
            CHECK(answer.body.find("ingen inloggad") == std::string::npos);
        }
        CHECK(log_entries(world) == before);
    });
}

TEST_CASE("lots verify-log holds after work, and names the entry, the tree node or the checkpoint in which one byte is another")
{
    on_both(proof_day(), [](World& world) {
        for (int i = 0; i < 6; ++i) proposed(world, "verifiera " + std::to_string(i));
        world.house.log->settle();
        const std::vector<std::string> verify{"verify-log", "--data", world.house.paths.folder.string()};
        const auto good = run_lots(verify);
        CHECK(good.code == 0);
        CHECK_MESSAGE(good.said.find("PROBLEM") == std::string::npos, good.said);

        const auto problems = [&] {
            std::string all;
            for (const auto& one : audit::verify(*world.house.data, world.house.paths.log(), {}).problems) all += one + "\n";
            return all;
        };
        REQUIRE(problems().empty());

        tamper(world, "log_entry", flip(world, "log_entry", "leaf", "seq = 2"));
        CHECK(problems().find("entry 2 does not have the hash it was given") != std::string::npos);
        const auto bad = run_lots(verify);
        CHECK(bad.code == 1);
        CHECK_MESSAGE(bad.said.find("entry 2") != std::string::npos, bad.said);
    });
    on_both(proof_day(), [](World& world) {
        for (int i = 0; i < 3; ++i) proposed(world, "knut " + std::to_string(i));
        world.house.log->settle();
        tamper(world, "log_node", flip(world, "log_node", "hash", "position = 0"));
        const auto found = audit::verify(*world.house.data, world.house.paths.log(), {});
        REQUIRE(found.problems.size() == 1);
        CHECK(found.problems[0].find("entries 0 to 1: their tree node is another") != std::string::npos);
    });
    on_both(proof_day(), [](World& world) {
        for (int i = 0; i < 3; ++i) proposed(world, "kontrollpunkt " + std::to_string(i));
        world.house.log->settle();
        damage(world.house.paths.log() / "checkpoint");
        const auto found = audit::verify(*world.house.data, world.house.paths.log(), {});
        REQUIRE_FALSE(found.problems.empty());
        CHECK(found.problems[0].find("the published checkpoint") != std::string::npos);
    });
}

TEST_CASE("When the log cannot be written, reading and writing answer 503 and show nothing")
{
    const std::vector<std::pair<const char*, const char*>> breaks{
        {"CREATE TRIGGER broken BEFORE INSERT ON log_pending BEGIN SELECT RAISE(ABORT, 'no'); END",
         "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END'; "
         "CREATE TRIGGER broken BEFORE INSERT ON log_pending FOR EACH ROW EXECUTE FUNCTION broken()"},
        {"ALTER TABLE log_pending RENAME TO log_elsewhere", "ALTER TABLE log_pending RENAME TO log_elsewhere"},
    };
    for (const auto& [on_sqlite, on_postgresql] : breaks) {
        on_both(proof_day(), [&](World& world) {
            const auto number = proposed(world, "ologgad");
            auto school = caller_of(world, "elin.berg", Role::school);
            const auto address = "/api/v1/cases/" + number + "/nomination", page = "/arende/" + number + "/forslag";
            REQUIRE(school.get(address).body.find("ologgad") != std::string::npos);
            REQUIRE(school.get(page).body.find("ologgad") != std::string::npos);
            const auto cases = number_in(world, "SELECT COUNT(*) FROM sig_case");

            const auto* broken = world.house.data->engine() == storage::Engine::sqlite ? on_sqlite : on_postgresql;
            CAPTURE(broken);
            meddle(world, broken);
            for (const auto& answer : {school.get(address), school.get(page), school.get("/mina-forslag"), school.get("/api/v1/nominations"),
                                       school.post("/api/v1/nominations", proposal("ologgad igen", "school_absence"))}) {
                CHECK(answer.status == 503);
                CHECK(answer.header("retry-after") != "");
                CHECK(answer.body.find("ologgad") == std::string::npos);
                CHECK(answer.body.find(number) == std::string::npos);
            }
            CHECK(number_in(world, "SELECT COUNT(*) FROM sig_case") == cases);
        });
    }
}

TEST_CASE("When entries cannot get their place in the tree, SQLite answers 503, and what was refused is not kept")
{
    World world(storage::Engine::sqlite, proof_day());
    const auto number = proposed(world, "utan plats");
    auto school = caller_of(world, "elin.berg", Role::school);
    const auto before = number_in(world, "SELECT COUNT(*) FROM sig_case");
    meddle(world, "CREATE TRIGGER broken BEFORE INSERT ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'no'); END");
    CHECK(school.get("/api/v1/cases/" + number + "/nomination").status == 503);
    CHECK(school.post("/api/v1/nominations", proposal("utan plats", "school_absence")).status == 503);
    CHECK(number_in(world, "SELECT COUNT(*) FROM sig_case") == before);
}
