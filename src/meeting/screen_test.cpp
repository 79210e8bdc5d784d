#include <doctest/doctest.h>

#include "meeting/commands.h"
#include "meeting/pages.h"
#include "support/group_with_plan.h"

// What the pages of a meeting fill in and show.
using namespace lots;
using namespace lots::meeting;
using test::GroupWithPlan;
using test::Municipality;
using test::must;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

CallMeeting a_call(const std::string& number, Date day)
{
    return {number, "individual", "digital", "Kulturhuset, rum 2", "", day, form::Clock{13, 5}, 45, {"in_lots", "letter"}, {"1", "2", "3"}, {"1"}};
}

}  // namespace

TEST_CASE("A call is filled in as the last one was, with a day within the interval")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto first = town.look("amir", {{"case", group.number}}, call_command().prepare);
        must(first);
        CHECK((*first).input.place.empty());
        CHECK_FALSE((*first).input.day.has_value());
        const auto day = add_days(town.today(), 5);
        must(town.run("amir", call_command(), a_call(group.number, day)));
        const auto next = town.look("amir", {{"case", group.number}}, call_command().prepare);
        must(next);
        const auto& input = (*next).input;
        CHECK(input.form == "digital");
        CHECK(input.place == "Kulturhuset, rum 2");
        CHECK(input.clock == form::Clock{13, 5});
        CHECK(input.length_minutes == 45);
        CHECK(input.call_how == std::vector<std::string>{"in_lots", "letter"});
        CHECK(input.day == add_days(day, 28));
    });
}

TEST_CASE("After the call its page says who has to be told, and how it was said that they are")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("amir", call_command(), a_call(group.number, add_days(town.today(), 5))));
        const auto text_for = [&](const std::string& handle) {
            const auto shown = town.look(handle, {{"case", group.number}, {"number", "1"}}, meeting_page);
            must(shown);
            return (*shown).main.str();
        };
        CHECK(has(text_for("amir"), "Du har valt att kalla så här: Brev."));
        CHECK_FALSE(has(text_for("elin"), "Du har valt att kalla så här"));
    });
}

TEST_CASE("S1-17 Before the lock the page shows the minutes as they stand and who will read them")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        auto call = a_call(group.number, add_days(town.today(), 5));
        call.signatories = {"1", "2"};
        must(town.run("amir", call_command(), call));
        town.set(add_days(town.today(), 5), 14);
        Minutes minutes;
        minutes.who_may_hear = "Alla hör allt";
        minutes.text = "Det går bättre i skolan";
        minutes.youth_opinion = "Jag trivs";
        minutes.closure_question = "continue";
        must(town.run("amir", minutes_command(), {group.number, "1", minutes, 0}));
        const auto prepared = town.look("amir", {{"case", group.number}, {"number", "1"}}, lock_command().prepare);
        must(prepared);
        const auto text = (*prepared).above.str();
        CHECK(has(text, "Det går bättre i skolan"));
        CHECK(has(text, "Ungdomen läser anteckningarna."));
        CHECK(has(text, "Vårdnadshavare 1 var inte med och läser inte anteckningarna."));
        CHECK(has(text, "Björkskolan läser anteckningarna."));
    });
}
