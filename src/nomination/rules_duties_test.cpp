#include <doctest/doctest.h>

#include "guideline/law.h"
#include "guideline/requirements.h"
#include "nomination/rules.h"

using namespace lots;
using namespace lots::nomination;
using guideline::Actor;

// What is due after a proposal, and from when the law counts.

TEST_CASE("law-SoL-20-2 The preliminary assessment is made within 14 days from the notice")
{
    CHECK(assessment_last_day(2026y / 5 / 10) == Date{2026y / 5 / 24});
    CHECK(assessment_last_day(2026y / 12 / 24) == Date{2027y / 1 / 7});
    CHECK(assessment_last_day(2028y / 2 / 20) == Date{2028y / 3 / 5});
}

TEST_CASE("law-SoL-20-2 A proposal that nobody has taken up is a duty of social services, then of the officer, until it is decided")
{
    PersonId officer;
    officer.value[0] = 7;

    Waiting proposal{LegalGround::concern_notice, 2026y / 5 / 10, 2026y / 5 / 10, 2010y / 2 / 2, false, false, {}};
    const auto waiting = duties(proposal);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].requirement == &guideline::preliminary_assessment);
    CHECK(waiting[0].who == Actor::social_services);
    CHECK_FALSE(waiting[0].person);
    CHECK(waiting[0].what.name() == "duty.take_up_nomination");
    CHECK(waiting[0].last_day == Date{2026y / 5 / 24});
    CHECK(waiting[0].path == "forslag");

    proposal.taken_up = true;
    proposal.officer = officer;
    const auto taken = duties(proposal);
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].person == officer);
    CHECK(taken[0].what.name() == "duty.assess_nomination");
    CHECK(taken[0].last_day == Date{2026y / 5 / 24});  // taking it up wins no time
    CHECK(taken[0].path == "beslut");

    proposal.decided = true;
    CHECK(duties(proposal).empty());
}

TEST_CASE("law-SoL-20-2 The 14 days are counted from the notice, also when the proposal is written later")
{
    for (const auto ground : {LegalGround::concern_notice, LegalGround::lul6_notification}) {
        const auto due = duties({ground, 2026y / 5 / 1, 2026y / 5 / 10, 2010y / 2 / 2, false, false, {}});
        REQUIRE(due.size() == 1);
        CHECK(due[0].requirement == &guideline::preliminary_assessment);
        CHECK(due[0].last_day == Date{2026y / 5 / 15});
    }
}

TEST_CASE("law-SoL-20-2 Where there is no notice, or it is about an adult, no 14 days of the law are said to run; the proposal is still on a list")
{
    const Waiting known{LegalGround::own_knowledge, 2026y / 5 / 1, 2026y / 5 / 10, 2010y / 2 / 2, true, false, {}};
    const Waiting adult{LegalGround::concern_notice, 2026y / 5 / 1, 2026y / 5 / 10, 2008y / 5 / 1, true, false, {}};
    for (const auto& proposal : {known, adult}) {
        CHECK_FALSE(law_sets_time(proposal));
        const auto due = duties(proposal);
        REQUIRE(due.size() == 1);
        CHECK(due[0].requirement == &guideline::social_services_decide);
        CHECK(due[0].what.name() == "duty.decide_nomination");
        CHECK(due[0].last_day == Date{2026y / 5 / 24});
    }
    auto child = adult;
    child.born = 2008y / 5 / 2;  // 17 on the day of the notice
    CHECK(law_sets_time(child));
}

TEST_CASE("SoL 19:1 and 19:6: a notice on 15 January 2026 or later names the wording of that day; one before it the older")
{
    for (const auto* id : {"sol-19-1", "sol-19-6"}) {
        const auto before = guideline::legal_reference(id, 2026y / 1 / 14), after = guideline::legal_reference(id, 2026y / 1 / 15);
        REQUIRE(before);
        REQUIRE(after);
        CHECK(guideline::wording(*before).ends_with("socialtjänstlagen (2025:400)"));
        CHECK(guideline::wording(*after) == guideline::wording(*before) + ", i lydelse enligt SFS 2025:1501");
    }
}

namespace {

/// The police's notice about a child, decided on 20 May.
Waiting decided_on_20_may()
{
    Waiting proposal{LegalGround::concern_notice, 2026y / 5 / 10, 2026y / 5 / 10, 2010y / 2 / 2, true, true, {}};
    proposal.decided_on = 2026y / 5 / 20;
    proposal.from_outside = true;
    return proposal;
}

}  // namespace

TEST_CASE("S1-73 Whoever made a notice is told within one week of the decision, and then nothing is due")
{
    auto proposal = decided_on_20_may();
    const auto due = duties(proposal);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::notifier_told);
    CHECK(due[0].what.name() == "duty.tell_notifier");
    CHECK(due[0].last_day == Date{2026y / 5 / 27});
    CHECK(due[0].path == "forslag/aterkoppling");
    proposal.notifier_told = true;
    CHECK(duties(proposal).empty());
    auto own = decided_on_20_may();
    own.from_outside = false;
    CHECK(duties(own).empty());
    auto adult = decided_on_20_may();
    adult.born = 2008y / 5 / 10;  // 18 on the day of the notice
    CHECK(duties(adult).empty());
    auto undecided = decided_on_20_may();
    undecided.decided_on.reset();
    CHECK(duties(undecided).empty());
}

TEST_CASE("S1-73 A feedback is about another's notice, comes on or after the decision, and says what came of it or why not")
{
    const Feedback told{true, 2026y / 5 / 20, 2026y / 5 / 20, true, false};
    CHECK(may_tell_notifier(told).allowed());
    auto early = told;
    early.given_on = 2026y / 5 / 19;
    CHECK(may_tell_notifier(early).lacks(guideline::notifier_told));
    early.given_on = 2026y / 5 / 21;
    CHECK(may_tell_notifier(early).allowed());
    auto silent = told;
    silent.told = false;
    CHECK(may_tell_notifier(silent).lacks(guideline::notifier_told));
    silent.reason = true;
    CHECK(may_tell_notifier(silent).allowed());
    silent.notice_from_outside = false;
    CHECK(may_tell_notifier(silent).lacks(guideline::notifier_told));
    CHECK(feedback_last_day(2025y / 6 / 30) == Date{2025y / 7 / 7});
    CHECK(feedback_last_day(2025y / 7 / 1) == Date{2025y / 7 / 8});
}

TEST_CASE("S1-46 S1-47 S4-40 The return home is planned so many weeks before, until the group plans")
{
    auto proposal = decided_on_20_may();
    proposal.notifier_told = true;
    CHECK(duties(proposal).empty());
    proposal.home_on = 2026y / 9 / 1;
    const auto due = duties(proposal);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::homecoming_planned);
    CHECK(due[0].what.name() == "duty.plan_homecoming");
    CHECK(due[0].last_day == Date{2026y / 7 / 7});
    proposal.home_weeks = 2;
    CHECK(duties(proposal)[0].last_day == Date{2026y / 8 / 18});
    proposal.planning = true;
    CHECK(duties(proposal).empty());
}

TEST_CASE("settled-35 A proposal that is taken back is decided within a week, also when somebody waits for a place")
{
    CHECK(may_take_back(true, false).allowed());
    CHECK(may_take_back(false, false).lacks(guideline::proposal_taken_back));
    CHECK(may_take_back(true, true).lacks(guideline::proposal_taken_back));

    auto waits = decided_on_20_may();
    waits.notifier_told = true;
    waits.taken_back_on = 2026y / 6 / 1;
    CHECK(duties(waits).empty());  // decided: nothing to decide
    waits.may_be_ended = true;
    const auto due = duties(waits);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::proposal_taken_back);
    CHECK(due[0].last_day == Date{2026y / 6 / 8});
    CHECK(due[0].path == "beslut");
    waits.taken_up = false;
    CHECK(duties(waits)[0].path == "forslag");
}

TEST_CASE("S0-76 settled-32 A proposal without a group is kept for the months that are set, and no longer")
{
    CHECK(keep_until(2026y / 5 / 10, 60) == Date{2031y / 5 / 10});
    CHECK(keep_until(2026y / 8 / 31, 6) == Date{2027y / 2 / 28});
}

TEST_CASE("S3-07 The days from proposal to decision, to consent and to the first meeting are counted one by one")
{
    Turns turns{2026y / 5 / 10, {}, {}, {}};
    auto waits = waits_of(turns);
    CHECK_FALSE(waits.to_decision);
    CHECK_FALSE(waits.to_consent);
    CHECK_FALSE(waits.to_meeting);
    turns = {2026y / 5 / 10, Date{2026y / 5 / 19}, Date{2026y / 5 / 31}, Date{2026y / 6 / 5}};
    waits = waits_of(turns);
    CHECK(waits.to_decision == 9);
    CHECK(waits.to_consent == 12);
    CHECK(waits.to_meeting == 5);
    turns.consented.reset();
    CHECK(waits_of(turns).to_decision == 9);
    CHECK_FALSE(waits_of(turns).to_consent);
    CHECK_FALSE(waits_of(turns).to_meeting);
}
