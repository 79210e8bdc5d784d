// Idempotency keys: the same command sent again is the same answer and happens once.
#include <doctest/doctest.h>

#include <thread>

#include "proof/inside.h"

using namespace lots;
using namespace lots::test;
using access::Role;

namespace {

constexpr auto nominations = "/api/v1/nominations";

std::int64_t proposals(World& world) { return number_in(world, "SELECT COUNT(*) FROM nomination"); }

}  // namespace

TEST_CASE("D13 The same key with the same body gives the same answer, and nothing happens twice")
{
    on_both(proof_day(), [](World& world) {
        auto school = caller_of(world, "elin.berg", Role::school);
        const auto body = proposal("en gång", "school_absence");
        const auto first = school.post(nominations, body, "key-1");
        REQUIRE(first.status == 201);
        for (int i = 0; i < 3; ++i) {
            const auto again = school.post(nominations, body, "key-1");
            CHECK(again.status == first.status);
            CHECK(again.body == first.body);
        }
        CHECK(proposals(world) == 1);
        // A key that was never used is another command.
        CHECK(school.post(nominations, body, "key-2").status == 201);
        CHECK(proposals(world) == 2);
    });
}

TEST_CASE("D13 The same key with another body is refused, and changes nothing")
{
    on_both(proof_day(), [](World& world) {
        auto school = caller_of(world, "elin.berg", Role::school);
        REQUIRE(school.post(nominations, proposal("den första", "school_absence"), "key-1").status == 201);
        const auto other = school.post(nominations, proposal("en annan", "school_absence"), "key-1");
        CHECK(other.status == 400);
        CHECK(other.body.find("F-1") == std::string::npos);
        CHECK(proposals(world) == 1);
    });
}

TEST_CASE("D13 A key belongs to the person who sent it: another person's is another")
{
    on_both(proof_day(), [](World& world) {
        auto elin = caller_of(world, "elin.berg", Role::school);
        auto omar = caller_of(world, "omar.farah", Role::school);
        const auto body = proposal("samma ord", "school_absence");
        const auto hers = elin.post(nominations, body, "key-1");
        const auto his = omar.post(nominations, body, "key-1");
        CHECK(hers.status == 201);
        CHECK(his.status == 201);
        CHECK(hers.body != his.body);
        CHECK(proposals(world) == 2);
    });
}

TEST_CASE("D13 A key belongs to its address: on another case it is another command")
{
    on_both(proof_day(), [](World& world) {
        const auto first = proposed(world, "ett"), second = proposed(world, "två");
        auto sara = caller_of(world, "sara.lind", Role::social_worker);
        CHECK(sara.post("/api/v1/cases/" + first + "/review", taking_up(), "key-1").status == 201);
        // Refused rather than answered with the first case's outcome.
        CHECK(sara.post("/api/v1/cases/" + second + "/review", taking_up(), "key-1").status == 400);
        CHECK(number_in(world, "SELECT COUNT(*) FROM review") == 1);
    });
}

TEST_CASE("D13 The same command sent eight times at once happens once, and all eight get the same answer")
{
    on_both(proof_day(), [](World& world) {
        const auto token = caller_of(world, "elin.berg", Role::school).token();
        const auto body = proposal("åtta på en gång", "school_absence");
        std::vector<HttpAnswer> answers(8);
        std::vector<std::thread> threads;
        for (auto& answer : answers)
            threads.emplace_back([&] { answer = Caller(world.port(), token).post(nominations, body, "key-1"); });
        for (auto& thread : threads) thread.join();
        for (const auto& answer : answers) {
            CHECK(answer.status == 201);
            CHECK(answer.body == answers[0].body);
        }
        CHECK(proposals(world) == 1);
    });
}

TEST_CASE("D13 A refused command is not remembered: corrected under the same key it is another body, under a new key it runs")
{
    on_both(proof_day(), [](World& world) {
        auto school = caller_of(world, "elin.berg", Role::school);
        const auto refused = school.post(nominations, proposal("fel skäl", "debut_age"), "key-1");
        CHECK((refused.status == 400 || refused.status == 422));
        CHECK(proposals(world) == 0);
        CHECK(school.post(nominations, proposal("rätt skäl", "school_absence"), "key-1").status == 201);
        CHECK(proposals(world) == 1);
    });
}

TEST_CASE("D13 A command that moved its case on, and so cannot be given again, is answered again to whoever still reads the case")
{
    on_both(proof_day(), [](World& world) {
        const auto number = proposed(world, "vidare");
        auto sara = caller_of(world, "sara.lind", Role::social_worker);
        const auto address = "/api/v1/cases/" + number + "/review";
        const auto first = sara.post(address, taking_up(), "key-1");
        REQUIRE(first.status == 201);
        const auto again = sara.post(address, taking_up(), "key-1");  // as after a crash that took the answer
        CHECK(again.status == 201);
        CHECK(again.body == first.body);
        CHECK(number_in(world, "SELECT COUNT(*) FROM review") == 1);
        CHECK(sara.post(address, taking_up(), "key-2").status == 404);  // as a new command it is not there
    });
}

TEST_CASE("D13 A replay decides access again: what the reader may no longer see is not told once more")
{
    on_both(proof_day(), [](World& world) {
        const auto number = proposed(world, "upprepad");
        auto sara = caller_of(world, "sara.lind", Role::social_worker);
        const auto address = "/api/v1/cases/" + number + "/review";
        const auto first = sara.post(address, taking_up(), "key-1");
        REQUIRE(first.status == 201);
        // She is moved out of the unit and off the case from one moment to the next.
        meddle(world, "INSERT INTO case_assignment_end (municipality, case_assignment, ended_at, made_by) "
                      "SELECT municipality, id, made_at, made_by FROM case_assignment");
        meddle(world, "UPDATE case_head SET owner_unit = (SELECT id FROM unit WHERE code = 'fritidsgardar')");
        const auto again = sara.post(address, taking_up(), "key-1");
        CHECK(again.status == 404);
        CHECK(again.body.find("under_review") == std::string::npos);
    });
}
