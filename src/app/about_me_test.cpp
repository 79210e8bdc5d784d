#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using form::JsonWriter;
using lots::app::test::Browser;
using lots::app::test::Town;

namespace {

/// Sam, who signs in, with a mother who does and a father who does not.
const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

/// A group that has met once: the school and the police have told, and the first picture is released to the mother.
struct Told {
    Town town;
    Tale tale{town.program.site(), town.clock, town.password()};
    std::string number;

    explicit Told(bool mother_came = true)
    {
        if (!mother_came)
            tale.retell = [](const std::string& path, const std::string& json) {
                return path.ends_with("/attendance/2") ? R"({"presence":"absent","reason":"Arbetade","seq_seen":0})" : json;
            };
        const auto nomination = tale.propose(sam);
        tale.take_up(nomination);
        number = tale.offer(nomination);
        tale.ask(number, sam);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
        const auto day = add_days(tale.today(), 5);
        tale.call(number, day, 13);
        tale.at(day, 14);
        picture("Kommer i tid varje dag");
        picture("Sover på lektionerna");
        post("sara.lind", "/meetings/1/pictures/1/release", [](JsonWriter& json) { json.pair("signatory", "2").pair("reason", "Glad nyhet"); });
        post("jonas.ek", "/suspicions", [&](JsonWriter& json) {
            json.pair("officer", "2").pair("told_on", tale.today()).pair("text", "Misstänks för snatteri");
        });
        post("jonas.ek", "/plan/avoid", [](JsonWriter& json) { json.pair("kind", "place").pair("text", "Torget efter 21"); });
        note("signatory-1", "Vi ses på torsdag");
        note("member-3", "Bara till skolan");
        tale.meet(number, 1, {1, 2, 3}, add_days(day, 20));
    }
    void post(const std::string& handle, const std::string& rest, const Tale::Write& write)
    {
        tale.post(handle, "/api/v1/cases/" + number + rest, write);
    }
    void picture(const char* text)
    {
        post("elin.berg", "/meetings/1/own-picture", [&](JsonWriter& json) {
            json.name("kinds").array().value("school").end_array().pair("text", text);
        });
    }
    void note(const char* reader, const char* text)
    {
        post("jonas.ek", "/notes", [&](JsonWriter& json) {
            json.pair("kind", "information").pair("seen_on", tale.today()).pair("basis", "new_concern").pair("third_party", false);
            json.pair("text", text).name("readers").array().value(reader).end_array();
        });
    }
    std::string page(const std::string& handle, const std::string& path)
    {
        Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        const auto answer = browser.get(path);
        return answer.status == 200 ? answer.body : std::to_string(answer.status);
    }
    std::string about_me(const std::string& handle) { return page(handle, "/min-plan/" + number + "/om-mig"); }
};

/// Between the header and the footer: the reader's own name and the links stand around it. Of JSON the whole.
bool has(const std::string& body, const std::string& part)
{
    const auto from = body.find("<main"), to = body.find("</main>");
    const auto at = body.find(part, from == std::string::npos ? 0 : from);
    return at != std::string::npos && (to == std::string::npos || at < to);
}

}  // namespace

TEST_CASE("settled-21, settled-22 The young person reads what the group has written, and nothing that is addressed to others")
{
    Told told;
    const auto page = told.about_me("sam");
    for (const auto* shown : {"Det som står om mig", "Sam Karlberg", "Kommer i tid varje dag", "Sover på lektionerna", "Misstänks för snatteri",
                              "Vi ses på torsdag", "Torget efter 21", "Skolan går bättre", "Ditt ja gäller till"})
        CHECK_MESSAGE(has(page, shown), shown);
    for (const auto* hidden : {"Bara till skolan", "Glad nyhet", "Nils"}) CHECK_MESSAGE(!has(page, hidden), hidden);
    CHECK(page.find("<title>Min plan") != std::string::npos);  // neutral (settled 23)
    CHECK(has(told.page("sam", "/min-plan/" + told.number), "/min-plan/" + told.number + "/om-mig\""));
}

TEST_CASE("settled-21 A guardian reads what was released to that guardian, and nothing tells that there is more")
{
    Told told;
    const auto page = told.about_me("lena.karlberg");
    for (const auto* shown : {"Det här får du läsa", "Kommer i tid varje dag", "Skolan går bättre", "Ditt barn har rätt"})
        CHECK_MESSAGE(has(page, shown), shown);
    for (const auto* hidden : {"Sover på lektionerna", "snatteri", "Vi ses på torsdag", "Bara till skolan", "Torget efter 21", "Nils",
                               "Personer och platser att undvika", "Dina egna ord"})
        CHECK_MESSAGE(!has(page, hidden), hidden);
    const auto told_by_api = told.tale.hand("lena.karlberg").get("/api/v1/cases/" + told.number + "/about-me");
    CHECK(has(told_by_api, "Kommer i tid varje dag"));
    CHECK(has(told_by_api, R"("suspicions":[])"));
    CHECK_FALSE(has(told_by_api, "Sover"));
}

TEST_CASE("settled-21 A guardian reads the minutes of a meeting that the guardian was at, and not of one that others were at")
{
    Told there, away(false);
    CHECK(has(there.about_me("lena.karlberg"), "Skolan går bättre"));
    for (const auto* rest : {"/om-mig", "/moten", "/moten/1"}) {
        CAPTURE(rest);
        const auto page = away.page("lena.karlberg", "/min-plan/" + away.number + rest);
        CHECK(page != "404");  // called she was
        CHECK_FALSE(has(page, "Skolan går bättre"));
    }
    const auto told_by_api = away.tale.hand("lena.karlberg").get("/api/v1/cases/" + away.number + "/meetings/1");
    CHECK_FALSE(has(told_by_api, "Skolan går bättre"));
    CHECK(has(away.about_me("sam"), "Skolan går bättre"));
}

TEST_CASE("settled-20, settled-21 For everybody else the page does not exist, and while the case rests a guardian has the notice")
{
    Told told;
    for (const auto* other : {"amir.haddad", "jonas.ek", "elin.berg", "alex"}) CHECK_MESSAGE(told.about_me(other) == "404", other);
    told.tale.withdraw(told.number, 3);
    const auto page = told.about_me("lena.karlberg");
    CHECK(has(page, "Innehållet visas inte just nu."));
    for (const auto* hidden : {"Sam", "Kommer i tid", "Skolan går bättre", "Jonas"}) CHECK_MESSAGE(!has(page, hidden), hidden);
    CHECK(has(told.about_me("sam"), "Misstänks för snatteri"));  // the own data do not rest on the consent
}
