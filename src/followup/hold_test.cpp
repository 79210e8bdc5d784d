#include "followup/hold.h"

#include <doctest/doctest.h>

#include "meeting/commands.h"
#include "meeting/pages.h"
#include "plan/store.h"
#include "support/group_with_plan.h"

// "Möte pågår": one form that keeps what was changed and leaves the rest alone.
using namespace lots;
using namespace lots::followup;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

web::PathParts at_meeting_1(const std::string& number) { return {{"case", number}, {"number", "1"}}; }

/// Meeting 1 in so many days with everybody called; the clock stands at its start.
void hold_meeting_1(Municipality& town, const std::string& number, int days)
{
    const auto day = add_days(town.today(), days);
    must(town.run("amir", meeting::call_command(),
                  {number, "individual", "in_person", "Kulturhuset, rum 2", "", day, form::Clock{13, 0}, 60, {"in_lots"}, {"1", "2", "3"}, {"1"}}));
    town.set(day, 13);
}

/// The form as it stands there now, for that person.
HoldMeeting form_now(Municipality& town, const std::string& number, const std::string& handle = "amir")
{
    const auto prepared = town.look(handle, at_meeting_1(number), hold_command().prepare);
    must(prepared);
    auto input = (*prepared).input;
    input.case_number = number;
    input.number = "1";
    return input;
}

std::string screen(Municipality& town, const std::string& number)
{
    const auto shown = town.look("amir", at_meeting_1(number), hold_page);
    must(shown);
    return (*shown).main.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<plan::Status> statuses(Municipality& town, const std::string& number)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<std::vector<plan::Status>> {
        const auto permit = access::permit<access::Operation::read_plan>(work, number);
        if (!permit) return permit.error();
        std::vector<plan::Status> all;
        for (int which = 1; which <= 3; ++which) all.push_back(plan::commitment_of(*permit, which)->status);
        return all;
    });
    must(found);
    return *found;
}

}  // namespace

TEST_CASE("S0-32, S1-17 What is noted at a meeting is kept in one form, and what was not changed is left alone")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        hold_meeting_1(town, group.number, 10);
        CHECK(fault_of(town.look("jonas", at_meeting_1(group.number), hold_page)) == "not found");
        auto input = form_now(town, group.number);
        REQUIRE(input.said.size() == 3);
        REQUIRE(input.presences.size() == 4);  // the young person and three members
        CHECK(has(screen(town, group.number), "Närvaro noterad: 0 av 4"));

        input.presences[0].presence = "present";
        input.said[1].status = "done";             // one choice is enough
        input.minutes.text = "Det går bättre";     // the rest of the minutes waits
        const auto kept = town.run("amir", hold_command(), input);
        must(kept);
        CHECK((*kept).page.str() == "/arende/" + group.number + "/moten/1/pagar");
        CHECK(statuses(town, group.number) ==
              std::vector{plan::Status::not_started, plan::Status::done, plan::Status::not_started});
        const auto now = form_now(town, group.number);
        CHECK(now.presences[0].presence == "present");
        CHECK(now.presences[1].presence.empty());
        CHECK(now.said[0].status.empty());
        CHECK(now.said[1].seq_seen == 1);
        CHECK(now.minutes_seen == 1);
        CHECK(now.minutes.text == "Det går bättre");
        CHECK(has(screen(town, group.number), "Uppföljda åtaganden: 1 av 3"));

        // Sent again as it stands: nothing is added.
        must(town.run("amir", hold_command(), now));
        CHECK(form_now(town, group.number).minutes_seen == 1);
        CHECK(form_now(town, group.number).said[1].seq_seen == 1);
    });
}

TEST_CASE("S0-31 A row that says too little is mended at its own field, and nothing of the form is kept until then")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();  // due in 30 days
        hold_meeting_1(town, group.number, 31);
        auto input = form_now(town, group.number);
        input.said[0].said = "Går bra";
        CHECK(fault_of(town.run("amir", hold_command(), input)) == "status~1");
        input.said[0].status = "ongoing";
        input.said[1].status = "not_done";
        CHECK(fault_of(town.run("amir", hold_command(), input)) == "said~2");
        input.said[1].said = "Ingen har ringt";
        CHECK(fault_of(town.run("amir", hold_command(), input)) == "new_last_day~2");
        CHECK(form_now(town, group.number).said[0].seq_seen == 0);
        input.said[1].new_last_day = add_days(town.today(), 14);
        input.presences[1].presence = "absent";
        CHECK(fault_of(town.run("amir", hold_command(), input)) == "reason~" + input.presences[1].about);
        input.presences[1].reason = "Sjuk";
        must(town.run("amir", hold_command(), input));
        CHECK(has(screen(town, group.number), "Åtagande 3 är 1 dag försenat."));
    });
}

TEST_CASE("Two who write at the same meeting overwrite nothing of each other")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        hold_meeting_1(town, group.number, 10);
        auto first = form_now(town, group.number), second = form_now(town, group.number, "sara");
        first.said[0].status = "ongoing";
        first.minutes.text = "Amir skriver";
        must(town.run("amir", hold_command(), first));
        auto third = second;
        second.said[1].status = "ongoing";  // another row: what the first wrote meanwhile is left alone
        must(town.run("sara", hold_command(), second));
        CHECK(form_now(town, group.number).minutes.text == "Amir skriver");
        CHECK(form_now(town, group.number).said[0].status == "ongoing");
        third.minutes.text = "Sara skriver";
        CHECK(fault_of(town.run("sara", hold_command(), third)) == "conflict");
        CHECK(form_now(town, group.number).minutes.text == "Amir skriver");
    });
}

TEST_CASE("S1-71 A decision goes with the form, with all its fields; minutes that are not whole are not locked (S1-17)")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        hold_meeting_1(town, group.number, 10);
        auto input = form_now(town, group.number);
        input.minutes.text = "Det går bättre";
        input.decides = true;
        CHECK(fault_of(town.run("amir", hold_command(), input)) == "refused");
        input.decision = GroupWithPlan::a_note();
        input.onward = "check";
        const auto kept = town.run("amir", hold_command(), input);
        must(kept);
        CHECK((*kept).page.str() == "/arende/" + group.number + "/moten/1/las");
        const auto missing = missing_in(town.run("amir", meeting::lock_command(), {group.number, "1", ""}));
        CHECK(has(missing, "S1-17"));
        const auto shown = town.look("amir", at_meeting_1(group.number), meeting::meeting_page);
        must(shown);
        CHECK(has((*shown).main.str(), "Skolan behöver stöd"));  // what was decided, or why
        CHECK(has((*shown).main.str(), "/pagar"));
    });
}

TEST_CASE("Before a meeting has begun its screen says that nothing can be noted")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("amir", meeting::call_command(),
                      {group.number, "individual", "in_person", "Kulturhuset, rum 2", "", add_days(town.today(), 10), form::Clock{13, 0}, 60,
                       {"in_lots"}, {"1", "2", "3"}, {"1"}}));
        CHECK(has(screen(town, group.number), "Du kan inte anteckna något på mötet nu."));
    });
}

TEST_CASE("One thing that was noted by itself can be taken back with a button; what was written cannot")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        hold_meeting_1(town, group.number, 10);
        auto input = form_now(town, group.number);
        input.said[1].status = "done";
        auto kept = town.run("amir", hold_command(), input);
        must(kept);
        REQUIRE((*kept).undo.has_value());
        CHECK(has((*kept).undo->page.str(), "/uppfoljning/" + input.said[1].about + "/angra"));

        input = form_now(town, group.number);
        input.presences[0].presence = "present";
        kept = town.run("amir", hold_command(), input);
        must(kept);
        CHECK_FALSE((*kept).undo.has_value());  // nothing was noted before
        input = form_now(town, group.number);
        input.presences[0].presence = "digital";
        kept = town.run("amir", hold_command(), input);
        must(kept);
        REQUIRE((*kept).undo.has_value());
        CHECK(has((*kept).undo->page.str(), "/narvaro/" + input.presences[0].about));

        input = form_now(town, group.number);
        input.said[1].status = "ongoing";
        input.minutes.text = "Det går bättre";
        kept = town.run("amir", hold_command(), input);
        must(kept);
        CHECK_FALSE((*kept).undo.has_value());
    });
}
