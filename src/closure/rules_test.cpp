#include "closure/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::closure;
using access::CaseState;

namespace {

/// A case with two goals and one open commitment, where everything is done.
Open an_end_in_order() { return {true, {1, 2}, {1, 2}, {3}, {3}, {}, false}; }
Said a_decision_in_order() { return {"goals_reached", "Båda målen är nådda."}; }

/// What the missing findings are about, in order.
std::vector<std::string> missing_about(const guideline::Decision& decision, const guideline::Requirement& requirement)
{
    std::vector<std::string> all;
    for (const auto* finding : decision.missing())
        if (finding->requirement == &requirement) all.push_back(finding->about);
    return all;
}

}  // namespace

TEST_CASE("S1-63 Only social services close")
{
    CHECK(ready_to_close(an_end_in_order()).allowed());
    auto open = an_end_in_order();
    open.by_social_services = false;
    CHECK(ready_to_close(open).lacks(guideline::social_services_close));
}

TEST_CASE("S3-10 Every goal has a result before the case is closed")
{
    auto open = an_end_in_order();
    open.with_result = {1};
    CHECK_FALSE(ready_to_close(open).allowed());
    CHECK(missing_about(ready_to_close(open), guideline::goal_results) == std::vector<std::string>{"2"});
}

TEST_CASE("S1-62 Every open commitment is handed over before the case is closed")
{
    auto open = an_end_in_order();
    open.open_commitments = {3, 5};
    CHECK(missing_about(ready_to_close(open), guideline::handed_over) == std::vector<std::string>{"5"});
    open.handed_over.insert(5);
    CHECK(ready_to_close(open).allowed());
}

TEST_CASE("S1-65 A signed form and a plan are kept five years after the end, a child's until the age of thirty")
{
    const Date closed = 2026y / 11 / 22;
    const auto of_adult = kept_until(2026y / 5 / 10, closed, 2006y / 1 / 4);
    REQUIRE(of_adult);
    CHECK(of_adult->earliest_day == Date{2031y / 11 / 22});
    CHECK(of_adult->reference == "sol-16-1");
    // Seventeen when the paper began to hold, whatever the age is at the end: the day before, and the birthday itself.
    const Date born = 2008y / 5 / 10;
    const auto of_child = kept_until(2026y / 5 / 9, closed, born);
    REQUIRE(of_child);
    CHECK(of_child->earliest_day == Date{2038y / 5 / 10});
    CHECK(of_child->reference == "sol-16-2a");
    CHECK(kept_until(2026y / 5 / 10, closed, born)->earliest_day == Date{2031y / 11 / 22});
    // A number that the law of that day does not have is none, never the nearest.
    CHECK_FALSE(kept_until(2025y / 1 / 1, 2025y / 6 / 30, born));
    CHECK(kept_until(2025y / 8 / 1, 2026y / 1 / 14, born)->reference == "sol-16-1");
}

TEST_CASE("S1-17 A meeting that was held has its minutes locked before the case is closed: afterwards nobody can")
{
    auto open = an_end_in_order();
    open.without_minutes = {4};
    CHECK_FALSE(ready_to_close(open).allowed());
    CHECK(missing_about(ready_to_close(open), guideline::minutes_written) == std::vector<std::string>{"4"});
}

TEST_CASE("settled-35 A case that never came to a plan can be closed: there is nothing to hand over")
{
    CHECK(ready_to_close({true, {}, {}, {}, {}, {}, false}).allowed());
}

TEST_CASE("edge-4.36 After a death nobody has to write results; it is still social services' decision")
{
    CHECK(ready_to_close({true, {1, 2}, {}, {3}, {}, {4}, true}).allowed());
    CHECK_FALSE(ready_to_close({false, {1, 2}, {}, {3}, {}, {4}, true}).allowed());
}

TEST_CASE("S1-59 A closure has a reason and a ground")
{
    CHECK(says_why(a_decision_in_order()).allowed());
    auto said = a_decision_in_order();
    said.reason.clear();
    CHECK(says_why(said).lacks(guideline::closure_reason));
    said = a_decision_in_order();
    said.ground.clear();
    CHECK(says_why(said).lacks(guideline::closure_reason));
}

TEST_CASE("S1-62 A commitment is handed over to an agency that has said yes to it")
{
    CHECK(may_hand_over({true, true, true, false}).allowed());
    CHECK(may_hand_over({true, false, true, true}).lacks(guideline::handed_over));
}

TEST_CASE("S1-62 After a withdrawal only the agency that promised it can go on with it: it knows already")
{
    CHECK(may_hand_over({true, true, false, false}).lacks(guideline::consent_names_agency));
    CHECK(may_hand_over({true, true, false, true}).allowed());
}

TEST_CASE("settled-30 The young person's and the guardians' own commitments are handed over to nobody")
{
    CHECK(may_hand_over({false, true, true, true}).lacks(guideline::own_never_climb));
}

TEST_CASE("S0-68 The twelve months are counted in months from the day of the closure")
{
    CHECK(monitoring_last_day(2026y / 5 / 10) == 2027y / 5 / 10);
    CHECK(monitoring_last_day(2028y / 2 / 29) == 2029y / 2 / 28);
}

TEST_CASE("S1-60 Going on is decided in closure review, or about an active group")
{
    CHECK(may_continue(CaseState::closure_review, true).allowed());
    CHECK(may_continue(CaseState::active, true).allowed());
    CHECK(may_continue(CaseState::planning, true).lacks(guideline::closure_question_asked));
}

TEST_CASE("S4-15 No group goes on without a consent that holds")
{
    CHECK(may_continue(CaseState::closure_review, false).lacks(guideline::within_term));
}

TEST_CASE("S1-60 A closure question is answered within seven days")
{
    const DutyFacts facts{CaseState::closure_review, 2026y / 5 / 10, {}, 6, {}};
    const auto due = duties(facts);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::closure_question_asked);
    CHECK(due[0].last_day == Date(2026y / 5 / 17));
    CHECK(due[0].path == "avsluta");
    // A suspension does not hide the question; when the group goes on it is answered.
    CHECK(duties({CaseState::suspended, 2026y / 5 / 10, {}, 6, {}}).size() == 1);
    CHECK(duties({CaseState::active, 2026y / 5 / 10, {}, 6, {}}).empty());
    CHECK(duties({CaseState::closure_review, {}, {}, 6, {}}).empty());
}

TEST_CASE("S1-60 When the group wants closure to be considered, somebody raises it within seven days")
{
    DutyFacts facts{CaseState::active, {}, {}, 6, {}};
    facts.considered_on = 2026y / 5 / 10;
    const auto due = duties(facts);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::closure_question_asked);
    CHECK(due[0].last_day == Date(2026y / 5 / 17));
    CHECK(due[0].path == "fraga-om-avslut");
    facts.state = CaseState::suspended;
    CHECK(duties(facts).empty());
}

TEST_CASE("S1-61 Continue or close is decided at least every six months")
{
    const auto due = duties({CaseState::active, {}, 2026y / 8 / 31, 6, {}});
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::no_rolling_on);
    CHECK(due[0].last_day == Date(2027y / 2 / 28));
    CHECK(due[0].path == "fortsatt");
    CHECK(duties({CaseState::planning, {}, 2026y / 8 / 31, 6, {}}).empty());
    CHECK(duties({CaseState::active, {}, {}, 6, {}}).empty());
}
