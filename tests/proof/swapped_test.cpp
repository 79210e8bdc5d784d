// What lies in the database where it does not belong is refused, shown to nobody, and named by the doctor.
#include <doctest/doctest.h>

#include "proof/inside.h"
#include "proof/served.h"

using namespace lots;
using namespace lots::test;
using access::Role;

namespace {

/// As a new process would start: with no key in memory.
void restart(World& world)
{
    world.server.reset();
    world.program.reset();
    const auto paths = world.house.paths;
    world.house.log.reset();
    world.house.vault.reset();
    world.house.data.reset();
    world.house.keys.reset();
    if (world.house.config.engine == storage::Engine::postgresql) meddle(world, "UPDATE log_lease SET until = 0");
    world.house = app::House::open(paths, app::House::Sequencing::run);
    world.program = std::make_unique<app::Program>(world.house, world.here, world.clock);
    world.server = std::make_unique<RunningServer>(
        [&world](const http::Request& request) { return world.program->site().answer(request); });
}

/// The case answers with a failure on our side on page and API, and shows none of the words.
void refuses(World& world, const std::string& number, const std::vector<std::string>& words)
{
    auto sara = caller_of(world, "sara.lind", Role::social_worker);
    const auto entries = log_entries(world);
    for (const std::string& address : {"/arende/" + number + "/forslag", "/api/v1/cases/" + number + "/nomination"}) {
        CAPTURE(address);
        const auto answer = sara.get(address);
        CHECK(answer.status == 500);
        for (const auto& word : words) CHECK(answer.body.find(word) == std::string::npos);
    }
    CHECK(log_entries(world) == entries + 2);  // that somebody met it is in the log
}

void reads(World& world, const std::string& number, const std::string& words)
{
    auto sara = caller_of(world, "sara.lind", Role::social_worker);
    CHECK(sara.get("/api/v1/cases/" + number + "/nomination").body.find(words) != std::string::npos);
}

/// The id of that proposal's row, in hexadecimal.
std::string row_of(World& world, const std::string& number)
{
    std::string id;
    world.house.data->read([&](storage::Session& db) {
        id = db.one(
                   "SELECT n.id FROM nomination n JOIN sig_case c ON c.municipality = n.municipality AND c.id = n.case_id "
                   "WHERE c.nomination_number = $1",
                   [](const storage::Row& row) { return to_hex(row.get<Bytes>(0)); }, std::stoi(number.substr(2)))
                 .value();
    });
    return id;
}

}  // namespace

TEST_CASE("A text copied from one case to another in SQL is not shown, and the doctor names table, column and row")
{
    on_both(proof_day(), [](World& world) {
        const auto first = proposed(world, "Ettans"), second = proposed(world, "Tvåans");
        tamper(world, "nomination",
               "UPDATE nomination SET reason_sealed = (SELECT o.reason_sealed FROM nomination o JOIN sig_case c ON c.id = "
               "o.case_id "
               "WHERE c.nomination_number = 1) WHERE case_id = (SELECT id FROM sig_case WHERE nomination_number = 2)");
        refuses(world, second, {"Ettans", "Tvåans"});
        reads(world, first, "Ettans");
        const auto problems = problems_of(world);
        CHECK_MESSAGE(problems.find("nomination.reason_sealed") != std::string::npos, problems);
        CHECK_MESSAGE(problems.find(row_of(world, second)) != std::string::npos, problems);
        CHECK_MESSAGE(problems.find(row_of(world, first)) == std::string::npos, problems);
        CHECK(problems.find("Ettans") == std::string::npos);
        // The program that operators run says the same.
        const auto doctor = run_lots({"doctor", "--data", world.house.paths.folder.string()});
        CHECK(doctor.code == 1);
        CHECK_MESSAGE(doctor.said.find("nomination.reason_sealed of row " + row_of(world, second)) != std::string::npos,
                      doctor.said);
    });
}

TEST_CASE("Two texts of one row that changed places in SQL are not shown, and the doctor names both, even in the only row "
          "there is")
{
    on_both(proof_day(), [](World& world) {
        const auto only = proposed(world, "Omkastad");
        tamper(world, "nomination",
               "UPDATE nomination SET why_sig_sealed = weighing_sealed, weighing_sealed = why_sig_sealed");
        refuses(world, only, {"Omkastad"});
        const auto problems = problems_of(world);
        CHECK_MESSAGE(problems.find("nomination.why_sig_sealed of row " + row_of(world, only)) != std::string::npos,
                      problems);
        CHECK_MESSAGE(problems.find("nomination.weighing_sealed of row " + row_of(world, only)) != std::string::npos,
                      problems);
        CHECK_MESSAGE(problems.find("reason_sealed") == std::string::npos, problems);
    });
}

TEST_CASE("A case given another young person's row in SQL shows neither")
{
    on_both(proof_day(), [](World& world) {
        proposed(world, "Aron"), proposed(world, "Bosse");
        tamper(world, "youth_identity",
               "UPDATE youth_identity SET given_name_sealed = (SELECT i.given_name_sealed FROM youth_identity i JOIN "
               "sig_case c "
               "ON c.youth = i.youth WHERE c.nomination_number = 1) WHERE youth = (SELECT youth FROM sig_case WHERE "
               "nomination_number = 2)");
        auto sara = caller_of(world, "sara.lind", Role::social_worker);
        const auto page = sara.get("/arende/F-2/forslag");
        CHECK(page.status == 500);
        CHECK(page.body.find("Aron") == std::string::npos);
        CHECK(page.body.find("Bosse") == std::string::npos);
        const auto problems = problems_of(world);
        CHECK_MESSAGE(problems.find("youth_identity.given_name_sealed") != std::string::npos, problems);
    });
}

TEST_CASE("A case whose key is missing shows nothing after the next start, and the doctor says that a key is missing")
{
    on_both(proof_day(), [](World& world) {
        const auto first = proposed(world, "Ettans"), second = proposed(world, "Tvåans");
        RetentionUnitId unit;
        world.house.data->read([&](storage::Session& db) {
            unit = db.one("SELECT social_unit FROM sig_case WHERE nomination_number = 2", [](const storage::Row& row) {
                         return row.get<RetentionUnitId>(0);
                     }).value();
        });
        world.house.keys->write({[&](storage::Session& db) {
                                     db.run("DELETE FROM retention_key WHERE unit = $1", unit);
                                     return storage::Outcome::keep;
                                 },
                                 {}});
        restart(world);
        refuses(world, second, {"Tvåans"});
        reads(world, first, "Ettans");
        const auto problems = problems_of(world);
        CHECK_MESSAGE(problems.find("1 keys are missing") != std::string::npos, problems);
        CHECK_MESSAGE(problems.find("nomination.reason_sealed of row " + row_of(world, second)) != std::string::npos,
                      problems);
    });
}
