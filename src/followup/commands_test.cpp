#include "followup/commands.h"

#include <doctest/doctest.h>

#include "meeting/commands.h"
#include "meeting/pages.h"
#include "plan/store.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::followup;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

plan::Commitment commitment(Municipality& town, const std::string& number, int which)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<std::optional<plan::Commitment>> {
        const auto permit = access::permit<access::Operation::read_plan>(work, number);
        if (!permit) return permit.error();
        return plan::commitment_of(*permit, which);
    });
    must(found);
    REQUIRE((*found).has_value());
    return **found;
}

/// Calls meeting 1 so many days from now, and moves the clock to its start.
void meet_in(Municipality& town, const std::string& number, int days)
{
    const auto day = add_days(town.today(), days);
    must(town.run("amir", meeting::call_command(),
                  {number, "individual", "in_person", "Biblioteket", "", day, form::Clock{13, 0}, 60, {"in_lots"}, {"1", "2", "3"}, {"1"}}));
    town.set(day, 13);
}

}  // namespace

TEST_CASE("S0-32 What the meeting says of a commitment is a line of the minutes and its status from then on")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        meet_in(town, group.number, 10);
        CHECK(fault_of(town.run("jonas", follow_up_command(), {group.number, "1", "2", "done", "Gjort", {}, false})) == "not found");
        must(town.run("amir", follow_up_command(), {group.number, "1", "1", "ongoing", "Kommer varje dag", {}, false}));
        must(town.run("amir", follow_up_command(), {group.number, "1", "2", "done", "Samtal hållet", {}, false}));
        CHECK(commitment(town, group.number, 2).status == plan::Status::done);
        CHECK(commitment(town, group.number, 1).note == "Kommer varje dag");
        // Said again at the same meeting: the newest counts, also for one that is done by now.
        must(town.run("amir", follow_up_command(), {group.number, "1", "2", "ongoing", "Ett samtal till", {}, true, 1}));
        CHECK(commitment(town, group.number, 2).needs_help);
        CHECK(fault_of(town.run("amir", follow_up_command(), {group.number, "1", "9", "done", "?", {}, false})) == "not found");

        const auto screen = town.look("amir", {{"case", group.number}, {"number", "1"}}, meeting::meeting_page);
        must(screen);
        CHECK((*screen).main.str().find("Ett samtal till") != std::string::npos);
        CHECK((*screen).main.str().find("Samtal hållet") == std::string::npos);
    });
}

TEST_CASE("S0-31 An agency's commitment that is late gets a new day at the meeting; the young person's own does not have to")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();  // due in 30 days
        meet_in(town, group.number, 31);
        CHECK(fault_of(town.run("amir", follow_up_command(), {group.number, "1", "2", "ongoing", "Snart", {}, false})) == "new_last_day");
        const auto later = add_days(town.today(), 14);
        must(town.run("amir", follow_up_command(), {group.number, "1", "2", "ongoing", "Snart", later, false}));
        CHECK(commitment(town, group.number, 2).last_day() == later);
        must(town.run("amir", follow_up_command(), {group.number, "1", "1", "ongoing", "Vi talade om det", {}, false}));
    });
}

TEST_CASE("S1-06 That something late is passed over: a program gets the finding, a page says it at the field for the new day")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();  // due in 30 days
        meet_in(town, group.number, 31);
        const auto entry = web::entry_of(follow_up_command());
        const auto reader = town.reader("amir");
        const web::PathParts path{{"case", group.number}, {"number", "1"}, {"commitment", "2"}};
        http::Request request;
        request.path = "/arende";
        const web::Asked asked{request, path, reader, town.today(), "csrf", "key"};

        const auto body = form::JsonBody::parse(R"({"status":"ongoing","text":"Snart","seq_seen":0})");
        REQUIRE(body.has_value());
        const auto told = town.as("amir", [&](access::Work& work) { return entry.call(work, asked, *body); });
        CHECK(missing_in(told) == "S1-06");

        const http::FormData sent{{{"status", "ongoing"}, {"text", "Snart"}, {"seq_seen", "0"}}, {}};
        std::string page;
        const auto kept = town.as("amir", [&](access::Work& work) -> Result<Done> {
            const auto posted = entry.post(work, asked, sent);
            if (const auto* view = std::get_if<web::View>(&posted)) page = view->main.str();
            return not_found();  // as for every form that is shown again
        });
        CHECK_FALSE(static_cast<bool>(kept));
        CHECK(page.find("href=\"#new_last_day-day\"") != std::string::npos);
        CHECK(page.find("Skriv en ny sista dag") != std::string::npos);
        CHECK(commitment(town, group.number, 2).status == plan::Status::not_started);
    });
}

TEST_CASE("settled-11 Nothing is followed up at a meeting that has not begun")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto before = town.today();
        meet_in(town, group.number, 10);
        town.set(before);
        CHECK(missing_in(town.run("amir", follow_up_command(), {group.number, "1", "1", "done", "Klart", {}, false})) == "settled-11");
    });
}

TEST_CASE("S0-32 What was just said of a commitment is taken back: what stood before holds again, and the line is kept")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto due = commitment(town, group.number, 2).last_day();
        meet_in(town, group.number, 10);
        const auto first = town.run("amir", follow_up_command(),
                                    {group.number, "1", "2", "done", "Samtal hållet", add_days(town.today(), 5), false});
        must(first);
        REQUIRE((*first).undo.has_value());
        CHECK((*first).undo->page.str() == "/arende/" + group.number + "/moten/1/uppfoljning/2/angra");
        CHECK(fault_of(town.run("amir", undo_follow_up_command(), {group.number, "1", "2", "not_started", false, due, 7})) == "conflict");
        CHECK(fault_of(town.run("jonas", undo_follow_up_command(), {group.number, "1", "2", "not_started", false, due, 1})) == "not found");
        must(town.run("amir", undo_follow_up_command(), {group.number, "1", "2", "not_started", false, due, 1}));
        CHECK(commitment(town, group.number, 2).status == plan::Status::not_started);
        CHECK(commitment(town, group.number, 2).last_day() == due);
        CHECK(fault_of(town.run("amir", undo_follow_up_command(), {group.number, "1", "2", "not_started", false, due, 1})) == "status");

        // The minutes lack it again; said anew it counts, and taken back it is what the meeting said before.
        must(town.run("amir", follow_up_command(), {group.number, "1", "2", "ongoing", "Ett samtal kvar", {}, false, 0}));
        const auto again = town.run("amir", follow_up_command(), {group.number, "1", "2", "done", "Klart", {}, false, 2});
        must(again);
        must(town.run("amir", undo_follow_up_command(), {group.number, "1", "2", "ongoing", false, due, 3}));
        CHECK(commitment(town, group.number, 2).status == plan::Status::ongoing);
        CHECK(commitment(town, group.number, 2).note == "Ett samtal kvar");
    });
}
