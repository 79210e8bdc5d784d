#include <doctest/doctest.h>

#include "steering/pages.h"
#include "steering/store.h"
#include "support/municipality.h"
#include "web/command.h"

using namespace lots;
using namespace lots::steering;
using test::Municipality;

namespace {

std::string page_of(Municipality& town, const std::string& who)
{
    const auto page = town.look(who, {}, follow_up_page);
    REQUIRE(static_cast<bool>(page));
    return (*page).main.str();
}

std::string json_of(Municipality& town, const std::string& who)
{
    const auto json = town.look(who, {}, follow_up_json);
    REQUIRE(static_cast<bool>(json));
    return *json;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

template <class Count>
auto counted(Municipality& town, Count count)
{
    return town.look("sara", {}, [&](access::Work& work, const web::Asked&) { return count(work); });
}

}  // namespace

TEST_CASE("S1-36 The follow-up tells of no name and no case, and is not for who looks after accounts")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        for (const auto* who : {"sara", "jonas", "karin"}) {
            const auto page = page_of(town, who) + json_of(town, who);
            for (const auto& secret :
                 {std::string("Alex"), std::string("Ternström"), number, std::string("Sara Lind"), std::string("F-1")}) {
                CAPTURE(secret);
                CHECK_FALSE(has(page, secret));
            }
        }
        const auto refused = town.look("rut", {}, follow_up_page);
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().as<NotFound>() != nullptr);
    });
}

TEST_CASE("settled-31 The local steering group has the counts of cases as they are; all others, and programs, have the "
          "small ones hidden")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.add("erik", "Erik Lund", "privat", access::Role::steering_group);
        town.case_in_forming();
        const auto exact = page_of(town, "erik");
        CHECK(has(exact, "Föreslagna och pågående, för varje stadsdel"));
        const auto hidden = page_of(town, "sara");
        CHECK_FALSE(has(hidden, "Föreslagna och pågående, för varje stadsdel"));
        CHECK(has(hidden, "visas inte"));
        CHECK(has(json_of(town, "erik"), R"({"state":"forming","cases":null})"));
        CHECK(has(json_of(town, "erik"), R"("cases":null,"ended_by_reason")"));
    });
}

TEST_CASE("S4-48 Cases are counted by state, and belong to the district of the unit that has them")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.case_in_forming();
        auto cases = counted(town, cases_today);
        REQUIRE(cases.size() == 1);
        CHECK(cases.front().count == 1);
        CHECK(cases.front().place == Place{});
        const auto work_in = [&](const std::string& code, const std::string& name) {
            town.in_unit([&](storage::Session& db) {
                const auto id = RecordId::make(town.house.random);
                db.run("INSERT INTO district (municipality, id, code, name, made_at) VALUES ($1, $2, $3, $4, $5)", town.here,
                       id, code, name, town.house.now);
                db.run("INSERT INTO unit_district (municipality, unit, district, made_at) VALUES ($1, $2, $3, $4)",
                       town.here, town.units.at("soc"), id, town.house.now);
            });
        };
        work_in("norr", "Norra Ekvik");
        CHECK(counted(town, cases_today).front().place == Place{false, "Norra Ekvik"});
        work_in("soder", "Södra Ekvik");
        CHECK(counted(town, cases_today).front().place == Place{true, {}});
    });
}

TEST_CASE("S1-36 A case is proposed, consents and is counted in the quarter in which it did so, and in no other")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.case_in_forming();
        const auto now = quarter_of(town.today());
        const auto flow = counted(town, [&](access::Work& work) { return flow_in(work, now); });
        CHECK(flow.proposed == 1);
        CHECK(flow.consented == 1);
        CHECK(flow.closed == 0);
        const auto earlier = counted(town, [&](access::Work& work) { return flow_in(work, before(now)); });
        CHECK(earlier.proposed == 0);
        CHECK(earlier.consented == 0);
    });
}

TEST_CASE("settled-30 What agencies are late with is counted for each of them; the young person's own never is")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto late = counted(town, late_by_agency);
        REQUIRE(late.size() == 4);  // those that take part: no line for the accounts of the family
        for (const auto& one : late) CHECK(one.late == 0);
        CHECK(has(page_of(town, "sara"), "Inget åtagande är försenat i dag."));
        CHECK(has(page_of(town, "sara"), "egna åtaganden räknas aldrig här"));
    });
}
