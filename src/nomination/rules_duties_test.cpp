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
