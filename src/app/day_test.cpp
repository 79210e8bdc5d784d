#include <doctest/doctest.h>

#include "app/day_rooms.h"
#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Browser;
using lots::app::test::Town;

// Min dag and Ärenden: what is done in the row, what the others have to do, and how a case is found.
namespace {

const TaleYouth sam{
    "Sam",
    "Karlberg",
    "201001042397",
    2010y / 1 / 4,
    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

bool has(const std::string& body, const std::string& part) { return body.find(part) != std::string::npos; }

std::string main_of(const http::Response& answer)
{
    const auto from = answer.body.find("<main");
    return answer.body.substr(from, answer.body.find("</main>") - from);
}

/// A case about Sam with a plan that was decided today: Elin's commitment 2 is to be done in 21 days, Jonas' 3 in 90.
struct Planned {
    Town town;
    Tale tale;
    std::string number;

    explicit Planned(const lots::test::Place* place = nullptr)
        : town(place), tale{town.program.site(), town.clock, town.password()}
    {
        const auto nomination = tale.propose(sam);
        tale.take_up(nomination);
        number = tale.offer(nomination);
        tale.ask(number, sam);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
    }
    void days_later(int days) { town.clock.set(town.clock.now() + std::chrono::days(days)); }
    std::string of_case(const std::string& rest) const { return "/arende/" + number + rest; }

    Browser browser(const std::string& handle, const std::string& role = {})
    {
        Browser made(town);
        REQUIRE(made.sign_in(handle, town.password()).status == 303);
        if (role.empty()) return made;
        made.get("/roll");
        made.post("/roll", {{"role", role}, {"till", "/"}});
        return made;
    }
    Browser sara() { return browser("sara.lind", "social_worker|socialtjansten|Enheten för unga"); }
    Browser jonas() { return browser("jonas.ek", "police|polisen|Ungdomsgruppen"); }
};

}  // namespace

TEST_CASE("S1-06 What one has promised says what it is, and is said to be done from the row")
{
    Planned planned;
    auto elin = planned.browser("elin.berg");
    const auto day = main_of(elin.get("/min-dag"));
    CHECK(has(day, ">Gör klart åtagande 2: Ta fram en studieplan</a>"));
    CHECK(has(day, "action=\"" + planned.of_case("/atagande/2") + "\""));
    CHECK(has(day, "name=\"status\" value=\"done\""));
    CHECK(has(day, "name=\"status\" value=\"ongoing\""));
    CHECK(has(day, "S0\u201131 (Riktlinjerna 4)"));  // behind "Varför?"

    CHECK(elin.post(planned.of_case("/atagande/2"), {{"status", "ongoing"}}).status == 303);
    const auto later = main_of(elin.get("/min-dag"));
    CHECK(has(later, "name=\"status\" value=\"done\""));
    CHECK_FALSE(has(later, "name=\"status\" value=\"ongoing\""));

    CHECK(elin.post(planned.of_case("/atagande/2"), {{"status", "done"}}).status == 303);
    CHECK_FALSE(has(main_of(elin.get("/min-dag")), "Gör klart åtagande 2"));
}

TEST_CASE("S4-42 The first commitment is agreed on with somebody, and the row says with whom")
{
    Town town;
    Tale tale{town.program.site(), town.clock, town.password()};
    const auto nomination = tale.propose(sam);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, sam);
    for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    tale.form_group(number);
    const auto day = [&] {
        Browser sara(town);
        REQUIRE(sara.sign_in("sara.lind", town.password()).status == 303);
        sara.get("/roll");
        sara.post("/roll", {{"role", "social_worker|socialtjansten|Enheten för unga"}, {"till", "/"}});
        return main_of(sara.get("/min-dag"));
    };
    CHECK(has(day(), ">Bestäm tillsammans med Sam ett första åtagande som blir klart snart</a>"));
    tale.make_plan(number);
    CHECK_FALSE(has(day(), "ett första åtagande som blir klart snart"));
}

TEST_CASE("D12 Hela teamet: what the others have to do in one's own cases, with whose it is and nothing to press")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Planned planned(&place);
        auto sara = planned.sara();
        CHECK_FALSE(has(main_of(sara.get("/min-dag")), "Gör klart åtagande 2"));
        const auto team = main_of(sara.get("/min-dag?visa=teamet"));
        CHECK(has(team, ">Gör klart åtagande 2</a>"));
        CHECK(has(team, "ansvarar: Elin Berg"));
        CHECK_FALSE(has(team, "name=\"status\""));

        // Who is in a group has the own duties; an address that says otherwise changes nothing.
        auto jonas = planned.jonas();
        const auto own = main_of(jonas.get("/min-dag?visa=teamet"));
        CHECK_FALSE(has(own, "Gör klart åtagande 2"));
        CHECK_FALSE(has(own, "Hela teamet"));
    });
}

TEST_CASE("settled-17 The police's own checklist is on their Min dag and in nobody else's list of a team, of a case or of "
          "what is late")
{
    Planned planned;
    auto jonas = planned.jonas();
    CHECK(has(main_of(jonas.get("/min-dag")), "Bedöm om villkoren för ASP är uppfyllda"));
    planned.days_later(22);  // it was to be done within a week
    auto sara = planned.sara();
    for (const auto& path : {std::string("/min-dag?visa=teamet"), std::string("/arenden"), planned.of_case("")})
        CHECK_FALSE_MESSAGE(has(main_of(sara.get(path)), "ASP"), path);
    auto elin = planned.browser("elin.berg");
    CHECK_FALSE(has(main_of(elin.get(planned.of_case(""))), "ASP"));
    for (const auto& [handle, role] : {std::pair{"sara.lind", "social_worker"}, std::pair{"elin.berg", ""}})
        CHECK_FALSE(
            has(planned.tale.hand(handle, role).call(http::Method::get, "/api/v1/cases/" + planned.number).body, "asp"));
}

TEST_CASE("S1-37 What is late is counted from the day that was promised, and when it is lifted the row says what waits")
{
    Planned planned;
    planned.days_later(24);  // three days after the last day of commitment 2
    auto elin = planned.browser("elin.berg");  // says something, so that what is due is reckoned anew
    elin.get(planned.of_case("/atagande/2"));
    REQUIRE(elin.post(planned.of_case("/atagande/2"), {{"status", "ongoing"}}).status == 303);
    const auto late = [&] {
        auto sara = planned.sara();
        return main_of(sara.get("/min-dag"));
    };
    const auto before = late();
    CHECK(has(before, ">Åtagande 2 är inte gjort i tid: Ta fram en studieplan"));
    CHECK(has(before, "3 dagar försenat"));
    CHECK(has(before, "href=\"" + planned.of_case("/lyft\"")));
    const auto lifted = planned.tale.hand("sara.lind", "social_worker")
                            .call(http::Method::post, "/api/v1/cases/" + planned.number + "/escalations",
                                  R"({"what":"late-2","level":"1","reason":"Studieplanen är inte gjord."})");
    REQUIRE(lifted.status == 201);
    const auto after = late();
    CHECK(has(after, ">Åtagande 2 är lyft till myndighetens chef"));
    CHECK(has(after, "Inget svar. Nästa steg "));
    CHECK(has(after, "href=\"" + planned.of_case("/lyfta-fragor\"")));
    CHECK_FALSE(has(after, ">Åtagande 2 är inte gjort i tid"));
    planned.days_later(4);  // seven days late: the working group is next
    CHECK(has(late(), ">Åtagande 2 är inte gjort i tid: Ta fram en studieplan"));
}

TEST_CASE("A meeting of today stands on Min dag with clock and place, for who holds it and for who comes")
{
    Planned planned;
    const auto day = add_days(planned.tale.today(), 7);
    planned.tale.call(planned.number, day, 13);
    auto before = planned.jonas();
    CHECK_FALSE(has(main_of(before.get("/min-dag")), "Individmöte kl. 13.00"));
    planned.tale.at(day, 9);
    auto jonas = planned.jonas();
    const auto comes = main_of(jonas.get("/min-dag"));
    CHECK(has(comes, ">Individmöte kl. 13.00, Kulturhuset, rum 2</a>"));
    CHECK(has(comes, "Till mötet"));
    auto sara = planned.sara();
    const auto holds = main_of(sara.get("/min-dag"));
    CHECK(has(holds, ">Håll möte 1: individmöte kl. 13.00, Kulturhuset, rum 2</a>"));
    CHECK_FALSE(has(holds, ">Individmöte kl. 13.00"));  // once
}

TEST_CASE("D12 Ärenden: a part of them by state, by who has the case, and those with something late")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Planned planned(&place);
        const auto link = "href=\"" + planned.of_case("\"");
        const auto listed = [&](Browser& browser, const std::string& query) {
            return has(main_of(browser.get("/arenden" + query)), link);
        };
        {
            auto sara = planned.sara();
            CHECK(has(main_of(sara.get("/arenden")), "data-label=\"Ansvarig\">Sara Lind<"));
            CHECK(listed(sara, "?tillstand=active"));
            CHECK_FALSE(listed(sara, "?tillstand=forming"));
            CHECK(listed(sara, "?tillstand=inget"));  // no such state: nothing is hidden
            CHECK(listed(sara, "?ansvarig=jag"));
            CHECK_FALSE(listed(sara, "?ansvarig=annan"));
            CHECK_FALSE(listed(sara, "?ansvarig=ingen"));
            CHECK_FALSE(listed(sara, "?forsenat=ja"));
            CHECK(has(main_of(sara.get("/arenden?forsenat=ja")), "Inga ärenden stämmer med det du har valt."));
        }
        planned.days_later(22);  // the day after the last day of commitment 2
        auto sara = planned.sara();
        CHECK(listed(sara, "?forsenat=ja"));
        CHECK(has(main_of(sara.get(planned.of_case(""))), "Försenat i ärendet"));
        auto jonas = planned.jonas();
        CHECK(listed(jonas, "?tillstand=forming"));  // the choice is for those who answer for others' work
        CHECK(has(planned.tale.hand("jonas.ek", "police").call(http::Method::get, "/api/v1/cases/" + planned.number).body,
                  R"({"duty":"duty.do_commitment","number":2,)"));
    });
}

TEST_CASE("settled-30 What is late in a case is told to nobody in the family")
{
    Planned planned;
    planned.days_later(61);  // Sam's own commitment 1 was to be done yesterday
    auto own = planned.browser("sam");
    CHECK_FALSE(has(own.get(planned.of_case("")).body, "Försenat"));
    auto sara = planned.sara();
    CHECK_FALSE(has(main_of(sara.get("/min-dag?visa=teamet")), "åtagande 1"));
}

TEST_CASE("SoLPuF 15 § Social services find a case by the person's number; nobody's and somebody else's are the same "
          "answer, and no address has it")
{
    Planned planned;
    auto sara = planned.sara();
    const auto page = main_of(sara.get("/arenden/sok"));
    CHECK(has(page, "Hitta ett ärende med personnummer"));
    const auto found = sara.post("/arenden/sok", {{"personal_number", "201001042397"}});
    CHECK(found.status == 303);
    const auto* to = http::find(found.headers, "location");
    REQUIRE(to != nullptr);
    CHECK(to->starts_with(planned.of_case("")));
    CHECK_FALSE(has(*to, "2010"));

    sara.get("/arenden/sok");
    const auto none = sara.post("/arenden/sok", {{"personal_number", "201001022399"}});
    CHECK(none.status == 400);
    CHECK(has(none.body, "Inget av dina ärenden gäller en person med det numret."));

    auto jonas = planned.jonas();
    CHECK(jonas.get("/arenden/sok").status == 404);
    CHECK_FALSE(has(main_of(jonas.get("/arenden")), "/arenden/sok"));
}

TEST_CASE("What is begun on Min dag asks in which case, and offers those where it can be done now")
{
    Planned planned;
    auto sara = planned.sara();
    CHECK(has(main_of(sara.get("/min-dag")), "href=\"/min-dag/valj-arende?till=mote\""));
    CHECK(has(main_of(sara.get("/min-dag/valj-arende?till=mote")), "href=\"" + planned.of_case("/kalla\"")));
    CHECK(has(main_of(sara.get("/min-dag/valj-arende?till=anteckning")), "href=\"" + planned.of_case("/anteckning\"")));
    auto jonas = planned.jonas();
    CHECK_FALSE(has(main_of(jonas.get("/min-dag")), "till=mote"));
    const auto none = main_of(jonas.get("/min-dag/valj-arende?till=mote"));
    CHECK_FALSE(has(none, planned.number));
    CHECK(has(none, "Du har inget ärende där det går just nu."));
}

TEST_CASE("S1-37 An answer to what was lifted is due before it may climb, at the top within a week, and never before it was "
          "lifted")
{
    const std::vector<int> ladder{0, 7, 14};
    const Date due = 2026y / 9 / 28, raised = 2026y / 9 / 29;
    CHECK(answer_by(due, raised, 1, ladder) == Date{2026y / 10 / 5});
    CHECK(answer_by(due, raised, 2, ladder) == Date{2026y / 10 / 12});
    CHECK(answer_by(due, raised, 3, ladder) == Date{2026y / 10 / 6});
    CHECK(answer_by(due, 2026y / 11 / 2, 1, ladder) == Date{2026y / 11 / 2});
}

TEST_CASE("A longer text is cut between words, and a short one is as it is")
{
    CHECK(shortened("Ta fram en studieplan") == "Ta fram en studieplan");
    CHECK(shortened("Ta fram en studieplan\nMatte först.") == "Ta fram en studieplan");
    const std::string measure = "Ta fram en studieplan tillsammans med Sam och hens vårdnadshavare före lovet";
    CHECK(shortened(measure) == "Ta fram en studieplan tillsammans med Sam och hens …");
}
