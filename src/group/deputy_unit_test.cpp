#include <doctest/doctest.h>

#include "group/commands.h"
#include "group/pages.h"
#include "support/faults.h"
#include "support/municipality.h"

// Which unit somebody comes from who stands in for the coordinator.
using namespace lots;
using namespace lots::group;
using test::fault_of;
using test::Municipality;

TEST_CASE("S4-19: who stands in comes from a unit that the municipality has chosen, or it is said why, for those who lead the case")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place, R"({"coordinator_units": ["soc-enhet"]})");
        town.add("lova", "Lova Alm", "skolan", access::Role::coordinator);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        const auto today = town.today();
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Känner Alex", "", {}})) == "none");
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true})) ==
                "none");
        const auto form = town.look("sara", parts, web::entry_of(appoint_deputy_command()).show);
        REQUIRE(static_cast<bool>(form));
        CHECK((*form).main.str().find("Kommunen har valt") != std::string::npos);

        AppointDeputy deputy{number, "lova", "Semester", next_day(today), add_days(today, 300), {}};
        CHECK(fault_of(town.run("sara", appoint_deputy_command(), deputy)) == "other_unit_reason");
        deputy.other_unit_reason = "Ingen på enheten hinner";
        CHECK(fault_of(town.run("sara", appoint_deputy_command(), deputy)) == "none");
        const auto shows = [&](const std::string& who) {
            const auto page = town.look(who, parts, members_page);
            REQUIRE(static_cast<bool>(page));
            const auto json = town.look(who, parts, members_json);
            REQUIRE(static_cast<bool>(json));
            const bool on_page = (*page).main.str().find("annan enhet: Ingen på enheten hinner") != std::string::npos;
            CHECK(((*json).find("Ingen på enheten hinner") != std::string::npos) == on_page);
            return on_page;
        };
        CHECK(shows("sara"));
        CHECK_FALSE(shows("jonas"));

        // From the chosen unit there is nothing to explain, and what was said of the one is not said of the other.
        town.set(today, 15);
        CHECK(fault_of(town.run("sara", end_deputy_command(), {number, "1"})) == "none");
        CHECK(fault_of(town.run("sara", appoint_deputy_command(), {number, "amir", "Semester", today, today, {}})) == "none");
        CHECK_FALSE(shows("sara"));
    });
}
