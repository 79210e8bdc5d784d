#include "plan/rules_questions.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/test_plan.h"

using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;

namespace {

using Open = std::vector<Question>;

Open open_of(const PlanFacts& plan, std::size_t at, Date on = plan::test::today)
{
    return open_questions(plan, plan.commitments.at(at), on);
}

}  // namespace

TEST_CASE("S0-79, S1-52, S1-53 A commitment in order leaves none of the five questions open")
{
    const auto plan = a_plan();
    for (std::size_t at = 0; at < plan.commitments.size(); ++at) CHECK(open_of(plan, at).empty());
}

TEST_CASE("S0-79, S1-52 What, who, when and how are asked one by one")
{
    auto plan = a_plan();
    plan.commitments[0].has_measure = false;
    plan.commitments[1].owner_takes_part = false;
    plan.commitments[2].has_documented_how = false;
    CHECK(open_of(plan, 0) == Open{Question::what});
    CHECK(open_of(plan, 1) == Open{Question::who});
    CHECK(open_of(plan, 2) == Open{Question::how});
    CHECK(open_of(a_plan(), 0, due).empty());
    CHECK(open_of(a_plan(), 0, next_day(due)) == Open{Question::when});
    plan.commitments[2].in_force = true;  // decided as it reads: then its day may have passed
    CHECK(open_of(plan, 2, next_day(due)) == Open{Question::how});
}

TEST_CASE("S1-53 The order is open without a place, with a shared one, and for what stands before what it waits for")
{
    auto plan = a_plan();
    plan.commitments[0].order_number = 0;
    plan.commitments[1].order_number = 3;
    CHECK(open_of(plan, 0) == Open{Question::order});
    CHECK(open_of(plan, 1) == Open{Question::order});
    CHECK(open_of(plan, 2) == Open{Question::order});
    plan = a_plan();
    plan.commitments[0].after = 2;
    CHECK(open_of(plan, 0) == Open{Question::order});
    CHECK(open_of(plan, 1).empty());
}

TEST_CASE("S0-79 A plan whose commitments leave no question open is not stopped for any of them, and the other way round")
{
    auto plan = a_plan();
    plan.commitments[1].owner_takes_part = false;
    plan.commitments[2].order_number = 0;
    const auto decision = may_decide(plan, plan::test::today);
    CHECK(about(decision, guideline::measure_who_when) == Abouts{"2"});
    CHECK(about(decision, guideline::order_set) == Abouts{"3"});
    CHECK(open_of(plan, 1) == Open{Question::who});
    CHECK(open_of(plan, 2) == Open{Question::order});
}
