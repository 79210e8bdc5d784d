#include <doctest/doctest.h>

#include "plan/test_reading.h"

using namespace lots;
using namespace lots::plan;
using lots::plan::test::has;
using lots::plan::test::page_of;
using lots::test::GroupWithPlan;
using lots::test::Municipality;

TEST_CASE("S2-13 The plan is called what the municipality calls it, on its page and on what is printed")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        CHECK(has(page_of(town, "elin", group.number, plan_page), "Individuell åtgärdsplan"));
        CHECK(has(page_of(town, "alex", group.number, plain_page), "Individuell åtgärdsplan för Alex"));
        town.set_profile(R"({"plan_word": "handlingsplan"})");
        CHECK(has(page_of(town, "elin", group.number, plan_page), "Individuell handlingsplan"));
        const auto plain = page_of(town, "alex", group.number, plain_page);
        CHECK(has(plain, "Individuell handlingsplan för Alex"));
        CHECK_FALSE(has(plain, "tgärdsplan"));
    });
}
