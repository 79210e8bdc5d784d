#include <doctest/doctest.h>

#include "plan/test_reading.h"

using namespace lots;
using namespace lots::plan;
using lots::plan::test::has;

TEST_CASE("S0-29 A commitment of the police says within which paragraphs they do it, as they read on its day")
{
    Wording wording;
    wording.made_at = at_local(2026y / 9 / 1, 12, 0);
    wording.agency_kind = "school";
    CHECK(police_law(wording).empty());
    wording.agency_kind = "police";
    CHECK(police_law(wording) == "2–3 §§ polislagen (1984:387)");
    wording.made_at = at_local(1984y / 9 / 30, 12, 0);
    CHECK(police_law(wording).empty());
}

TEST_CASE("S0-29 The plan shows it at the commitments of the police alone, on the page and for programs")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        lots::test::Municipality town(place);
        lots::test::GroupWithPlan group(town);
        group.decide_plan();
        const auto page = lots::plan::test::page_of(town, "sara", group.number, plan_page);
        const auto first = page.find("2–3 §§ polislagen (1984:387)");
        REQUIRE(first != std::string::npos);
        CHECK(page.find("2–3 §§ polislagen (1984:387)", first + 1) == std::string::npos);
        const auto json = town.look("sara", {{"case", group.number}}, plan_json);
        lots::test::must(json);
        CHECK(has(*json, R"x("agency":"polisen","legal_reference":"2–3 §§ polislagen (1984:387)")x"));
        CHECK(has(*json, R"("agency":"skolan","legal_reference":"")"));
    });
}
