#include <doctest/doctest.h>

#include "organisation/areas.h"
#include "organisation/group_commands.h"
#include "organisation/group_pages.h"
#include "organisation/profile.h"
#include "organisation/profiles.h"
#include "support/faults.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::organisation;
using test::fault_of;
using test::Municipality;

namespace {

std::string page_of(Municipality& town, const std::string& who)
{
    const auto page = town.look(who, {}, groups_page);
    REQUIRE(static_cast<bool>(page));
    return (*page).main.str();
}

}  // namespace

TEST_CASE("S0-06, S0-34 The page of the groups warns for an agency without mandate and for a steering group without a police manager")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        CHECK(fault_of(town.look("sara", {}, groups_page)) == "not found");
        CHECK(fault_of(town.run("sara", make_group_command(), {"steering_group", "styr", "Styrgruppen", "municipality", {}})) == "not found");
        REQUIRE(fault_of(town.run("rut", make_group_command(), {"steering_group", "styr", "Styrgruppen", "municipality", {}})) == "none");
        CHECK(fault_of(town.run("rut", make_group_command(), {"steering_group", "styr", "En till", "municipality", {}})) == "code");
        CHECK(fault_of(town.run("rut", make_group_command(), {"club", "klubb", "Klubben", "municipality", {}})) == "kind");
        CHECK(fault_of(town.run("rut", make_group_command(), {"working_group", "a b", "Grupp", "municipality", {}})) == "code");
        CHECK(page_of(town, "rut").find("Polisen har ingen i styrgruppen som kan besluta om resurser.") != std::string::npos);
        CHECK(page_of(town, "rut").find("saknas en chef inom polisen") != std::string::npos);

        GiveSeat seat{"styr", "jonas", "polisen", "police_manager", true, true, town.today()};
        CHECK(fault_of(town.run("rut", give_seat_command(), seat)) == "none");
        CHECK(fault_of(town.run("rut", give_seat_command(), seat)) == "person");
        CHECK(page_of(town, "rut").find("Polisen har någon i styrgruppen som kan besluta om resurser.") != std::string::npos);
        CHECK(page_of(town, "rut").find("saknas en chef inom polisen") == std::string::npos);
        CHECK(page_of(town, "rut").find("Jonas Ek") != std::string::npos);

        const web::PathParts parts{{"group", "styr"}, {"seat", "1"}};
        CHECK(static_cast<bool>(town.look("rut", parts, web::entry_of(end_seat_command()).show)));
        CHECK(fault_of(town.run("rut", end_seat_command(), {"styr", "1", town.today()})) == "none");
        CHECK(page_of(town, "rut").find("Jonas Ek") != std::string::npos);  // the last day is included
        CHECK(fault_of(town.run("rut", end_seat_command(), {"styr", "1", town.today()})) == "not found");
        town.set(next_day(town.today()));
        CHECK(page_of(town, "rut").find("Jonas Ek") == std::string::npos);
        CHECK(page_of(town, "rut").find("saknas en chef inom polisen") != std::string::npos);
    });
}

TEST_CASE("S4-33, S4-49 A district lies in two police areas and a police area has two districts, each from a day to a day")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto add = [&](const char* kind, const char* code) { return fault_of(town.run("rut", add_area_command(), {kind, code, code})); };
        CHECK(add("district", "norr") == "none");
        CHECK(add("district", "soder") == "none");
        CHECK(add("police_area", "jarva") == "none");
        CHECK(add("police_area", "kista") == "none");
        CHECK(add("police_area", "kista") == "code");
        const auto link = [&](const char* district, const char* area) {
            return fault_of(town.run("rut", link_areas_command(), {district, area, town.today()}));
        };
        CHECK(link("norr", "jarva") == "none");
        CHECK(link("norr", "kista") == "none");
        CHECK(link("soder", "jarva") == "none");
        CHECK(link("soder", "jarva") == "police_area");
        CHECK(link("vast", "jarva") == "district");
        CHECK(fault_of(town.run("rut", end_area_link_command(), {"2", town.today()})) == "none");
        CHECK(fault_of(town.run("rut", end_area_link_command(), {"2", town.today()})) == "not found");
        const auto json = town.look("rut", {}, areas_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find("\"link\":3") != std::string::npos);
        CHECK((*json).find("\"last_day\":\"" + iso(town.today()) + "\"") != std::string::npos);
        town.set(next_day(town.today()));
        CHECK(link("norr", "kista") == "none");  // and again, from a later day
        CHECK(fault_of(town.look("elin", {}, areas_json)) == "not found");
    });
}

TEST_CASE("S2-04, S4-34 A ready profile becomes agencies under boards, units with their part, areas and groups")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto made_of = [&](const char* name) {
            town.in_unit([&](storage::Session& db) {
                const auto profile = parse_profile(*profile_named(name));
                REQUIRE(profile);
                const auto here = *make_municipality(db, *town.house.vault, town.house.random, town.house.now,
                                                     {std::string(name), "Ort", "0180", Kind::test, std::string(*profile_named(name))});
                const Change change{db, *town.house.vault, town.house.random, town.house.now, here, {}};
                REQUIRE(static_cast<bool>(make_layout(change, profile->layout, town.today())));
                const auto count = [&](storage::Sql sql) {
                    return *db.one(sql, [](const storage::Row& row) { return row.get<int>(0); }, here);
                };
                CHECK(count("SELECT COUNT(*) FROM agency WHERE municipality = $1") == static_cast<int>(profile->layout.agencies.size()));
                CHECK(count("SELECT COUNT(*) FROM standing_group WHERE municipality = $1") == static_cast<int>(profile->layout.groups.size()));
                CHECK(count("SELECT COUNT(*) FROM district WHERE municipality = $1") == static_cast<int>(profile->layout.districts.size()));
                if (std::string(name) == "lund") CHECK(count("SELECT COUNT(*) FROM agency_board WHERE municipality = $1") == 4);
                if (std::string(name) == "stockholm-2012") {
                    CHECK(count("SELECT COUNT(*) FROM district_police_area WHERE municipality = $1") == 9);
                    CHECK(count("SELECT COUNT(*) FROM unit_part WHERE municipality = $1 AND part = 'carries_out'") >= 4);
                    CHECK(count("SELECT COUNT(*) FROM unit_district WHERE municipality = $1") == 16);  // every unit of the district boards
                }
            });
        };
        for (const auto* name : {"national", "lund", "stockholm-2012", "lidingo-2012", "example"}) {
            CAPTURE(name);
            made_of(name);
        }
    });
}

TEST_CASE("Every form of the organisation is described in both languages and drawn")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("rut", make_group_command(), {"working_group", "arbetsgruppen", "Arbetsgruppen", "municipality", {}})) == "none");
        const web::PathParts parts{{"group", "arbetsgruppen"}};
        for (const auto& entry : {web::entry_of(make_group_command()), web::entry_of(give_seat_command()), web::entry_of(add_area_command()),
                                  web::entry_of(link_areas_command())}) {
            for (const auto language : {Language::sv, Language::en}) CHECK_FALSE(entry.schema(language).empty());
            CHECK(static_cast<bool>(town.look("rut", parts, entry.show)));
            CHECK(fault_of(town.look("jonas", parts, entry.show)) == "not found");
        }
        CHECK(static_cast<bool>(town.look("rut", {}, areas_page)));
        CHECK(static_cast<bool>(town.look("rut", {}, groups_json)));
    });
}
