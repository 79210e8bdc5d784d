#include "followup/rules_ladder.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::followup;
using access::CaseState;
using plan::Owner;

namespace {

const std::vector<int> ladder{0, 7, 14};
const Date due = 2026y / 5 / 10;

Owed owed(int lifted_to = 0) { return {Owner::agency, true, due, lifted_to}; }

bool too_early(const Owed& what, int level, Date on)
{
    return may_lift(what, level, on, ladder).lacks(guideline::lifted_when_late);
}

}  // namespace

TEST_CASE("S1-37 The last day is in time; the day after it the agency's own manager is told")
{
    CHECK(too_early(owed(), 1, due));
    CHECK_FALSE(too_early(owed(), 1, add_days(due, 1)));
    CHECK(may_lift(owed(), 1, add_days(due, 1), ladder).allowed());
}

TEST_CASE("S1-37 The working group is told after seven days and the steering group after fourteen, one step at a time")
{
    CHECK(too_early(owed(1), 2, add_days(due, 6)));
    CHECK_FALSE(too_early(owed(1), 2, add_days(due, 7)));
    CHECK(too_early(owed(2), 3, add_days(due, 13)));
    CHECK_FALSE(too_early(owed(2), 3, add_days(due, 14)));
    CHECK(too_early(owed(0), 2, add_days(due, 30)));  // not over the manager's head
    CHECK(too_early(owed(1), 1, add_days(due, 30)));  // not twice to the same
    CHECK(too_early(owed(3), 4, add_days(due, 90)));  // there is nobody above
}

TEST_CASE("S1-37 There is something to lift when one of all that is owed has come to its next level")
{
    const LadderFacts facts{CaseState::active, {{owed(1), "late", 1, {}}, {owed(3), "late", 2, {}}}, {}, ladder};
    CHECK(may_lift_any(facts, add_days(due, 6)).lacks(guideline::lifted_when_late));
    CHECK(may_lift_any(facts, add_days(due, 7)).allowed());
    CHECK(may_lift_any({CaseState::active, {{owed(3), "late", 2, {}}}, {}, ladder}, add_days(due, 90))
              .lacks(guideline::lifted_when_late));
    CHECK(may_lift_any({CaseState::active, {}, {}, ladder}, due).lacks(guideline::lifted_when_late));
}

TEST_CASE("S1-37 What is done is not lifted any further")
{
    auto done = owed(1);
    done.open = false;
    CHECK(too_early(done, 2, add_days(due, 30)));
}

TEST_CASE("settled-30 The young person's and the guardians' own commitments never climb")
{
    for (const auto owner : {Owner::youth, Owner::guardian}) {
        auto own = owed();
        own.owner = owner;
        CHECK(may_lift(own, 1, add_days(due, 30), ladder).lacks(guideline::own_never_climb));
        CHECK(ladder_duties({CaseState::active, {{own, "late", 1, {}}}, {}, ladder}, add_days(due, 30)).empty());
        CHECK_FALSE(next_late({CaseState::active, {{own, "late", 1, {}}}, {}, ladder}, due).has_value());
    }
    CHECK_FALSE(may_lift(owed(), 1, add_days(due, 30), ladder).lacks(guideline::own_never_climb));
}

TEST_CASE("S1-37 An agency that stayed away from the two last meetings is lifted, one that came is not")
{
    CHECK_FALSE(stays_away({}));
    CHECK_FALSE(stays_away({true}));
    CHECK(stays_away({true, true}));
    CHECK(stays_away({false, true, true}));
    CHECK_FALSE(stays_away({true, true, false}));
    CHECK_FALSE(stays_away({true, false, true}));
}

TEST_CASE("S1-37 Who holds the group together has the duty to lift what is late to the next level, by the day of that level")
{
    const LadderFacts facts{CaseState::active, {{owed(), "late", 3, {}}}, {}, ladder};
    CHECK(ladder_duties(facts, due).empty());
    const auto first = ladder_duties(facts, add_days(due, 1));
    REQUIRE(first.size() == 1);
    CHECK(first[0].last_day == add_days(due, 1));
    CHECK(first[0].number == 3);
    const LadderFacts lifted{CaseState::active, {{owed(1), "late", 3, {}}}, {}, ladder};
    REQUIRE(ladder_duties(lifted, add_days(due, 2)).size() == 1);
    CHECK(ladder_duties(lifted, add_days(due, 2))[0].last_day == add_days(due, 7));
    const LadderFacts at_the_top{CaseState::active, {{owed(3), "late", 3, {}}}, {}, ladder};
    CHECK(ladder_duties(at_the_top, add_days(due, 90)).empty());
}

TEST_CASE("S1-37 Nothing is lifted while the case rests or after it has ended")
{
    for (const auto state : {CaseState::suspended, CaseState::closed}) {
        const LadderFacts facts{state, {{owed(), "late", 3, {}}}, {}, ladder};
        CHECK(ladder_duties(facts, add_days(due, 5)).empty());
        CHECK_FALSE(next_late(facts, due).has_value());
    }
}

TEST_CASE("S0-31 What is not late yet becomes so the day after its last day")
{
    const LadderFacts facts{CaseState::planning,
                            {{owed(), "late", 1, {}}, {{Owner::agency, true, add_days(due, -3), 0}, "late", 2, {}}},
                            {},
                            ladder};
    CHECK(next_late(facts, add_days(due, -10)) == add_days(due, -2));
    CHECK(next_late(facts, add_days(due, -2)) == add_days(due, 1));
    CHECK(next_late(facts, due) == add_days(due, 1));
    CHECK_FALSE(next_late(facts, add_days(due, 1)).has_value());
}
