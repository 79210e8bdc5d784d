#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "meeting/rules.h"

using namespace lots;
using meeting::may_answer;

TEST_CASE("settled-15 A call is answered by who is called, until the meeting begins")
{
    constexpr bool called = true, begun = true, cancelled = true;
    CHECK(may_answer(called, !begun, !cancelled).allowed());
    CHECK(may_answer(!called, !begun, !cancelled).lacks(guideline::call_answered));
    CHECK(may_answer(called, begun, !cancelled).lacks(guideline::call_answered));
    CHECK(may_answer(called, !begun, cancelled).lacks(guideline::call_answered));
}
