#include <doctest/doctest.h>

#include "group/commands.h"
#include "meeting/commands.h"
#include "meeting/pages.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::meeting;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

// What a meeting that was held leaves behind, whatever happens afterwards.
namespace {

CallMeeting a_call(const std::string& number, Date day)
{
    return {number, "individual", "in_person", "Kulturhuset, rum 2", "", day, form::Clock{13, 0}, 60, {"in_lots"}, {"1", "2", "3"}, {"1"}};
}

void hold_meeting_1(Municipality& town, const std::string& number)
{
    const auto day = add_days(town.today(), 10);
    must(town.run("amir", call_command(), a_call(number, day)));
    town.set(day, 13);
}

bool asks_for_lines(Municipality& town, const std::string& number)
{
    return missing_in(town.run("amir", lock_command(), {number, "1", ""})).find("S0-32") != std::string::npos;
}

}  // namespace

TEST_CASE("S1-34, S1-35, edge-4.28 A private helper is called to a day on which that person takes part, and sees time and place alone")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        const auto today = town.today();
        const auto offered = [&] {
            const auto page = town.look("amir", {{"case", group.number}}, call_command().prepare);
            must(page);
            return (*page).choices.of("helpers").size();
        };
        auto call = a_call(group.number, add_days(today, 5));
        call.signatories = {"1", "2"};
        call.helpers = {"1"};
        must(town.run("sara", group::wish_helper_command(),
                      {group.number, "Tore Blom", "coach", "070-000 00 00", "Följa med till boxningen", "Han lyssnar på mig", "meeting", today}));
        CHECK(offered() == 0);
        CHECK(missing_in(town.run("amir", call_command(), call)) == "settled-2 S1-35 edge-4.28");
        must(town.run("sara", group::answer_helper_command(), {group.number, "1", "2", "yes", "phone", today}));
        must(town.run("sara", group::judge_helper_command(),
                      {group.number, "1", "yes", "tore", today, add_days(today, 4), GroupWithPlan::a_note()}));
        CHECK(offered() == 0);  // the reservation is not signed
        CHECK(missing_in(town.run("amir", call_command(), call)) == "S1-35 edge-4.28");
        must(town.run("sara", group::sign_reservation_command(), {group.number, "1", "Skåp 3", today, true}));
        CHECK(offered() == 1);
        CHECK(missing_in(town.run("amir", call_command(), call)) == "S1-35");  // the task ends the day before the meeting
        CHECK(fault_of(town.look("tore", {{"case", group.number}, {"number", "1"}}, meeting_page)) == "not found");

        call.day = add_days(today, 4);
        must(town.run("amir", call_command(), call));
        call.helpers.clear();
        must(town.run("amir", call_command(), call));
        const auto of = [&](const std::string& who) {
            const auto page = town.look(who, {{"case", group.number}, {"number", "1"}}, meeting_page);
            must(page);
            return (*page).main.str();
        };
        CHECK(of("amir").find("Tore Blom") != std::string::npos);
        CHECK(of("tore").find("Kulturhuset") != std::string::npos);
        for (const auto* hidden : {"Elin Berg", "Jonas Ek", "Vårdnadshavare 1"}) CHECK_MESSAGE(of("tore").find(hidden) == std::string::npos, hidden);
        for (const auto* hidden : {"Individ", "individmöte", "Amir"}) CHECK_MESSAGE(of("tore").find(hidden) == std::string::npos, hidden);
        const auto told = town.look("tore", {{"case", group.number}, {"number", "1"}}, meeting_json);
        must(told);
        CHECK((*told).find("\"line\":1") != std::string::npos);  // not how many others are called
        for (const auto* hidden : {"\"kind\"", "counts_as_individual", "cancel_reason", "agenda\":[{"})
            CHECK_MESSAGE((*told).find(hidden) == std::string::npos, hidden);
        CHECK(fault_of(town.look("tore", {{"case", group.number}, {"number", "2"}}, meeting_page)) == "not found");  // not called to it

        town.set(add_days(today, 4), 13);
        CHECK(fault_of(town.run("amir", attendance_command(), {group.number, "1", "6", "substitute", ""})) == "presence");
        must(town.run("amir", attendance_command(), {group.number, "1", "6", "present", ""}));
        must(town.run("sara", group::answer_helper_command(), {group.number, "1", "2", "no", "phone", town.today()}));
        CHECK(offered() == 0);
        CHECK(fault_of(town.look("tore", {{"case", group.number}, {"number", "1"}}, meeting_page)) == "not found");
        CHECK(of("amir").find("Tore Blom") != std::string::npos);  // what was is kept
    });
}

TEST_CASE("S4-15 A meeting ends on the day it begins, so that the consent of one day covers it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        auto call = a_call(group.number, add_days(town.today(), 10));
        call.clock = form::Clock{23, 0};
        call.length_minutes = 61;
        CHECK(fault_of(town.run("amir", call_command(), call)) == "length_minutes");
        call.length_minutes = 60;
        CHECK(fault_of(town.run("amir", call_command(), call)) == "none");
    });
}

TEST_CASE("S1-17 A meeting at which something was noted is not cancelled any more")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        hold_meeting_1(town, group.number);
        must(town.run("amir", attendance_command(), {group.number, "1", "1", "present", ""}));
        CHECK(fault_of(town.run("amir", cancel_command(), {group.number, "1", "moved"})) == "not found");
    });
}

TEST_CASE("S0-32 A promise that was decided after the meeting is not asked about in its minutes")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        hold_meeting_1(town, group.number);
        town.set(add_days(town.today(), 1));
        group.decide_plan();
        CHECK_FALSE(asks_for_lines(town, group.number));
    });
}

TEST_CASE("S0-32 A promise that was kept after the meeting is asked about all the same: it was open there")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        hold_meeting_1(town, group.number);
        town.set(add_days(town.today(), 1));
        must(town.run("alex", plan::report_command(), {group.number, "1", "done", "", false}));
        must(town.run("jonas", plan::report_command(), {group.number, "2", "done", "", false}));
        must(town.run("elin", plan::report_command(), {group.number, "3", "done", "", false}));
        CHECK(asks_for_lines(town, group.number));
    });
}

TEST_CASE("S1-17 A presence that was changed can be changed back with one button; what needs words cannot")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        hold_meeting_1(town, group.number);
        const auto first = town.run("amir", attendance_command(), {group.number, "1", "1", "present", ""});
        must(first);
        CHECK_FALSE((*first).undo.has_value());
        const auto second = town.run("amir", attendance_command(), {group.number, "1", "1", "digital", "", 1});
        must(second);
        REQUIRE((*second).undo.has_value());
        CHECK((*second).undo->page.str().ends_with("/moten/1/narvaro/1"));
        REQUIRE((*second).undo->fields.size() == 2);
        CHECK((*second).undo->fields[0].value == "present");
        CHECK((*second).undo->fields[1].value == "2");
        must(town.run("amir", attendance_command(), {group.number, "1", "1", "absent", "Sjuk", 2}));
        const auto after_words = town.run("amir", attendance_command(), {group.number, "1", "1", "present", "", 3});
        must(after_words);
        CHECK_FALSE((*after_words).undo.has_value());
    });
}
