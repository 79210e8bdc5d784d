#include <doctest/doctest.h>

#include "plan/avoid.h"
#include "plan/test_reading.h"

using namespace lots;
using namespace lots::plan;
using lots::plan::test::has;
using lots::plan::test::page_of;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::missing_in;
using lots::test::Municipality;
using lots::test::must;

TEST_CASE("settled-24 Persons and places to avoid: police, social services and the young person read and write them, and nobody else")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("jonas", write_avoid_command(), {group.number, "place", "Torget efter 21"}));
        must(town.run("alex", write_avoid_command(), {group.number, "person", "Min kusins vän"}));
        for (const auto* reader : {"jonas", "sara", "amir", "alex"}) {
            CAPTURE(reader);
            const auto page = page_of(town, reader, group.number, avoid_page);
            CHECK(has(page, "Torget efter 21"));
            CHECK(has(page, "Min kusins vän"));
            CHECK(has(page_of(town, reader, group.number, plan_page), "/plan/undvik"));
        }
        for (const auto* other : {"elin", "petra", "ali", "tore", "rut"}) {
            CAPTURE(other);
            CHECK(fault_of(town.look(other, {{"case", group.number}}, avoid_page)) == "not found");
            CHECK(fault_of(town.look(other, {{"case", group.number}}, avoid_json)) == "not found");
            CHECK(fault_of(town.run(other, write_avoid_command(), {group.number, "place", "Skolgården"})) == "not found");
            CHECK(fault_of(town.run(other, take_away_avoid_command(), {group.number, "1"})) == "not found");
        }
        // What goes on paper and what the others read has nothing of it, nor a link to it.
        for (const auto* reader : {"jonas", "elin"}) {
            CAPTURE(reader);
            CHECK_FALSE(has(page_of(town, reader, group.number, plain_page), "Torget"));
            CHECK_FALSE(has(page_of(town, reader, group.number, plan_page), "Torget"));
        }
        CHECK_FALSE(has(page_of(town, "elin", group.number, plan_page), "/plan/undvik"));
    });
}

TEST_CASE("settled-24 One of them is taken away by social services or by who wrote it, once")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("jonas", write_avoid_command(), {group.number, "place", "Torget efter 21"}));
        must(town.run("alex", write_avoid_command(), {group.number, "person", "Min kusins vän"}));
        CHECK(missing_in(town.run("alex", take_away_avoid_command(), {group.number, "1"})) == "settled-24");
        CHECK(missing_in(town.run("jonas", take_away_avoid_command(), {group.number, "2"})) == "settled-24");
        CHECK(fault_of(town.run("sara", take_away_avoid_command(), {group.number, "3"})) == "not found");
        must(town.run("alex", take_away_avoid_command(), {group.number, "2"}));
        CHECK(fault_of(town.run("alex", take_away_avoid_command(), {group.number, "2"})) == "not found");
        must(town.run("sara", take_away_avoid_command(), {group.number, "1"}));
        CHECK_FALSE(has(page_of(town, "jonas", group.number, avoid_page), "Torget"));
        // A number is never used again.
        must(town.run("jonas", write_avoid_command(), {group.number, "place", "Stationen"}));
        CHECK(has(*town.look("sara", {{"case", group.number}}, avoid_json), R"("number":3,"kind":"place","text":"Stationen")"));
    });
}
