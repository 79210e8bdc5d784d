#include "plan/rules_order.h"

#include <doctest/doctest.h>

using namespace lots::plan;

TEST_CASE("S1-53 A commitment that is moved up changes place with the one before it, and with nothing else")
{
    const std::vector<Placed> plan{{7, 1}, {3, 2}, {5, 4}};
    CHECK(moved(plan, 5, Direction::up) == std::vector<Placed>{{5, 2}, {3, 4}});
    CHECK(moved(plan, 7, Direction::down) == std::vector<Placed>{{7, 2}, {3, 1}});
}

TEST_CASE("S1-53 The first is not moved up, the last not down, and one that is not in the draft nowhere")
{
    const std::vector<Placed> plan{{7, 1}, {3, 2}};
    CHECK(moved(plan, 7, Direction::up).empty());
    CHECK(moved(plan, 3, Direction::down).empty());
    CHECK(moved(plan, 9, Direction::up).empty());
    CHECK(moved({}, 1, Direction::down).empty());
}

TEST_CASE("S1-53 Where two share a place or one has none, all have their own after the move")
{
    CHECK(moved({{1, 1}, {2, 1}, {3, 0}}, 3, Direction::up) == std::vector<Placed>{{3, 2}, {2, 3}});
    CHECK(moved({{1, 0}, {2, 0}}, 2, Direction::up) == std::vector<Placed>{{2, 1}, {1, 2}});
}

TEST_CASE("The way back of a move is the other direction")
{
    CHECK(direction_of("up") == Direction::up);
    CHECK(direction_of("down") == Direction::down);
    CHECK(opposite("up") == "down");
    CHECK(opposite("down") == "up");
}
