#include <algorithm>

#include <doctest/doctest.h>

#include "organisation/assignments.h"
#include "organisation/people_commands.h"
#include "organisation/people_pages.h"
#include "organisation/rules.h"
#include "organisation/store.h"
#include "support/faults.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::organisation;
using test::fault_of;
using test::Municipality;

namespace {

std::string unit_seen(Municipality& town, const std::string& who, const std::string& unit)
{
    const auto page = town.look(who, {{"unit", unit}}, unit_page);
    return page ? (*page).main.str() : fault_of(page);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE(
    "An administrator of an agency sees and changes the people of the own agency; one of the installation those of all")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.add("max", "Max Storm", "privat", access::Role::system_admin);
        CHECK(unit_seen(town, "sara", "soc-enhet") == "not found");
        CHECK(unit_seen(town, "rut", "soc-enhet") == "not found");
        CHECK(has(unit_seen(town, "max", "soc-enhet"), "Sara Lind"));
        CHECK(has(unit_seen(town, "rut", "privat-enhet"), "Rut Hall"));
        // That somebody has an account of the family says what somebody is.
        for (const auto* who : {"rut", "max"}) {
            CHECK_FALSE(has(unit_seen(town, who, "privat-enhet"), "Alex"));
            CHECK_FALSE(has(unit_seen(town, who, "privat-enhet"), "Tore Blom"));
        }
        const AddPerson nils{"soc-enhet", "nils", "Nils Al", "", "", "social_worker", town.today()};
        CHECK(fault_of(town.run("rut", add_person_command(), nils)) == "not found");
        CHECK(fault_of(town.run("max", add_person_command(), nils)) == "none");
        CHECK(fault_of(town.run("max", add_person_command(), nils)) == "handle");
        CHECK(has(unit_seen(town, "max", "soc-enhet"), "Nils Al"));
    });
}

TEST_CASE("Nobody gives or ends an assignment of their own")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.add("max", "Max Storm", "privat", access::Role::system_admin);
        const auto give = [&](const char* who, const char* to, const char* role) {
            return fault_of(town.run(who, give_assignment_command(), {"privat-enhet", to, role, town.today()}));
        };
        CHECK(give("rut", "rut", "log_reviewer") == "handle");
        CHECK(give("max", "rut", "log_reviewer") == "none");
        CHECK(give("rut", "max", "archivist") == "none");
        CHECK(give("max", "max", "archivist") == "handle");
        const auto end = [&](const char* who, const std::string& whose, std::string_view role) {
            const auto number = town.look("max", {}, [&](access::Work& work, const web::Asked&) {
                for (const auto& one : assignments_in(work, town.units.at("privat")))
                    if (one.handle == whose && access::name(one.role) == role) return std::to_string(one.number);
                return std::string("0");
            });
            return fault_of(town.run(who, end_assignment_command(), {"privat-enhet", number, town.today()}));
        };
        CHECK(end("rut", "rut", "log_reviewer") == "last_day");
        CHECK(end("max", "rut", "log_reviewer") == "none");
        CHECK(end("max", "rut", "log_reviewer") == "not found");  // it has ended already
        CHECK(end("rut", "max", "system_admin") == "not found");  // only one of their own ends that
    });
}

TEST_CASE("A role is given where it belongs, by who may give it, and never to an account of the family")
{
    CHECK(may_give(access::Role::organisation_admin, access::Role::social_worker));
    CHECK_FALSE(may_give(access::Role::organisation_admin, access::Role::system_admin));
    CHECK(may_give(access::Role::system_admin, access::Role::system_admin));
    for (const auto role : {access::Role::youth, access::Role::guardian, access::Role::helper}) {
        CHECK_FALSE(may_give(access::Role::organisation_admin, role));
        CHECK_FALSE(may_give(access::Role::system_admin, role));
    }
    CHECK(sets_profile("social_services"));
    CHECK_FALSE(sets_profile("police"));
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto give = [&](const char* to, const char* role) {
            return fault_of(town.run("rut", give_assignment_command(), {"privat-enhet", to, role, town.today()}));
        };
        CHECK(give("ali", "police") == "role");
        CHECK(give("ali", "system_admin") == "role");
        CHECK(give("ali", "youth") == "role");
        CHECK(give("alex", "agency_staff") == "handle");
        CHECK(give("nobody", "agency_staff") == "handle");
        CHECK(give("ali", "agency_staff") == "none");
        CHECK(give("ali", "agency_staff") == "role");  // has it already
    });
}

TEST_CASE("S4-31, S4-34 An agency and a unit of it are added, with what the unit does and where it works")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        CHECK(fault_of(town.run("sara", add_agency_command(), {"health", "Barnhälsan", "barnhalsan", ""})) == "not found");
        CHECK(fault_of(town.run("rut", add_agency_command(), {"health", "Barnhälsan", "barnhalsan", "Hälsonämnden"})) ==
              "none");
        CHECK(fault_of(town.run("rut", add_agency_command(), {"health", "Barnhälsan", "barnhalsan", ""})) == "code");
        CHECK(fault_of(town.run("rut", add_unit_command(), {"barnhalsan", "Teamet", "teamet", {"carries_out"}, {}})) ==
              "none");
        CHECK(fault_of(town.run("rut", add_unit_command(), {"nowhere", "Teamet", "ett-till", {}, {}})) == "not found");
        const auto page = town.look("rut", {}, organisation_page);
        REQUIRE(static_cast<bool>(page));
        const auto text = (*page).main.str();
        for (const auto* part : {"Barnhälsan", "Hälsonämnden", "Teamet", "utför"}) {
            CAPTURE(part);
            CHECK(has(text, part));
        }
    });
}

TEST_CASE("The place of the family's own accounts gets no new unit, on the page or by the command; another agency of its "
          "kind does")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("rut", add_agency_command(), {"other", "Stadsmissionen", "mission", ""})) == "none");
        const auto page = town.look("rut", {}, organisation_page);
        REQUIRE(static_cast<bool>(page));
        const auto text = (*page).main.str();
        CHECK(has(text, "/organisation/myndigheter/soc/ny-enhet"));
        CHECK(has(text, "/organisation/myndigheter/mission/ny-enhet"));
        CHECK(has(text, "Egna konton"));
        CHECK_FALSE(has(text, "/organisation/myndigheter/privat/ny-enhet"));
        const auto form = [&](const char* agency) {
            return fault_of(town.look("rut", {{"agency", agency}}, web::entry_of(add_unit_command()).show));
        };
        // Nor is it anybody to choose where an agency is asked for: it does nothing of its own.
        const auto options = town.look("rut", {}, [](access::Work& work, const web::Asked&) { return agency_options(work); });
        CHECK(std::ranges::count(options, "mission", &form::Option::value) == 1);
        CHECK(std::ranges::count(options, "privat", &form::Option::value) == 0);
        CHECK(form("mission") == "none");
        CHECK(form("privat") == "not found");
        CHECK(fault_of(town.run("rut", add_unit_command(), {"mission", "Teamet", "teamet", {}, {}})) == "none");
        CHECK(fault_of(town.run("rut", add_unit_command(), {"privat", "Fler konton", "fler-konton", {}, {}})) ==
              "not found");
    });
}
