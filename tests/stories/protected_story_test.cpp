#include <doctest/doctest.h>

#include "stories/told.h"

// The other parent may not find out where one of them lives, and the group has no need to know.
using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

TEST_CASE("story (f): edge-4.5 One guardian's whereabouts are protected: on no page of the case, and on nobody's form")
{
    under_each_profile(monday(), [](Told& told) {
        const std::string hidden = "Gömda gatan 1";
        told.tale.retell = [before = told.tale.retell](const std::string& path, const std::string& json) {
            auto told_otherwise = before(path, json);
            if (!path.ends_with("/signatories") || json.find("Nils") == std::string::npos) return told_otherwise;
            const std::string open = "\"protected_identity\":\"none\"";
            told_otherwise.replace(told_otherwise.find(open), open.size(),
                                   "\"protected_identity\":\"protected_registration\",\"contact\":\"Gömda gatan 1\"");
            return told_otherwise;
        };
        told.running(lots::test::sam());
        // Neither in the data …
        for (const std::string rest :
             {"", "/consent", "/consent-scope", "/members", "/plan", "/commitments", "/meetings", "/notes", "/collection"})
            for (const std::string who : {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"}) {
                CAPTURE(rest);
                CHECK_MESSAGE(told.read(who, told.at(rest)).find(hidden) == std::string::npos, who);
            }
        // … nor on the pages, each of the family's own included.
        const auto of_case = "/arende/" + told.number;
        for (const std::string who : {"sara.lind", "elin.berg", "sam", "lena.karlberg"})
            for (const std::string rest : {"", "/samtycken", "/samtycke", "/deltagare", "/plan"}) {
                CAPTURE(rest);
                CHECK_MESSAGE(told.page(who, of_case + rest).find(hidden) == std::string::npos, who);
            }
        for (const std::string who : {"sam", "lena.karlberg"})
            for (const std::string rest : {"", "/samtycke", "/moten", "/moten/1", "/plan", "/om-mig", "/anteckningar", "/mina-ord", "/undvik"}) {
                CAPTURE(rest);
                const auto page = told.page(who, "/min-plan/" + told.number + rest);
                for (const auto& never : {hidden, std::string("Nils"), std::string("Skyddade")})
                    CHECK_MESSAGE(page.find(never) == std::string::npos, who << " reads " << never);
            }
        // Each signs a sheet of the own, without the others.
        const auto mothers = told.page("sara.lind", of_case + "/samtycken/underskrivare/2/blankett");
        CHECK(mothers.find("Lena Karlberg") != std::string::npos);
        CHECK(mothers.find("Nils Karlberg") == std::string::npos);
        CHECK(told.page("sara.lind", of_case + "/samtycken/underskrivare/3/blankett").find(hidden) == std::string::npos);
        // Who is named to read it does, among those of social services, and nobody of the group.
        CHECK(told.lacks("sara.lind", told.at("/named-readers"), [](JsonWriter& json) {
            json.pair("person", "elin.berg").pair("ends", false);
        }) == Missing{"field person"});
        told.does("sara.lind", told.at("/named-readers"),
                  [](JsonWriter& json) { json.pair("person", "sara.lind").pair("ends", false); });
        CHECK(told.page("sara.lind", of_case + "/samtycken").find(hidden) != std::string::npos);
        CHECK(told.page("elin.berg", of_case + "/samtycke").find(hidden) == std::string::npos);
        told.does("sara.lind", told.at("/named-readers"),
                  [](JsonWriter& json) { json.pair("person", "sara.lind").pair("ends", true); });
        CHECK(told.page("sara.lind", of_case + "/samtycken").find(hidden) == std::string::npos);
    });
}
