#include "closure/commands.h"

#include <doctest/doctest.h>

#include "closure/duties.h"
#include "closure/pages.h"
#include "closure/store.h"
#include "meeting/commands.h"
#include "meeting/store.h"
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

CloseCase an_end(const std::string& number)
{
    return {number, "goals_reached", "Målet är nått", "Alex och gruppen i dag", "", GroupWithPlan::a_note()};
}

web::PathParts the_case(const std::string& number) { return {{"case", number}}; }

template <class Page>
std::string text_of(Municipality& town, const std::string& handle, const std::string& number, Page page)
{
    const auto shown = town.look(handle, the_case(number), page);
    must(shown);
    return (*shown).main.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void call_meeting(Municipality& town, const std::string& number, int days)
{
    must(town.run("sara", meeting::call_command(),
                  {number, "individual", "in_person", "Kulturhuset, rum 2", "", add_days(town.today(), days), form::Clock{13, 0}, 60, {"in_lots"},
                   {"1", "2", "3"}, {"1"}}));
}

std::vector<meeting::Meeting> meetings_now(Municipality& town, const std::string& number)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<std::vector<meeting::Meeting>> {
        const auto permit = access::permit<access::Operation::read_meetings>(work, number);
        if (!permit) return permit.error();
        return meeting::meetings(*permit);
    });
    must(found);
    return *found;
}

std::vector<guideline::Duty> duties_now(Municipality& town, const std::string& number)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<std::vector<guideline::Duty>> {
        const auto permit = access::permit<access::Operation::see_case>(work, number);
        if (!permit) return permit.error();
        return duties(*permit);
    });
    must(found);
    return *found;
}

void judge_and_hand_over(Municipality& town, const std::string& number)
{
    must(town.run("sara", goal_result_command(), {number, "1", "partly", "Betyg i fem ämnen"}));
    for (const auto* commitment : {"2", "3"})  // 1 is Alex' own (settled 30)
        must(town.run("sara", hand_over_command(), {number, commitment, "skolan", "Elin Berg följer upp i höst", town.today()}));
}

}  // namespace

TEST_CASE("T16 A member raises the question; social services decide that the group goes on")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        CHECK(fault_of(town.run("jonas", raise_command(), {group.number, "continued_crime", "Ny anmälan"})) == "not found");  // not active yet
        group.decide_plan();
        CHECK(duties_now(town, group.number).at(0).requirement->id == "S1-61");

        must(town.run("jonas", raise_command(), {group.number, "continued_crime", "Ny anmälan"}));
        CHECK(group.state() == CaseState::closure_review);
        REQUIRE(duties_now(town, group.number).size() == 1);
        CHECK(duties_now(town, group.number)[0].last_day == add_days(town.today(), 7));
        CHECK(duties_now(town, group.number)[0].person == town.people.at("sara"));

        CHECK(fault_of(town.run("jonas", continue_command(), {group.number, GroupWithPlan::a_note()})) == "not found");
        CHECK(fault_of(town.run("amir", continue_command(), {group.number, GroupWithPlan::a_note()})) == "not found");
        auto thin = GroupWithPlan::a_note();
        thin.why.clear();
        CHECK(missing_in(town.run("sara", continue_command(), {group.number, thin})) == "S1-71");
        town.set(add_days(town.today(), 1));
        must(town.run("sara", continue_command(), {group.number, GroupWithPlan::a_note()}));
        CHECK(group.state() == CaseState::active);
        REQUIRE(duties_now(town, group.number).size() == 1);  // the question is answered
        CHECK(duties_now(town, group.number)[0].last_day == add_months(town.today(), 6));
    });
}

TEST_CASE("T17 Social services close when every goal has a result and every commitment somebody who goes on")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        CHECK(missing_in(town.run("sara", close_command(), an_end(group.number))) == "S3-10 S1-62");
        CHECK(fault_of(town.run("amir", goal_result_command(), {group.number, "1", "reached", "Ja"})) == "not found");
        CHECK(fault_of(town.run("sara", goal_result_command(), {group.number, "2", "reached", "Ja"})) == "not found");
        judge_and_hand_over(town, group.number);
        must(town.run("sara", goal_result_command(), {group.number, "1", "reached", "Betyg i alla ämnen", 1}));  // the newest counts
        CHECK(fault_of(town.run("jonas", close_command(), an_end(group.number))) == "not found");
        const auto closed = town.run("sara", close_command(), an_end(group.number));
        must(closed);
        CHECK((*closed).page.str() == "/arende/" + group.number + "/avslut");
        CHECK(group.state() == CaseState::closed);
        CHECK(duties_now(town, group.number).empty());
        CHECK(fault_of(town.run("sara", close_command(), an_end(group.number))) == "not found");

        const auto told = text_of(town, "sara", group.number, closure_page);
        CHECK(has(told, "Betyg i alla ämnen"));
        CHECK_FALSE(has(told, "Betyg i fem ämnen"));
        CHECK(has(told, "Elin Berg följer upp i höst"));
        CHECK(has(told, "Åtgärdsplan, version 1"));  // S1-65: how long it is kept
        CHECK(has(told, "16 kap. "));
        CHECK(has(text_of(town, "alex", group.number, closure_page), "Målet är nått"));
    });
}

TEST_CASE("settled-20 A former member is told that it ended, and nothing else")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        judge_and_hand_over(town, group.number);
        must(town.run("sara", close_command(), an_end(group.number)));
        for (const auto* handle : {"jonas", "elin"}) {
            CAPTURE(handle);
            const auto told = text_of(town, handle, group.number, closure_page);
            CHECK(has(told, "avslutad"));
            for (const auto* secret : {"Alex", "Målet är nått", "Betyg", "följer upp"}) CHECK_FALSE(has(told, secret));
            const auto json = town.look(handle, the_case(group.number), closure_json);
            must(json);
            CHECK_FALSE(has(*json, "reason"));
        }
        CHECK(fault_of(town.look("petra", the_case(group.number), closure_page)) == "not found");
    });
}

TEST_CASE("settled-35 A case is closed from every open state, also before there is a plan; the person is free for a new episode")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        auto closure = an_end(group.number);
        closure.reason = "moved";
        must(town.run("sara", close_command(), closure));
        int open = 1;
        town.in_unit([&](storage::Session& db) {
            open = *db.one("SELECT count(*) FROM open_case WHERE municipality = $1", [](const storage::Row& row) { return row.get<int>(0); },
                           town.here);
        });
        CHECK(open == 0);
    });
}

TEST_CASE("settled-14 Under 18 the decision says what the child thinks; after a death nobody is asked (edge-4.36)")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        group.decide_plan();
        auto closure = an_end(group.number);
        closure.note.childs_view.clear();
        CHECK(missing_in(town.run("sara", close_command(), closure)) == "S3-10 S1-62 settled-14");
        must(town.run("sara", close_after_death_command(), closure));
        CHECK(group.state() == CaseState::closed);
    });
}

TEST_CASE("S0-68 The twelve months are counted from the closure")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", close_command(), an_end(group.number)));
        const auto json = town.look("sara", the_case(group.number), closure_json);
        must(json);
        CHECK(has(*json, R"("monitoring_last_day":")" + iso(add_months(town.today(), 12)) + "\""));
    });
}

TEST_CASE("settled-35 A review of a suspended case does not make a group active that never had a plan")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        town.set(add_days(town.today(), 366));  // the consent has run out
        CHECK(group.state() == CaseState::suspended);
        must(town.run("sara", raise_command(), {group.number, "other", "Ingen kontakt"}));
        CHECK(group.state() == CaseState::suspended);  // and its question waits
        CHECK(duties_now(town, group.number).size() == 1);
        CHECK(missing_in(town.run("sara", continue_command(), {group.number, GroupWithPlan::a_note()})) == "S1-60 S4-15");
        const auto before = town.as("sara", [&](access::Work& work) -> Result<CaseState> {
            const auto permit = access::permit<access::Operation::decide_closure>(work, group.number);
            if (!permit) return permit.error();
            return state_before_review(*permit);
        });
        must(before);
        CHECK(*before == CaseState::forming);
        must(town.run("sara", close_command(), an_end(group.number)));  // closing needs no consent
        CHECK(group.state() == CaseState::closed);
    });
}

TEST_CASE("settled-28 What is called is cancelled when the case is closed, for that reason, and the page before says so")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        call_meeting(town, group.number, 5);
        call_meeting(town, group.number, 9);
        must(town.run("sara", meeting::cancel_command(), {group.number, "1", "moved"}));
        const auto form = town.look("sara", the_case(group.number), close_command().prepare);
        must(form);
        CHECK(has((*form).above.str(), "Möte 2, "));
        CHECK_FALSE(has((*form).above.str(), "Möte 1, "));

        must(town.run("sara", close_command(), an_end(group.number)));
        const auto after = meetings_now(town, group.number);
        REQUIRE(after.size() == 2);
        CHECK(after[0].cancel_reason == "moved");  // as it was
        CHECK(after[1].state == meeting::State::cancelled);
        CHECK(after[1].cancel_reason == "case_closed");
        CHECK(after[1].cancelled_at.has_value());  // written down, and not only read so
    });
}

TEST_CASE("S1-17 A meeting that has begun is locked or cancelled before the case is closed; a case that rests can be closed without")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        call_meeting(town, group.number, 5);
        town.set(add_days(town.today(), 6));
        CHECK(missing_in(town.run("sara", close_command(), an_end(group.number))) == "S1-17");
        town.set(add_days(town.today(), 366));  // the consent has run out: nobody may write minutes any more
        REQUIRE(group.state() == CaseState::suspended);
        must(town.run("sara", close_command(), an_end(group.number)));
        CHECK(meetings_now(town, group.number).at(0).state == meeting::State::held);
    });
}

TEST_CASE("settled-28 When the consent does not hold what was called is off, before anybody writes it down")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        call_meeting(town, group.number, 5);
        CHECK(meetings_now(town, group.number).at(0).state == meeting::State::called);
        town.in_unit([&](storage::Session& db) {  // Alex takes the consent back
            db.run("INSERT INTO consent_withdrawal (municipality, id, consent, signatory, withdrawn_at, way, received_by) SELECT c.municipality, "
                   "$2, c.id, s.id, $3, 'phone', $4 FROM consent c JOIN signatory s ON s.municipality = c.municipality AND s.case_id = c.case_id "
                   "WHERE c.municipality = $1",
                   town.here, RecordId::make(town.house.random), town.house.now, town.people.at("sara"));
        });
        const auto off = meetings_now(town, group.number).at(0);
        CHECK(off.state == meeting::State::cancelled);
        CHECK(off.cancel_reason == "case_suspended");
        CHECK_FALSE(off.cancelled_at.has_value());
    });
}
