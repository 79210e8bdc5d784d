#include <doctest/doctest.h>

#include "cases/school.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::cases;
using test::Municipality;

TEST_CASE("S4-25 The school of this young person: of another municipality or an independent one too, with the day the principal was contacted")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto command = name_school_command();
        const web::PathParts parts{{"case", number}};
        const auto json = [&] { return *town.look("sara", parts, school_json); };
        CHECK(json().find("\"school\":null") != std::string::npos);
        const NameSchool elsewhere{number, "", "Sjöskolan, åk 7–9", "other_municipality", town.today()};
        CHECK_FALSE(static_cast<bool>(town.run("elin", command, elsewhere)));
        REQUIRE(static_cast<bool>(town.run("sara", command, elsewhere)));
        CHECK(json().find("Sjöskolan") != std::string::npos);
        CHECK(json().find("\"agency\":\"\"") != std::string::npos);

        town.set(next_day(town.today()));
        REQUIRE(static_cast<bool>(town.run("sara", command, {number, "skolan", "Björkskolan, elevhälsan", "municipal", {}})));
        CHECK(json().find("\"agency\":\"skolan\"") != std::string::npos);
        CHECK(json().find("Sjöskolan") == std::string::npos);
        // A day that has not been, and an agency that is no school, are refused.
        CHECK_FALSE(static_cast<bool>(town.run("sara", command, {number, "", "Sjöskolan", "municipal", next_day(town.today())})));
        CHECK_FALSE(static_cast<bool>(town.run("sara", command, {number, "polisen", "Sjöskolan", "municipal", {}})));
        CHECK(static_cast<bool>(town.look("sara", parts, web::entry_of(command).show)));
        CHECK_FALSE(static_cast<bool>(town.look("jonas", parts, school_json)));
    });
}
