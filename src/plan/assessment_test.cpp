#include <doctest/doctest.h>

#include "consent/commands_parts.h"
#include "consent/store_parts.h"
#include "plan/test_reading.h"

using namespace lots;
using namespace lots::plan;
using lots::plan::test::a_goal;
using lots::plan::test::has;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

namespace {

/// What the agency gives by the consent, which is made in this very moment.
consent::DescribeAgency part_of(const std::string& number, const std::string& agency, std::vector<std::string> gives)
{
    return {number, agency, "Enheten", "Handläggare", "010-000 00 00", std::move(gives), {"school"}};
}

std::string plan_of(Municipality& town, const std::string& who, const std::string& number)
{
    return lots::plan::test::page_of(town, who, number, plan_page);
}

}  // namespace

TEST_CASE("S1-12 A goal and a measure may rest on the assessment; what it came to stays with social services")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        CHECK_FALSE(has(plan_of(town, "elin", group.number), "bedömningen"));
        auto goal = a_goal(group.number, "skolan");
        goal.from_assessment = true;
        goal.assessment_conclusion = "Behöver vuxna omkring sig";
        CHECK(fault_of(town.run("sara", add_goal_command(), goal)) == "assessment_conclusion");
        goal.assessment_conclusion.clear();
        must(town.run("sara", add_goal_command(), goal));
        CHECK(has(plan_of(town, "elin", group.number), "Målet bygger på bedömningen."));

        auto change = lots::plan::test::change_of(group.number, add_days(town.today(), 20));
        change.from_assessment = true;
        must(town.run("amir", change_commitment_command(), change));
        CHECK(has(plan_of(town, "elin", group.number), "Bygger på bedömningen"));
        const auto json = town.look("sara", {{"case", group.number}}, plan_json);
        must(json);
        CHECK(has(*json, R"("from_assessment":true,"assessment_conclusion":"")"));
    });
}

TEST_CASE("S1-12 What the assessment came to is told in the plan where the consent lets social services tell it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        // It is social services' own: nobody else can give it.
        CHECK(fault_of(town.run("sara", consent::describe_agency_command(),
                                part_of(group.number, "skolan", {"assessment"}))) == "gives");
        must(town.run("sara", consent::describe_agency_command(), part_of(group.number, "soc", {"social", "assessment"})));
        group.decide_plan();
        auto goal = a_goal(group.number, "skolan");
        goal.assessment_conclusion = "Behöver vuxna omkring sig";
        must(town.run("amir", add_goal_command(), goal));
        const auto page = plan_of(town, "elin", group.number);
        CHECK(has(page, "Målet bygger på bedömningen."));
        CHECK(has(page, "Bedömningen kom fram till: Behöver vuxna omkring sig"));
        auto form = town.look("amir", {{"case", group.number}, {"number", "2"}}, change_goal_command().prepare);
        must(form);
        CHECK((*form).input.assessment_conclusion == "Behöver vuxna omkring sig");
    });
}
