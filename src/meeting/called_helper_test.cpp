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

// A private helper is offered, called, falls away, and reads of time and place alone.
namespace {

constexpr auto mark = "Deltar inte längre";

void judge(Municipality& town, const std::string& number, Date from, Date last)
{
    must(town.run("sara", group::judge_helper_command(), {number, "1", "yes", "tore", from, last, GroupWithPlan::a_note()}));
}

void answer(Municipality& town, const std::string& number, const std::string& said)
{
    must(town.run("sara", group::answer_helper_command(), {number, "1", "2", said, "phone", town.today()}));
}

/// Tore has a task from a day to a day, and everything that it takes.
void accept_tore(Municipality& town, const std::string& number, Date from, Date last)
{
    must(town.run("sara", group::wish_helper_command(),
                  {number, "Tore Blom", "coach", "070-000 00 00", "Följa med till boxningen", "Han lyssnar på mig", "meeting",
                   town.today()}));
    answer(town, number, "yes");
    judge(town, number, from, last);
    must(town.run("sara", group::sign_reservation_command(), {number, "1", "Skåp 3", town.today(), true}));
}

/// Everybody of the group is called, and Tore: the sixth line.
CallMeeting a_call(const std::string& number, Date day)
{
    CallMeeting call{number, "individual",  "in_person",     "Kulturhuset, rum 2", "", day, form::Clock{13, 0},
                     60,     {"in_lots"}, {"1", "2", "3"}, {"1", "2"}};
    call.helpers = {"1"};
    return call;
}

form::Options offered(Municipality& town, const std::string& number)
{
    const auto page = town.look("amir", {{"case", number}}, call_command().prepare);
    must(page);
    return (*page).choices.of("helpers");
}

template <class Page>
std::string text_of(Municipality& town, const std::string& handle, const std::string& number, Page page)
{
    const auto shown = town.look(handle, {{"case", number}, {"number", "1"}}, page);
    must(shown);
    return (*shown).main.str();
}

std::string json_of(Municipality& town, const std::string& handle, const std::string& number)
{
    const auto told = town.look(handle, {{"case", number}, {"number", "1"}}, meeting_json);
    must(told);
    return *told;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// What Tore gets of the page and of the paper.
std::string own_papers(Municipality& town, const std::string& number)
{
    const web::PathParts parts{{"case", number}, {"number", "1"}};
    return fault_of(town.look("tore", parts, meeting_page)) + ", " + fault_of(town.look("tore", parts, call_paper));
}

}  // namespace

TEST_CASE("S1-34, S1-35 The call offers who takes part on its day, and not only today; the task's first and last day count")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        const auto today = town.today();
        accept_tore(town, group.number, add_days(today, 2), add_days(today, 6));
        const auto now = offered(town, group.number);
        REQUIRE(now.size() == 1);
        CHECK(has(now[0].hint, say_date_short(Language::sv, add_days(today, 2))));
        CHECK(has(now[0].hint, say_date_short(Language::sv, add_days(today, 6))));
        CHECK(missing_in(town.run("amir", call_command(), a_call(group.number, add_days(today, 1)))) == "S1-35");
        CHECK(missing_in(town.run("amir", call_command(), a_call(group.number, add_days(today, 7)))) == "S1-35");
        must(town.run("amir", call_command(), a_call(group.number, add_days(today, 2))));
        must(town.run("amir", call_command(), a_call(group.number, add_days(today, 6))));
        town.set(add_days(today, 6));
        CHECK(offered(town, group.number).size() == 1);
        town.set(add_days(today, 7));
        CHECK(offered(town, group.number).empty());
    });
}

TEST_CASE("S1-34, edge-4.28 A called private helper who falls away is marked, and their own page and paper do not open")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        const auto today = town.today();
        accept_tore(town, group.number, today, add_days(today, 30));
        must(town.run("amir", call_command(), a_call(group.number, add_days(today, 5))));
        const auto page = [&](const std::string& handle) { return text_of(town, handle, group.number, meeting_page); };
        CHECK_FALSE(has(page("amir"), mark));
        CHECK(has(json_of(town, "amir", group.number), "\"no_longer_takes_part\":false"));
        CHECK(own_papers(town, group.number) == "none, none");

        // The task now ends the day before the meeting: today Tore takes part, and not on that day.
        judge(town, group.number, today, add_days(today, 4));
        for (const auto* reader : {"amir", "jonas"}) {
            CHECK_MESSAGE(has(page(reader), mark), reader);
            CHECK_MESSAGE(has(page(reader), "Tore Blom"), reader);
        }
        CHECK(has(json_of(town, "amir", group.number), "\"no_longer_takes_part\":true"));
        const auto paper = text_of(town, "alex", group.number, call_paper);
        CHECK(has(paper, "deltar inte längre"));
        CHECK_FALSE(has(paper, "Tore"));
        CHECK(own_papers(town, group.number) == "not found, not found");
        judge(town, group.number, today, add_days(today, 5));
        CHECK_FALSE(has(page("amir"), mark));
        CHECK(own_papers(town, group.number) == "none, none");

        answer(town, group.number, "no");
        CHECK(has(page("amir"), mark));
        CHECK(has(page("amir"), "Tore Blom"));
        CHECK(has(page("jonas"), mark));
        CHECK_FALSE(has(page("jonas"), "Tore Blom"));  // the name is for those who lead the case
        CHECK(own_papers(town, group.number) == "not found, not found");

        town.set(add_days(today, 5), 13);
        CHECK(has(page("amir"), mark));
        must(town.run("amir", attendance_command(), {group.number, "1", "6", "absent", "Var inte med längre"}));
        CHECK_FALSE(has(page("amir"), mark));  // what was stands
    });
}

TEST_CASE("edge-4.28 To a private helper no number tells how many helpers there are; who leads the case has it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        accept_tore(town, group.number, town.today(), add_days(town.today(), 30));
        must(town.run("amir", call_command(), a_call(group.number, add_days(town.today(), 5))));
        CHECK(has(json_of(town, "amir", group.number), "\"helper\":1"));
        const auto own = json_of(town, "tore", group.number);
        CHECK(has(own, "\"no_longer_takes_part\":false"));
        CHECK_FALSE(has(own, "\"helper\""));
    });
}

TEST_CASE("S1-34 A meeting that was is not judged by what is said of a private helper afterwards")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        const auto today = town.today();
        accept_tore(town, group.number, today, add_days(today, 30));
        must(town.run("amir", call_command(), a_call(group.number, add_days(today, 5))));
        town.set(add_days(today, 6));
        judge(town, group.number, add_days(today, 6), add_days(today, 30));  // on the day of the meeting the old words held
        for (const auto* reader : {"amir", "jonas"}) CHECK_FALSE(has(text_of(town, reader, group.number, meeting_page), mark));
        CHECK(has(json_of(town, "amir", group.number), "\"no_longer_takes_part\":false"));
        CHECK_FALSE(has(json_of(town, "amir", group.number), "\"no_longer_takes_part\":true"));
    });
}

TEST_CASE("edge-4.28 On the printed call a private helper reads time and place, and nothing of what the police are there for")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        const auto today = town.today();
        accept_tore(town, group.number, today, add_days(today, 30));
        must(town.run("amir", call_command(), a_call(group.number, add_days(today, 5))));
        const auto paper = [&](const std::string& handle) { return text_of(town, handle, group.number, call_paper); };
        CHECK(has(paper("tore"), "Kulturhuset"));
        CHECK_FALSE(has(paper("tore"), "olis"));
        CHECK(has(paper("alex"), "Polisen måste också utreda brott"));
    });
}
