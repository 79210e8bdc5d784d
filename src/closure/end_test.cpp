#include "closure/end.h"

#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "cases/brought_in.h"
#include "closure/commands.h"
#include "closure/store.h"
#include "guideline/requirements.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::closure;
using access::CaseState;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

/// That the case came in with a file just now, and on which day its plan was decided on paper.
void bring_in(GroupWithPlan& group, Date plan_decided_on)
{
    must(group.town.as("sara", [&](access::Work& work) -> Result<Done> {
        const auto batch = cases::add_batch(work, "cases", Bytes(32));
        cases::add_brought_in(work, group.number, batch, {work.now, "D 2026/117", {}, {}, {}, plan_decided_on}, "en rad");
        return Done{};
    }));
}

/// The day from which the time to continue or close is counted.
Date counted_from(GroupWithPlan& group)
{
    return *group.town.as("sara", [&](access::Work& work) -> Result<Date> {
        const auto permit = access::permit<access::Operation::see_case>(work, group.number);
        if (!permit) return permit.error();
        return continued_on(*permit).value();
    });
}

}  // namespace

TEST_CASE("S1-62 An open commitment goes on with an agency that has said yes; what is Alex' own with nobody")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto today = town.today();
        CHECK(missing_in(town.run("sara", hand_over_command(), {group.number, "1", "skolan", "Elin", today})) ==
              "settled-30");
        CHECK(missing_in(town.run("sara", hand_over_command(), {group.number, "2", "skolan", "Elin", add_days(today, 1)})) ==
              "S1-62");
        must(town.run("sara", hand_over_command(), {group.number, "2", "skolan", "Elin", today}));
        town.set(add_days(today, 366));  // the consent has run out: only who promised it goes on with it
        REQUIRE(group.state() == CaseState::suspended);
        CHECK(missing_in(town.run("sara", hand_over_command(), {group.number, "3", "polisen", "Jonas", today})) == "S0-13");
        must(town.run("sara", hand_over_command(), {group.number, "3", "skolan", "Elin", today}));
    });
}

TEST_CASE("S3-10 Whoever judged a goal or handed something over meanwhile is told of, and nothing is overwritten unseen")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("sara", goal_result_command(), {group.number, "1", "partly", "Betyg i fem ämnen"}));
        CHECK(fault_of(town.run("sara", goal_result_command(), {group.number, "1", "reached", "Alla"})) == "conflict");
        must(town.run("sara", goal_result_command(), {group.number, "1", "reached", "Alla", 1}));
        must(town.run("sara", hand_over_command(), {group.number, "2", "skolan", "Elin", town.today()}));
        CHECK(fault_of(town.run("sara", hand_over_command(), {group.number, "2", "polisen", "Jonas", town.today()})) ==
              "conflict");
    });
}

TEST_CASE("settled-4 After a withdrawal the page that ends a case says first who took the consent back, and that a new one is another way")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto form = [&] {
            auto page = town.look("sara", {{"case", group.number}}, close_command().prepare);
            must(page);
            return std::pair((*page).above.str(), (*page).below.str());
        };
        CHECK(form().first.find("tog tillbaka samtycket") == std::string::npos);
        town.in_unit([&](storage::Session& db) {  // Alex takes the consent back
            db.run("INSERT INTO consent_withdrawal (municipality, id, consent, signatory, withdrawn_at, way, received_by) SELECT c.municipality, "
                   "$2, c.id, s.id, $3, 'phone', $4 FROM consent c JOIN signatory s ON s.municipality = c.municipality AND s.case_id = c.case_id "
                   "WHERE c.municipality = $1",
                   town.here, RecordId::make(town.house.random), town.house.now, town.people.at("sara"));
        });
        REQUIRE(group.state() == CaseState::suspended);
        const auto [above, below] = form();
        CHECK(above.find("Ungdomen tog tillbaka samtycket") != std::string::npos);
        CHECK(above.find("/samtycken\"") != std::string::npos);
        CHECK(above.find("avliden") == std::string::npos);  // the other ways stand after the form
        CHECK(below.find("avliden") != std::string::npos);
    });
}

TEST_CASE("S1-61 When the decision to continue or close is overdue there is no new plan and no new consent until it is made")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto last = add_months(town.today(), 6);
        const auto plan_gate = [&] {
            const auto page = town.look("sara", {{"case", group.number}}, plan::decide_command().prepare);
            must(page);
            return (*page).gate;
        };
        town.set(last);
        CHECK_FALSE(plan_gate().lacks(guideline::no_rolling_on));
        town.set(add_days(last, 1));
        CHECK(plan_gate().lacks(guideline::no_rolling_on));
        must(town.run("sara", continue_command(), {group.number, GroupWithPlan::a_note()}));
        CHECK_FALSE(plan_gate().lacks(guideline::no_rolling_on));
    });
}

TEST_CASE("S1-61 A plan that came in decided is counted from its day on paper")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto on_paper = add_months(town.today(), -5);
        bring_in(group, on_paper);
        group.decide_plan();
        CHECK(counted_from(group) == on_paper);
        const auto may_go_on = [&](Date day) {
            town.set(day);
            const auto page = town.look("sara", {{"case", group.number}}, plan::decide_command().prepare);
            must(page);
            return !(*page).gate.lacks(guideline::no_rolling_on);
        };
        CHECK(may_go_on(add_months(on_paper, 6)));
        CHECK_FALSE(may_go_on(add_days(add_months(on_paper, 6), 1)));
        must(town.run("sara", continue_command(), {group.number, GroupWithPlan::a_note()}));
        CHECK(counted_from(group) == town.today());
    });
}

TEST_CASE("S1-61 A plan that came in from paper and was decided here is counted from the decision here")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        bring_in(group, add_months(town.today(), -5));
        town.set(add_days(town.today(), 1));
        group.decide_plan();
        CHECK(counted_from(group) == town.today());
    });
}
