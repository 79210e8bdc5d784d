#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/test_plan.h"

// What a decision looks at in the plan as a whole.
using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;

TEST_CASE("edge-4.21 Under 18 the guardians took part, or it is written why not; without either the plan is not decided")
{
    auto plan = a_plan();
    CHECK(may_decide(plan, today).allowed());
    plan.guardians_took_part = false;
    const auto decision = may_decide(plan, today);
    CHECK_FALSE(decision.allowed());
    REQUIRE(decision.missing().size() == 1);
    CHECK(decision.missing()[0]->requirement == &guideline::guardians_took_part);
    plan.minor = false;
    CHECK(may_decide(plan, today).allowed());
}

TEST_CASE("S0-80 A commitment that was dropped at a meeting is no commitment of the young person's")
{
    auto plan = a_plan();
    plan.commitments[0].cancelled = true;
    CHECK(may_decide(plan, today).lacks(guideline::youth_commits));
    plan = a_plan();
    plan.commitments[2].cancelled = true;
    CHECK(may_decide(plan, today).lacks(guideline::police_task_in_plan));
}

TEST_CASE("S1-49 The young person's page fits on two sheets")
{
    auto plan = a_plan();
    for (auto& commitment : plan.commitments) commitment.plain_characters = 150;
    CHECK(plain_lines(plan) == 9);
    plan.commitments[0].plain_characters = 75 * (plain_lines_max - 7);  // one line for itself, three for each of the others
    CHECK(plain_lines(plan) == plain_lines_max);
    CHECK(may_decide(plan, today).allowed());
    plan.commitments[0].plain_characters += 75;
    CHECK(about(may_decide(plan, today), guideline::plain_words) == Abouts{"pages"});
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S3-08 A proposal that nobody has worded for this young person is not decided")
{
    auto plan = a_plan();
    plan.commitments[2].as_proposed = true;
    CHECK(about(may_decide(plan, today), guideline::own_words_for_one) == Abouts{"3"});
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S2-02 What was not looked at is explained")
{
    auto plan = a_plan();
    plan.areas_left = {"leisure", "social"};
    const auto decision = may_decide(plan, today);
    CHECK(decision.allowed());
    CHECK(about(decision, guideline::areas_looked_at) == Abouts{"area-leisure", "area-social"});
}

TEST_CASE("S4-42 The first plan has something that is done soon, or the decision says why not")
{
    auto plan = a_plan();
    plan.something_by = due;
    const auto in_time = may_decide(plan, today);
    CHECK(in_time.to_justify().empty());
    plan.something_by = add_days(due, -1);
    const auto decision = may_decide(plan, today);
    CHECK(decision.allowed());
    REQUIRE(decision.to_justify().size() == 1);
    CHECK(decision.to_justify()[0]->requirement == &guideline::something_soon);
    plan.something_by = due;
    for (auto& commitment : plan.commitments) commitment.cancelled = true;
    CHECK(may_decide(plan, today).lacks(guideline::something_soon));
}
