#include <doctest/doctest.h>

#include "consent/form_text.h"
#include "consent/information.h"
#include "consent/pages_more.h"
#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

GiveInformation to_eva(const Asking& a) { return {a.number, "2", a.town.today(), "jonas", "read_aloud"}; }

}  // namespace

TEST_CASE("S0-59 The information sheet is printed with the form, to the young person and to a guardian in their own words")
{
    with([](Asking& a) {
        a.ask();
        const auto own = a.page("alex", {{"signatory", "1"}}, sheet_page);
        CHECK(has(own, "Polisen vill hjälpa dig"));
        CHECK(has(own, "Polisen måste också rapportera och utreda brott."));
        CHECK(has(own, "Ingen av oss får lura dig."));
        CHECK(has(own, "om du och dina vårdnadshavare säger ja"));
        const auto evas = a.page("sara", {{"signatory", "2"}}, sheet_page);
        CHECK(has(evas, "Polisen vill hjälpa ditt barn"));
        CHECK_FALSE(has(evas, "Polisen vill hjälpa dig"));
    });
}

TEST_CASE("S0-59 From the 18th birthday the sheet speaks to somebody who is asked alone")
{
    Facts facts;
    facts.born = 2010y / 2 / 2;
    const Signatory youth{{}, 1, SignatoryRole::youth};
    const Signatory guardian{{}, 2, SignatoryRole::guardian};
    CHECK(information_for(facts, youth, 2028y / 2 / 1) == InformationFor::youth);
    CHECK(information_for(facts, youth, 2028y / 2 / 2) == InformationFor::adult);
    CHECK(information_for(facts, guardian, 2028y / 2 / 1) == InformationFor::guardian);
    facts.signatories = {youth, guardian};
    CHECK(readers_of_information(facts, 2028y / 2 / 1) ==
          std::vector<InformationFor>{InformationFor::youth, InformationFor::guardian});
    CHECK(readers_of_information(facts, 2028y / 2 / 2) == std::vector<InformationFor>{InformationFor::adult});
    CHECK(has(information_sheet(Language::sv, InformationFor::adult, "Polisen").str(), "bara om du säger ja"));
}

TEST_CASE("S0-59 The receipt says to whom, which day and by whom; social services keep it, and each reads the own")
{
    with([](Asking& a) {
        a.ask();
        CHECK(has(a.page("sara", {}, consents_page), "Vårdnadshavare 1: inte registrerad"));
        auto given = to_eva(a);
        given.given_on = next_day(a.town.today());
        CHECK(fault_of(a.sara(give_information_command(), given)) == "given_on");
        given = to_eva(a);
        given.given_by = "ingen";
        CHECK(fault_of(a.sara(give_information_command(), given)) == "given_by");
        CHECK(fault_of(a.town.run("jonas", give_information_command(), to_eva(a))) == "not found");
        Asking::must(a.sara(give_information_command(), to_eva(a)));

        const auto page = a.page("sara", {}, consents_page);
        CHECK(has(page, "lämnad av Jonas Ek. Uppläst, och på papper."));
        CHECK_FALSE(has(page, "Vårdnadshavare 1: inte registrerad"));
        CHECK(has(page, "Vårdnadshavare 2: inte registrerad"));
        CHECK(has(a.page("sara", {{"signatory", "2"}}, sheet_page), "Jonas Ek"));
        CHECK(has(a.json("sara"), R"("given_by":"Jonas Ek","way":"read_aloud")"));
        CHECK(has(a.json("alex"), R"("information":[])"));
    });
}
