#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/rules_avoid.h"

using namespace lots;
using access::CaseState;
using plan::may_take_away_avoid;
using plan::may_write_avoid;

TEST_CASE("settled-24 Persons and places to avoid are written while the group works, and not in a case that rests or is closed")
{
    for (const auto state : {CaseState::forming, CaseState::planning, CaseState::active, CaseState::closure_review})
        CHECK(may_write_avoid(state).allowed());
    for (const auto state : {CaseState::consent_pending, CaseState::suspended, CaseState::closed, CaseState::transferred})
        CHECK(may_write_avoid(state).lacks(guideline::avoid_kept_apart));
}

TEST_CASE("settled-24 One of them is taken away by social services or by who wrote it")
{
    constexpr bool social_services = true, own = true;
    CHECK(may_take_away_avoid(CaseState::active, social_services, !own).allowed());
    CHECK(may_take_away_avoid(CaseState::active, !social_services, own).allowed());
    CHECK(may_take_away_avoid(CaseState::active, !social_services, !own).lacks(guideline::avoid_kept_apart));
    CHECK(may_take_away_avoid(CaseState::suspended, social_services, own).lacks(guideline::avoid_kept_apart));
}
