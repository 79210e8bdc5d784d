#include <doctest/doctest.h>

#include "emergency/rules.h"
#include "guideline/requirements.h"

using namespace lots;
using emergency::duties_of;
using emergency::may_note_told;
using emergency::may_open;

TEST_CASE("settled-26 Emergency access has a reason, and is no longer than the municipality has decided")
{
    CHECK(may_open(true, 1, 24).allowed());
    CHECK(may_open(true, 24, 24).allowed());
    CHECK(may_open(true, 25, 24).lacks(guideline::emergency_reason));
    CHECK(may_open(true, 0, 24).lacks(guideline::emergency_reason));
    CHECK(may_open(false, 1, 24).lacks(guideline::emergency_reason));
}

TEST_CASE("edge-4.34 The manager is told of it the day after at the latest, and notes it once")
{
    CHECK(may_note_told(true, false).allowed());
    CHECK(may_note_told(true, true).lacks(guideline::emergency_told));
    CHECK(may_note_told(false, false).lacks(guideline::emergency_told));
    const auto duties = duties_of({{3, 2026y / 5 / 11, {}, "nodatkomst/3/last"}});
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::emergency_told);
    CHECK(duties[0].last_day == Date{2026y / 5 / 12});
    CHECK(duties[0].number == 3);
    CHECK(duties_of({}).empty());
}
