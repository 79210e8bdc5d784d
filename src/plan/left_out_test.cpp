#include <doctest/doctest.h>

#include <string>

#include "plan/test_reading.h"

// What was taken out of the draft before it was decided stands on the plan's page with the way back.
using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

TEST_CASE("What was taken out before it was decided stands folded on the plan's page, with the way back, for who may draft "
          "it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        auto promise = change_of(group.number, add_days(town.today(), 30));
        promise.number.clear();
        must(town.run("amir", add_commitment_command(), promise));
        const auto way_back = "/arende/" + group.number + "/plan/atagande/1/ta-tillbaka";
        const auto seen_by = [&](const std::string& who) { return page_of(town, who, group.number, plan_page); };
        CHECK_FALSE(has(seen_by("amir"), "Åtaganden som är borttagna"));

        must(town.run("amir", drop_commitment_command(), {group.number, "1", 1}));
        for (const auto* who : {"amir", "sara", "jonas"}) {  // it is Jonas' own agency's
            CAPTURE(who);
            CHECK(has(seen_by(who), "Åtaganden som är borttagna"));
            CHECK(has(seen_by(who), way_back));
            CHECK(has(seen_by(who), "1. " + promise.measure));
        }
        for (const auto* who : {"elin", "alex"}) {
            CAPTURE(who);
            CHECK_FALSE(has(seen_by(who), "Åtaganden som är borttagna"));
            CHECK_FALSE(has(seen_by(who), way_back));
        }

        must(town.run("amir", return_commitment_command(), {group.number, "1", 2}));
        CHECK_FALSE(has(seen_by("amir"), "Åtaganden som är borttagna"));
        CHECK(has(seen_by("amir"), "/plan/atagande/1/ta-bort"));
    });
}

TEST_CASE("What a decided plan still holds is taken back on its own card, and what lies under a goal that is gone not at "
          "all")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("jonas", drop_commitment_command(), {group.number, "2", 1}));
        const auto seen = page_of(town, "jonas", group.number, plan_page);
        CHECK(has(seen, "/plan/atagande/2/ta-tillbaka"));
        CHECK_FALSE(has(seen, "Åtaganden som är borttagna"));
        const auto left = [&] {
            return reads(town, "amir", group.number,
                         [](const access::CasePermit& permit) { return left_out(permit).size(); });
        };
        CHECK(left() == 0);

        auto goal = a_goal(group.number, "skolan");
        must(town.run("amir", add_goal_command(), goal));
        const auto goal_number = reads(town, "amir", group.number,
                                       [](const access::CasePermit& permit) { return goals(permit).back().number; });
        auto promise = change_of(group.number, add_days(town.today(), 30));
        promise.number.clear();
        promise.goal = std::to_string(goal_number);
        const auto made = reads(town, "amir", group.number,
                                [](const access::CasePermit& permit) { return commitments(permit).size(); });
        must(town.run("amir", add_commitment_command(), promise));
        must(town.run("amir", drop_commitment_command(), {group.number, std::to_string(made + 1), 1}));
        CHECK(left() == 1);
        goal.number = promise.goal;
        goal.seq_seen = 1;
        goal.dropped = true;
        must(town.run("amir", change_goal_command(), goal));
        CHECK(left() == 0);
    });
}
