#include <doctest/doctest.h>

#include "guideline/law.h"

using namespace lots;
using namespace lots::guideline;

TEST_CASE("The law has one wording a day: the rows of an idea follow each other and never overlap")
{
    const auto all = legal_references();
    for (std::size_t i = 1; i < all.size(); ++i) {
        CAPTURE(all[i].id);
        CHECK(all[i - 1].id <= all[i].id);
        if (all[i - 1].id != all[i].id) continue;
        REQUIRE(all[i - 1].last_day);
        CHECK(*all[i - 1].last_day < all[i].from);
    }
    for (const auto& one : all) {
        CAPTURE(one.id);
        if (one.last_day) CHECK(one.from <= *one.last_day);
        CHECK(one.from.ok());
        CHECK(source_url(one).ends_with(one.act_no));
    }
}

TEST_CASE("SFS 2025:1501 is the wording from 15 January 2026, and OSL 10:15 a is law from 1 December 2025")
{
    CHECK(wording(*legal_reference("sol-19-1", 2025y / 6 / 30)) == "14 kap. 1 § socialtjänstlagen (2001:453)");
    CHECK(wording(*legal_reference("sol-19-1", 2026y / 1 / 14)) == "19 kap. 1 § socialtjänstlagen (2025:400)");
    CHECK(wording(*legal_reference("sol-19-1", 2026y / 1 / 15)) ==
          "19 kap. 1 § socialtjänstlagen (2025:400), i lydelse enligt SFS 2025:1501");
    CHECK_FALSE(legal_reference("sol-16-2a", 2026y / 1 / 14));
    CHECK(legal_reference("sol-16-2a", 2026y / 1 / 15));
    CHECK_FALSE(legal_reference("osl-10-15a", 2025y / 11 / 30));
    CHECK(legal_reference("osl-10-15a", 2025y / 12 / 1)->amended_by == "2025:934");
    for (const auto* id : {"osl-10-18a", "osl-26-9a", "lvu-22", "fb-6-13", "fb-6-13a"}) {
        CAPTURE(id);
        CHECK(legal_reference(id, 2026y / 5 / 10));
    }
}

TEST_CASE("Numbers of the law have days like its paragraphs, and rest on one that is in force with them")
{
    CHECK(legal_number("preliminary-assessment", 2026y / 5 / 10)->value == 14);
    CHECK_FALSE(legal_number("feedback-to-notifier", 2026y / 1 / 14));
    CHECK(legal_number("feedback-to-notifier", 2026y / 1 / 15)->value == 7);
    CHECK_FALSE(legal_number("no-such-number", 2026y / 1 / 15));
    for (const auto& one : legal_numbers()) {
        CAPTURE(one.id);
        CHECK(legal_reference(one.reference, one.from));
        CHECK(legal_reference(one.reference, 2026y / 5 / 10));
    }
}

TEST_CASE("A reference that nobody has read for half a year is listed; one that is no longer in force is not")
{
    CHECK(not_checked_since(2025y / 9 / 1, 2025y / 12 / 16).empty());
    const auto old = not_checked_since(2025y / 9 / 2, 2025y / 12 / 16);
    REQUIRE_FALSE(old.empty());
    for (const auto& one : old) CHECK(one.checked_on == 2025y / 9 / 1);
    const auto all = not_checked_since(2026y / 6 / 30, 2026y / 12 / 31);
    CHECK(all.size() > old.size());
    for (const auto& one : all) CHECK_FALSE(one.last_day);
}
