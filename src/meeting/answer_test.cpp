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

namespace {

/// Alex is line 1; Amir, Jonas and Elin are lines 2, 3 and 4. Meeting 1 is in five days at 13.
void call_all(Municipality& town, const std::string& number, const std::vector<std::string>& helpers = {})
{
    CallMeeting call{number, "individual",  "in_person",     "Kulturhuset, rum 2", "", add_days(town.today(), 5), form::Clock{13, 0},
                     60,     {"in_lots"}, {"1", "2", "3"}, {"1"}};
    call.helpers = helpers;
    must(town.run("amir", call_command(), call));
}

Result<web::Landing> reply(Municipality& town, const std::string& handle, const std::string& number, const std::string& answer,
                         const std::string& reason = "")
{
    return town.run(handle, answer_call_command(), {number, "1", answer, reason});
}

template <class Page>
std::string text_of(Municipality& town, const std::string& handle, const std::string& number, Page page)
{
    const auto shown = town.look(handle, {{"case", number}, {"number", "1"}}, page);
    must(shown);
    return (*shown).main.str();
}
std::string screen(Municipality& town, const std::string& handle, const std::string& number) { return text_of(town, handle, number, meeting_page); }
std::string json_of(Municipality& town, const std::string& handle, const std::string& number)
{
    const auto told = town.look(handle, {{"case", number}, {"number", "1"}}, meeting_json);
    must(told);
    return *told;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("settled-15 Everybody who is called answers for themselves and may change it; a no has words")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        call_all(town, group.number);
        CHECK(has(screen(town, "amir", group.number), "Kommer: 0. Digitalt: 0. Kommer inte: 0. Har inte svarat: 4."));
        must(reply(town, "alex", group.number, "yes"));
        must(reply(town, "jonas", group.number, "digital"));
        CHECK(fault_of(reply(town, "elin", group.number, "no")) == "reason");
        must(reply(town, "elin", group.number, "no", "Nationellt prov"));
        const auto leads = screen(town, "amir", group.number);
        CHECK(has(leads, "Kommer: 1. Digitalt: 1. Kommer inte: 1. Har inte svarat: 1."));
        CHECK(has(leads, "Nationellt prov"));
        CHECK(has(screen(town, "sara", group.number), "Nationellt prov"));

        // Changed: the earlier reason does not cling to a yes.
        must(reply(town, "elin", group.number, "yes", "Nationellt prov"));
        CHECK_FALSE(has(screen(town, "amir", group.number), "Nationellt prov"));
        CHECK(has(json_of(town, "elin", group.number), R"("call_answer":"yes","call_answer_seq":2)"));
        const auto own = screen(town, "elin", group.number);
        CHECK(has(own, "Du har svarat att du kommer."));
        CHECK(own.find("Kommer du?") < own.find("Kallades"));  // what is asked stands first
        CHECK_FALSE(has(own, "Räknas som"));                 // decided when it is locked
    });
}

TEST_CASE("settled-6, settled-15 The others read no answer but their own, on the page and in the API")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        call_all(town, group.number);
        must(reply(town, "elin", group.number, "no", "Nationellt prov"));
        for (const auto* handle : {"jonas", "alex"}) {
            CAPTURE(handle);
            CHECK_FALSE(has(screen(town, handle, group.number), "Nationellt prov"));
            CHECK_FALSE(has(screen(town, handle, group.number), "Svar på kallelsen"));
            CHECK_FALSE(has(json_of(town, handle, group.number), "call_answer"));
            CHECK(has(screen(town, handle, group.number), "Du har inte svarat ännu."));
        }
        CHECK(has(screen(town, "elin", group.number), "Nationellt prov"));
        CHECK(has(json_of(town, "amir", group.number), R"("call_answer_reason":"Nationellt prov")"));
    });
}

TEST_CASE("settled-15 Nobody answers who is not called, and nobody after the meeting has begun or was cancelled")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto day = add_days(town.today(), 5);
        call_all(town, group.number);
        CHECK(missing_in(reply(town, "sara", group.number, "yes")) == "settled-15");  // leads the case, and is not called
        CHECK(fault_of(reply(town, "petra", group.number, "yes")) == "not found");
        CHECK(fault_of(reply(town, "ali", group.number, "yes")) == "not found");
        CHECK_FALSE(has(screen(town, "sara", group.number), "Kommer du?"));
        town.set(day, 12);
        must(reply(town, "jonas", group.number, "yes"));
        town.set(day, 13);
        CHECK(missing_in(reply(town, "jonas", group.number, "digital")) == "settled-15");
        CHECK_FALSE(has(screen(town, "jonas", group.number), "Kommer du?"));
        CHECK(has(screen(town, "amir", group.number), "Kommer: 1."));

        call_all(town, group.number);
        must(town.run("amir", cancel_command(), {group.number, "2", "moved"}));
        CHECK(missing_in(town.run("jonas", answer_call_command(), {group.number, "2", "yes", ""})) == "settled-15");
    });
}

TEST_CASE("settled-15 Who holds the meeting writes down the answer of somebody else, with day and how it came")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        call_all(town, group.number);
        const auto today = town.today();
        const RegisterAnswer written{group.number, "1", "1", "no", "Har träning", "phone", today, 0};
        CHECK(fault_of(town.run("jonas", register_answer_command(), written)) == "not found");
        auto wrong = written;
        wrong.said_on = next_day(today);
        CHECK(fault_of(town.run("amir", register_answer_command(), wrong)) == "said_on");
        wrong.said_on = add_days(today, -1);  // the call was sent today
        CHECK(fault_of(town.run("amir", register_answer_command(), wrong)) == "said_on");
        wrong = written;
        wrong.reason.clear();
        CHECK(fault_of(town.run("amir", register_answer_command(), wrong)) == "reason");
        must(town.run("amir", register_answer_command(), written));
        CHECK(has(screen(town, "sara", group.number), "Nedskrivet av Amir Haddad"));
        CHECK(has(screen(town, "alex", group.number), "Du har svarat att du inte kommer."));

        must(reply(town, "alex", group.number, "yes"));  // Alex changes it
        auto again = written;
        again.seq_seen = 1;
        CHECK(fault_of(town.run("amir", register_answer_command(), again)) == "conflict");
        again.seq_seen = 2;
        must(town.run("amir", register_answer_command(), again));
    });
}

TEST_CASE("edge-4.28 A private helper who is called answers too, and reads nobody else's answer")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto today = town.today();
        must(town.run("sara", group::wish_helper_command(),
                      {group.number, "Tore Blom", "coach", "070-000 00 00", "Följa med till boxningen", "Han lyssnar på mig", "meeting", today}));
        must(town.run("sara", group::judge_helper_command(),
                      {group.number, "1", "yes", "tore", today, add_days(today, 30), GroupWithPlan::a_note()}));
        must(town.run("sara", group::sign_reservation_command(), {group.number, "1", "Skåp 3", today, true}));
        call_all(town, group.number, {"1"});
        must(reply(town, "elin", group.number, "no", "Nationellt prov"));
        must(reply(town, "tore", group.number, "yes"));
        CHECK(has(screen(town, "tore", group.number), "Du har svarat att du kommer."));
        CHECK_FALSE(has(screen(town, "tore", group.number), "Nationellt prov"));
        CHECK(has(screen(town, "amir", group.number), "Kommer: 1. Digitalt: 0. Kommer inte: 1. Har inte svarat: 3."));
        const auto landed = reply(town, "tore", group.number, "digital");
        must(landed);
        CHECK((*landed).page.str() == "/min-plan/" + group.number);
    });
}
