#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "guideline/editions.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::guideline;

TEST_CASE("A requirement of the guidelines tells which edition it was read in, and the year that stands on it")
{
    const auto of_guideline = editions_of(all_have_signed);
    REQUIRE(of_guideline.size() == 1);
    CHECK(of_guideline.front().title == "Polisens nationella riktlinjer");
    CHECK(of_guideline.front().year == 2014);
    const auto of_stockholm = editions_of(within_term);
    REQUIRE(of_stockholm.size() == 1);
    CHECK(of_stockholm.front().year == 2012);
    CHECK_FALSE(editions_of(minutes_written).front().year);
}

TEST_CASE("A section that names two documents has both; a ruling or a paragraph of law has none")
{
    const auto both = editions_of(notice_or_lul);
    REQUIRE(both.size() == 2);
    CHECK(both.front().named == "Riktlinjerna");
    CHECK(both.back().named == "Vad är det?");
    CHECK(editions_of(not_withdrawn).empty());
    CHECK(editions_of(preliminary_assessment).empty());
}

TEST_CASE("What a section names is a document of the table, a ruling of ours or law")
{
    constexpr std::array others{"Metoden", "Programmets", "SoL"};
    for (const auto* one : requirements) {
        CAPTURE(one->id);
        const bool other =
            std::ranges::any_of(others, [&](std::string_view begins) { return one->section.starts_with(begins); });
        CHECK((other || !editions_of(*one).empty()));
    }
}
