#include <doctest/doctest.h>

#include "meeting/commands.h"
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
