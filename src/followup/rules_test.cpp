#include "followup/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::followup;
using plan::Owner;
using plan::Status;

namespace {

bool needs_new_day(Owner owner, Status status, Date last_day, std::optional<Date> new_last_day, Date on)
{
    return takes_up_what_is_late(owner, status, last_day, new_last_day, on).lacks(guideline::commitment_followed_up);
}

}  // namespace

TEST_CASE("S0-31 An agency's commitment that stays open after its day gets a new day at the meeting")
{
    CHECK_FALSE(needs_new_day(Owner::agency, Status::ongoing, 2026y / 5 / 10, {}, 2026y / 5 / 9));
    CHECK_FALSE(needs_new_day(Owner::agency, Status::ongoing, 2026y / 5 / 10, {}, 2026y / 5 / 10));  // the last day is in time
    CHECK(needs_new_day(Owner::agency, Status::ongoing, 2026y / 5 / 10, {}, 2026y / 5 / 11));
    CHECK(needs_new_day(Owner::agency, Status::not_started, 2026y / 5 / 10, {}, 2026y / 5 / 11));
    CHECK(needs_new_day(Owner::agency, Status::not_done, 2026y / 5 / 10, {}, 2026y / 5 / 11));  // it still has to be done
}

TEST_CASE("S1-06 A new day that has passed already is none")
{
    CHECK(needs_new_day(Owner::agency, Status::ongoing, 2026y / 5 / 1, 2026y / 5 / 10, 2026y / 5 / 11));
    CHECK_FALSE(needs_new_day(Owner::agency, Status::ongoing, 2026y / 5 / 1, 2026y / 5 / 11, 2026y / 5 / 11));
    CHECK_FALSE(needs_new_day(Owner::agency, Status::ongoing, 2026y / 5 / 1, 2026y / 6 / 1, 2026y / 5 / 11));
}

TEST_CASE("S0-31 What is done or dropped needs no new day")
{
    CHECK_FALSE(needs_new_day(Owner::agency, Status::done, 2026y / 5 / 10, {}, 2026y / 6 / 1));
    CHECK_FALSE(needs_new_day(Owner::agency, Status::cancelled, 2026y / 5 / 10, {}, 2026y / 6 / 1));
}

TEST_CASE("settled-30 The young person's and the guardians' own commitments are never treated as late")
{
    CHECK_FALSE(needs_new_day(Owner::youth, Status::ongoing, 2026y / 5 / 10, {}, 2026y / 6 / 1));
    CHECK_FALSE(needs_new_day(Owner::guardian, Status::not_started, 2026y / 5 / 10, {}, 2026y / 6 / 1));
}

TEST_CASE("S0-80 The young person's only own commitment is not dropped at a meeting: that is a new plan")
{
    CHECK(may_drop({Owner::youth, false, false, true}).lacks(guideline::youth_commits));
    CHECK(may_drop({Owner::youth, false, true, false}).allowed());
    CHECK(may_drop({Owner::guardian, false, false, false}).allowed());
}

TEST_CASE("S0-28 The police's only commitment is not dropped at a meeting")
{
    CHECK(may_drop({Owner::agency, true, true, false}).lacks(guideline::police_task_in_plan));
    CHECK(may_drop({Owner::agency, true, false, true}).allowed());
    CHECK(may_drop({Owner::agency, false, false, false}).allowed());
}

TEST_CASE("S0-32 What is not done, dropped or moved is said in words; what is done or goes on says itself")
{
    CHECK(says_why(plan::Status::not_done, false));
    CHECK(says_why(plan::Status::cancelled, false));
    CHECK(says_why(plan::Status::ongoing, true));
    CHECK_FALSE(says_why(plan::Status::ongoing, false));
    CHECK_FALSE(says_why(plan::Status::done, false));
    CHECK_FALSE(says_why(plan::Status::not_started, false));
}
