#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/test_plan.h"

using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;

TEST_CASE("A plan in order may be decided, with one line for each requirement")
{
    const auto decision = may_decide(a_plan(), today);
    CHECK(decision.allowed());
    CHECK(decision.to_justify().empty());
    CHECK(decision.findings().size() == 10);
}

TEST_CASE("An empty plan is not decided, and says all that is missing")
{
    const auto decision = may_decide({}, today);
    CHECK_FALSE(decision.allowed());
    for (const auto* requirement : {&guideline::goal_with_actor, &guideline::measure_who_when, &guideline::documented_how,
                                    &guideline::plain_words, &guideline::order_set, &guideline::youth_commits,
                                    &guideline::police_task_in_plan, &guideline::youth_took_part})
        CHECK(decision.lacks(*requirement));
}

TEST_CASE("S0-79 Every commitment says what is done")
{
    auto plan = a_plan();
    plan.commitments[1].has_measure = false;
    CHECK(about(may_decide(plan, today), guideline::measure_who_when) == Abouts{"2"});
}

TEST_CASE("S0-79 Who answers for a commitment takes part in the group")
{
    auto plan = a_plan();
    plan.commitments[2].owner_takes_part = false;
    const auto decision = may_decide(plan, today);
    CHECK(about(decision, guideline::measure_who_when) == Abouts{"3"});
    CHECK_FALSE(decision.allowed());
}

TEST_CASE("S0-79 What is promised anew is due on the day of the decision or later")
{
    auto plan = a_plan();
    CHECK(may_decide(plan, add_days(due, -1)).allowed());
    CHECK(may_decide(plan, due).allowed());
    CHECK(about(may_decide(plan, next_day(due)), guideline::measure_who_when) == Abouts{"1", "2", "3"});
    // A commitment that stands as it was decided before keeps its day, also when that has passed.
    for (auto& commitment : plan.commitments) commitment.in_force = true;
    CHECK(may_decide(plan, next_day(due)).allowed());
}

TEST_CASE("S1-52 Every commitment says how it is shown that it was done")
{
    auto plan = a_plan();
    plan.commitments[0].has_documented_how = false;
    CHECK(about(may_decide(plan, today), guideline::documented_how) == Abouts{"1"});
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S1-49 Every commitment can be read by the young person")
{
    auto plan = a_plan();
    plan.commitments[2].has_plain_words = false;
    CHECK(about(may_decide(plan, today), guideline::plain_words) == Abouts{"3"});
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S1-53 Each commitment has a place of its own in the order")
{
    auto plan = a_plan();
    plan.commitments[1].order_number = 0;
    CHECK(about(may_decide(plan, today), guideline::order_set) == Abouts{"2"});
    plan.commitments[1].order_number = 1;
    CHECK(about(may_decide(plan, today), guideline::order_set) == Abouts{"1", "2"});
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S1-53 A commitment comes after the one that it waits for")
{
    auto plan = a_plan();
    plan.commitments[2].after = 1;
    CHECK(may_decide(plan, today).allowed());
    plan.commitments[0].after = 3;  // a circle: one of the two cannot come later
    CHECK(about(may_decide(plan, today), guideline::order_set) == Abouts{"1"});
    plan.commitments[0].after = 7;  // not in the plan
    CHECK(about(may_decide(plan, today), guideline::order_set) == Abouts{"1"});
}

TEST_CASE("S0-80 The young person has a commitment of the own")
{
    auto plan = a_plan();
    plan.commitments[0].owner = Owner::guardian;
    CHECK(may_decide(plan, today).lacks(guideline::youth_commits));
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S0-28 What the police do stands in the plan")
{
    auto plan = a_plan();
    plan.commitments[2].agency_kind = "leisure";
    CHECK(may_decide(plan, today).lacks(guideline::police_task_in_plan));
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S4-16 Every goal has somebody who answers for it, and a commitment")
{
    auto plan = a_plan();
    plan.goals[1].actor_takes_part = false;
    CHECK(about(may_decide(plan, today), guideline::goal_with_actor) == Abouts{"goal-2"});
    plan = a_plan();
    plan.goals.push_back({3, true});
    CHECK(about(may_decide(plan, today), guideline::goal_with_actor) == Abouts{"goal-3"});
    plan.goals.clear();
    CHECK(may_decide(plan, today).lacks(guideline::goal_with_actor));
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("S4-17 The young person took part in shaping the plan")
{
    auto plan = a_plan();
    plan.youth_took_part = false;
    CHECK(may_decide(plan, today).lacks(guideline::youth_took_part));
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("settled-10 an acceptance that is missing is explained and does not stop the plan")
{
    auto plan = a_plan();
    plan.commitments[0].accepted = plan.commitments[2].accepted = false;
    const auto decision = may_decide(plan, today);
    CHECK(decision.allowed());
    CHECK(about(decision, guideline::commitments_accepted) == Abouts{"1", "3"});
    CHECK(decision.to_justify()[0]->who_can == guideline::Actor::youth);
    CHECK(decision.to_justify()[1]->who_can == guideline::Actor::agency);
}

TEST_CASE("S0-31 A commitment is late from the day after its last day, while it is open")
{
    const auto promise = a_promise();
    CHECK_FALSE(late(promise, add_days(due, -1)));
    CHECK_FALSE(late(promise, due));
    CHECK(late(promise, next_day(due)));
    for (const auto& [status, is_late] : {std::pair{Status::ongoing, true}, {Status::not_done, true}, {Status::done, false},
                                         {Status::cancelled, false}}) {
        auto other = promise;
        other.status = status;
        CHECK(late(other, next_day(due)) == is_late);
    }
    auto draft = promise;
    draft.decided = false;
    CHECK_FALSE(late(draft, next_day(due)));
}

TEST_CASE("S2-15 What is decided again differs from the version in force; the first version differs from nothing")
{
    auto plan = a_plan();
    CHECK(may_decide(plan, today).allowed());
    plan.changed = true;
    CHECK(may_decide(plan, today).allowed());
    plan.changed = false;
    CHECK(may_decide(plan, today).lacks(guideline::plan_changed));
    CHECK_FALSE(may_decide(plan, today).allowed());
}

TEST_CASE("settled-30 the young person's and guardians' own are never late, and nobody's duty")
{
    for (const auto owner : {Owner::youth, Owner::guardian}) {
        auto promise = a_promise();
        promise.owner = owner;
        promise.accepted = false;
        CHECK_FALSE(late(promise, add_days(due, 30)));
        CHECK(duties_of({promise}, 7).empty());
    }
}

TEST_CASE("S0-31 A decided commitment is a duty of its person by its day")
{
    const auto duties = duties_of({a_promise()}, 7);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::commitment_in_time);
    CHECK(duties[0].last_day == due);
    CHECK(duties[0].path == "atagande/4");
    CHECK(duties[0].person == PersonId{});
    auto done = a_promise();
    done.status = Status::done;
    CHECK(duties_of({done}, 7).empty());
}

TEST_CASE("S0-31 What somebody leaves behind is passed on by whoever leads the group")
{
    auto promise = a_promise();
    promise.person_left = true;
    promise.leader = PersonId{};
    const auto duties = duties_of({promise}, 7);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].who == guideline::Actor::coordinator);
    CHECK(duties[0].what.name() == "duty.pass_on_commitment");
    CHECK(duties[0].person == PersonId{});
    CHECK(duties[0].last_day == due);
    CHECK(duties[0].path == "plan/atagande/4/andra");
    promise.status = Status::done;
    CHECK(duties_of({promise}, 7).empty());
}

TEST_CASE("settled-10 a wording that nobody is left to accept is passed on within the same days")
{
    auto promise = a_promise();
    promise.decided = promise.accepted = false;
    promise.asked_left = true;
    promise.leader = PersonId{};
    const auto duties = duties_of({promise}, 7);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].who == guideline::Actor::coordinator);
    CHECK(duties[0].what.name() == "duty.pass_on_commitment");
    CHECK(duties[0].last_day == Date{2026y / 11 / 10});
    promise.accepted = true;
    CHECK(duties_of({promise}, 7).empty());
}

TEST_CASE("settled-10 a new wording is accepted within the days that the municipality has set")
{
    auto promise = a_promise();
    promise.decided = promise.accepted = false;
    const auto duties = duties_of({promise}, 7);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::commitments_accepted);
    CHECK(duties[0].last_day == Date{2026y / 11 / 10});
    promise.dropped = true;
    CHECK(duties_of({promise}, 7).empty());
}
