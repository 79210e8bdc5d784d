#include <doctest/doctest.h>

#include "cases/record.h"
#include "group/commands.h"
#include "group/coordination_page.h"
#include "group/pages.h"
#include "group/store.h"
#include "guideline/requirements.h"
#include "support/faults.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::group;
using access::Operation;
using test::fault_of;
using test::Municipality;

namespace {

std::string coordinator_of(Municipality& town, const std::string& number)
{
    const auto name = town.as("sara", [&](access::Work& work) -> Result<std::string> {
        const auto permit = access::permit<Operation::read_members>(work, number);
        if (!permit) return permit.error();
        const auto holder = cases::holder(*permit, "coordinator");
        return holder ? holder->name : std::string{};
    });
    return *name;
}

}  // namespace

TEST_CASE("S1-72: appointing a coordinator replaces the one before, whose access ends in the same second")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        CHECK(fault_of(town.look("amir", parts, members_page)) == "not found");
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}})) == "none");
        CHECK(coordinator_of(town, number) == "Amir Haddad");
        CHECK(static_cast<bool>(town.look("amir", parts, members_page)));
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Igen", "Inget", {}})) == "person");
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Tar över", "", {}})) == "hand_over");
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "jonas", "Polis", "Allt", {}})) == "person");
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Tar över", "Allt är överlämnat", {}})) == "none");
        CHECK(coordinator_of(town, number) == "Sara Lind");
        CHECK(fault_of(town.look("amir", parts, members_page)) == "not found");
        // The coordinator leaves only by being replaced.
        CHECK(fault_of(town.run("sara", end_membership_command(), {number, "2", "Slutar", {}})) == "refused");
    });
}

TEST_CASE("S1-72: who appoints sees how many groups each one holds already")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        town.in_unit([&](storage::Session& db) {  // the list's own copy of the state, which only the steps of a real case write
            db.run("UPDATE case_head SET state = 'forming' WHERE municipality = $1", town.here);
        });
        const auto shown = [&] {
            const auto page = town.look("sara", {{"case", number}}, web::entry_of(appoint_coordinator_command()).show);
            REQUIRE(static_cast<bool>(page));
            return (*page).main.str();
        };
        CHECK(shown().find("Samordnar en grupp.") == std::string::npos);
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}})) == "none");
        const auto again = shown();
        CHECK(again.find("Samordnar en grupp.") != std::string::npos);
        CHECK(again.find("Samordnar ingen grupp.") != std::string::npos);  // Sara
        CHECK(again.find("Kommunen har valt") == std::string::npos);
        // Who is replaced holds it no more.
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Tar över", "Allt är överlämnat", {}})) == "none");
        const auto own = town.look("amir", {}, coordination_page);
        REQUIRE(static_cast<bool>(own));
        CHECK((*own).main.str().find("Du samordnar ingen grupp just nu.") != std::string::npos);
        const auto managed = town.look("karin", {}, coordination_json);
        REQUIRE(static_cast<bool>(managed));
        CHECK((*managed).find(R"("name":"Sara Lind","unit":"Socialtjänsten, Enheten","groups":1,"of_own_unit":1)") != std::string::npos);
        CHECK((*managed).find("Amir Haddad") == std::string::npos);
        for (const auto* other : {"jonas", "alex"}) CHECK(fault_of(town.look(other, {}, coordination_page)) == "not found");
    });
}

TEST_CASE("S4-19: a coordinator from a unit that the municipality has not chosen is appointed with a reason, for those who lead the case")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place, R"({"coordinator_units": ["soc-enhet"]})");
        town.add("lova", "Lova Alm", "skolan", access::Role::coordinator);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        const auto form = town.look("sara", parts, web::entry_of(appoint_coordinator_command()).show);
        REQUIRE(static_cast<bool>(form));
        CHECK((*form).main.str().find("Kommunen har valt") != std::string::npos);

        AppointCoordinator appoint{number, "lova", "Känner Alex", "", {}};
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), appoint)) == "other_unit_reason");
        appoint.other_unit_reason = "Ingen på enheten hinner";
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), appoint)) == "none");
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true})) == "none");
        const auto shows = [&](const std::string& who) {
            const auto page = town.look(who, parts, members_page);
            REQUIRE(static_cast<bool>(page));
            return (*page).main.str().find("Ingen på enheten hinner") != std::string::npos;
        };
        CHECK(shows("sara"));
        CHECK_FALSE(shows("jonas"));

        // From the chosen unit there is nothing to explain, and what was said of the one before is not said of this one.
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Tar över", "Allt är överlämnat", {}})) == "none");
        CHECK_FALSE(shows("sara"));
    });
}

TEST_CASE("S0-13, S0-54: only agencies that the consent names; members see who takes part but not why")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        const auto refused = town.run("sara", add_member_command(), {number, "ali", "leisure_leader", "Boxningstränare", true});
        REQUIRE(fault_of(refused) == "refused");
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::consent_names_agency));
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::agency_concerned));
        CHECK(fault_of(town.run("jonas", add_member_command(), {number, "elin", "teacher", "Lärare", true})) == "not found");
        CHECK(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Områdespolis som känner Alex", true})) == "none");
        CHECK(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "En gång till", true})) == "person");

        const auto officer = town.look("sara", parts, members_page), member = town.look("jonas", parts, members_page);
        REQUIRE(static_cast<bool>(officer));
        REQUIRE(static_cast<bool>(member));
        CHECK((*officer).main.str().find("Områdespolis som känner Alex") != std::string::npos);
        CHECK((*member).main.str().find("Jonas Ek") != std::string::npos);
        CHECK((*member).main.str().find("Områdespolis som känner Alex") == std::string::npos);
        const auto json = town.look("jonas", parts, members_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find("reason") == std::string::npos);
        CHECK((*json).find("\"agency\":\"polisen\"") != std::string::npos);
    });
}

TEST_CASE("T9: planning begins with coordinator, social services and police; an agency without anybody is explained")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}})) == "none");
        CHECK(fault_of(town.run("amir", start_planning_command(), {number, "Skolan utser någon i veckan"})) == "refused");
        REQUIRE(fault_of(town.run("amir", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true})) == "none");
        CHECK(fault_of(town.run("amir", start_planning_command(), {number, ""})) == "missing_reason");
        CHECK(fault_of(town.run("amir", start_planning_command(), {number, "Skolan utser någon i veckan"})) == "none");
        CHECK(fault_of(town.run("amir", start_planning_command(), {number, "Igen"})) == "not found");
    });
}

TEST_CASE("A membership ends with the consent's last day, and every form is drawn in both languages")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true})) == "none");
        const web::PathParts parts{{"case", number}, {"number", "1"}};
        const auto show = [&](const web::CommandEntry& entry) {
            for (const auto language : {Language::sv, Language::en}) CHECK_FALSE(entry.schema(language).empty());
            const auto page = town.look("sara", parts, entry.show);
            CHECK(static_cast<bool>(page));
        };
        show(web::entry_of(appoint_coordinator_command()));
        show(web::entry_of(add_member_command()));
        show(web::entry_of(end_membership_command()));
        show(web::entry_of(start_planning_command()));

        town.set(add_days(town.today(), 365));
        CHECK(static_cast<bool>(town.look("jonas", parts, members_page)));
        town.set(add_days(town.today(), 1));
        CHECK(fault_of(town.look("jonas", parts, members_page)) == "not found");
    });
}

TEST_CASE("edge-4.14: a guardian of the case is added neither as member nor as coordinator, and reads nothing of it as staff")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming({"soc", "polisen", "skolan"}, true);
        const web::PathParts parts{{"case", number}};
        // Elin of the school and Amir of social services are listed as the young person's guardians, by their accounts.
        town.in_unit([&](storage::Session& db) {
            const auto id = *db.one("SELECT case_id FROM case_number WHERE number = $1", [](const storage::Row& row) { return row.get<CaseId>(0); },
                                    number);
            int at = 10;
            for (const auto* who : {"elin", "amir"})
                db.run("INSERT INTO signatory (municipality, id, case_id, number, role, person, name_sealed, protected_identity, "
                       "custody_source, custody_checked_on, language_sealed, added_at, added_by) VALUES ($1, $2, $3, $4, 'guardian', $5, $6, "
                       "'none', 'population_register', $7, $6, $8, $9)",
                       town.here, SignatoryId::make(town.house.random), id, at++, town.people.at(who), Bytes(8, 1), town.today(),
                       town.house.now - std::chrono::hours(1), town.people.at("sara"));
        });
        for (const auto& refused : {town.run("sara", add_member_command(), {number, "elin", "teacher", "Lärare", true}),
                                    town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "Allt", {}})}) {
            REQUIRE(fault_of(refused) == "refused");
            CHECK(refused.error().as<Refused>()->decision.lacks(guideline::no_conflict));
        }
        // Somebody who had a part before being listed is out at once, whatever role that part was in.
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO case_assignment (municipality, id, case_id, person, unit, duty, from_day, made_at, made_by) "
                   "SELECT municipality, $1, case_id, $2, $3, 'officer', $4, $5, $2 FROM case_number WHERE number = $6",
                   RecordId::make(town.house.random), town.people.at("amir"), town.units.at("soc"), town.today(), town.house.now, number);
        });
        CHECK(fault_of(town.look("amir", parts, members_page)) == "not found");
    });
}

TEST_CASE("edge-4.26: while a case rests somebody leaves and the coordinator is replaced; nobody is added")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}})) == "none");
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true})) == "none");
        town.set(add_days(town.today(), 366));  // the consent has run out

        const auto page = town.look("sara", parts, members_page);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).main.str().find("deltagare/samordnare") != std::string::npos);
        CHECK((*page).main.str().find("deltagare/2/avsluta") != std::string::npos);
        CHECK((*page).main.str().find("deltagare/lagg-till") == std::string::npos);

        const auto refused = town.run("sara", add_member_command(), {number, "elin", "teacher", "Lärare", true});
        REQUIRE(fault_of(refused) == "refused");
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::consent_names_agency));
        CHECK(fault_of(town.run("jonas", end_membership_command(), {number, "2", "Byter tjänst", {}})) == "not found");
        CHECK(fault_of(town.run("sara", end_membership_command(), {number, "2", "Byter tjänst", {}})) == "none");
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Amir slutar", "Allt är överlämnat", {}})) == "none");
        CHECK(coordinator_of(town, number) == "Sara Lind");
        CHECK(fault_of(town.look("jonas", parts, members_page)) == "not found");
    });
}

TEST_CASE("S1-72: a coordinator who has left is none: the group says so and gets another one, also while the case rests")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        const auto coordinators = [&] {
            return *town.as("sara", [&](access::Work& work) -> Result<int> {
                const auto permit = access::permit<Operation::read_members>(work, number);
                if (!permit) return permit.error();
                return facts_of(*permit).coordinators;
            });
        };
        const auto says = [&](const std::string& part) {
            const auto page = town.look("sara", parts, members_page);
            REQUIRE(static_cast<bool>(page));
            return (*page).main.str().find(part) != std::string::npos;
        };
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}})) == "none");
        CHECK(coordinators() == 1);
        CHECK_FALSE(says("har inte längre uppdraget på enheten"));

        town.leaves("amir");
        CHECK(coordinators() == 0);
        CHECK(coordinator_of(town, number).empty());
        CHECK(says("Amir Haddad samordnade gruppen och har inte längre uppdraget på enheten. Utse en ny samordnare."));
        CHECK_FALSE(says("deltagare/1/avsluta"));
        // There is nobody to stand in for, and nobody leaves the group without a coordinator after them.
        CHECK(fault_of(town.run("sara", appoint_deputy_command(),
                                {number, "sara", "Känner Alex", town.today(), add_days(town.today(), 5), {}})) == "refused");
        CHECK(fault_of(town.run("sara", end_membership_command(), {number, "1", "Har slutat", {}})) == "refused");
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Känner Alex", "", {}})) == "hand_over");

        town.set(add_days(town.today(), 366));  // the consent has run out
        CHECK(says("deltagare/samordnare"));
        CHECK(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Amir har slutat", "Allt finns i akten", {}})) == "none");
        CHECK(coordinator_of(town, number) == "Sara Lind");
        CHECK_FALSE(says("har inte längre uppdraget på enheten"));
    });
}
