#include "followup/test_ladder.h"

// Whom a step of the ladder is asked of, and until when.
using namespace lots;
using namespace lots::followup;
using namespace lots::followup::test;
using lots::test::fault_of;

TEST_CASE("S1-37 S0-13 An agency that the consent names no more is asked nothing more of the case")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        town.set(add_days(ladder.due, 2));
        must(ladder.lift("late-3", "1"));
        must(ladder.lift("late-2", "1"));
        CHECK(has(ladder.lifted_to("hanna"), ladder.group.number));
        town.set(add_days(ladder.due, 3));
        ladder.renewed_without_school();
        CHECK_FALSE(has(ladder.lifted_to("hanna"), ladder.group.number));
        CHECK(fault_of(town.run("hanna", answer_escalation_command(), {"1", "Elin får tid", {}})) == "not found");
        CHECK(has(ladder.lifted_to("lars"), ladder.group.number));  // the police are named
        must(town.run("lars", answer_escalation_command(), {"2", "Jonas gör det", {}}));
    });
}

TEST_CASE("S2-04 S1-37 A step is asked of who sits in the group of the case's district, and of nobody else with the role")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        const auto north = ladder.district("norr"), south = ladder.district("syd");
        ladder.sits("nora", Role::working_group, ladder.group_for("working_group", {"norr"}));
        ladder.sits("siri", Role::working_group, ladder.group_for("working_group", {"syd"}));
        ladder.sits("sten", Role::steering_group, ladder.group_for("steering_group", {"syd"}));
        town.add("inga", "Inga Ek", "soc", Role::working_group);  // sits nowhere
        ladder.works_in(north);
        town.set(add_days(ladder.due, 14));
        for (const auto* level : {"1", "2", "3"}) must(ladder.lift("late-3", level));
        const auto is_asked = [&](const std::string& handle) { return has(ladder.lifted_to(handle), "Björkskolan"); };
        CHECK(is_asked("wanda"));  // the whole municipality's
        CHECK(is_asked("nora"));
        CHECK_FALSE(is_asked("siri"));
        CHECK_FALSE(is_asked("inga"));
        CHECK(is_asked("erik"));
        CHECK_FALSE(is_asked("sten"));
        for (const auto* who : {"siri", "inga"})
            CHECK(fault_of(town.run(who, answer_escalation_command(), {"2", "Vi tar det", {}})) == "not found");
        CHECK(fault_of(town.run("sten", answer_escalation_command(), {"3", "Vi tar det", {}})) == "not found");

        // A unit of both districts: the case is where the young person lives, once that is said.
        ladder.works_in(south);
        CHECK(is_asked("nora"));
        CHECK(is_asked("siri"));
        const auto id = ladder.case_id();
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO case_district (municipality, case_id, district, made_at, made_by) VALUES ($1, $2, $3, $4, $5)",
                   town.here, id, south, town.house.now, town.people.at("sara"));
        });
        CHECK_FALSE(is_asked("nora"));
        CHECK(is_asked("siri"));
        CHECK(is_asked("sten"));
        must(town.run("siri", answer_escalation_command(), {"2", "Vi tar det", {}}));
    });
}

TEST_CASE("S1-37 Who has left the working group is asked nothing from the next day on")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        ladder.district("norr");
        const auto north = ladder.group_for("working_group", {"norr"});
        town.add("nora", "Nora Ek", "soc", Role::working_group);
        const auto seat = ladder.seat("nora", north);
        town.set(add_days(ladder.due, 7));
        for (const auto* level : {"1", "2"}) must(ladder.lift("late-3", level));
        town.in_unit([&](storage::Session& db) {
            REQUIRE(static_cast<bool>(organisation::end_seat(ladder.change(db), north, seat, town.today())));
        });
        CHECK(has(ladder.lifted_to("nora"), ladder.group.number));  // the last day
        town.set(next_day(town.today()));
        CHECK_FALSE(has(ladder.lifted_to("nora"), ladder.group.number));
        CHECK(has(ladder.lifted_to("wanda"), ladder.group.number));
    });
}
