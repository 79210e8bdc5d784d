#include "app/events.h"

#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

// What has happened, for each one who reads it.
namespace {

const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

struct Told {
    Town town;
    Tale tale{town.program.site(), town.clock, town.password()};
    std::string number;

    Told()
    {
        const auto nomination = tale.propose(sam);
        tale.take_up(nomination);
        number = tale.offer(nomination);
        tale.ask(number, sam);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    }
    /// With a decided plan, and a meeting in ten days.
    void run()
    {
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, add_days(tale.today(), 10), 13);
    }
    http::Response get(const std::string& handle, const std::string& path)
    {
        const std::string role = handle == "sara.lind" ? "social_worker" : handle == "jonas.ek" ? "police" : "";
        return tale.hand(handle, role).call(http::Method::get, path);
    }
    std::string events(const std::string& handle) { return get(handle, "/api/v1/cases/" + number + "/events").body; }
};

bool has(const std::string& body, const std::string& part) { return body.find(part) != std::string::npos; }

CaseEvent event(EventKind kind, Date day, const std::string& text)
{
    return {.kind = kind, .at = start_of_day(day), .whole_day = true, .text = text};
}

}  // namespace

TEST_CASE("settled-19 The time line is built per compartment: members see it from the complete consent on")
{
    Told told;
    told.run();
    const auto file = told.events("sara.lind"), room = told.events("jonas.ek");
    for (const auto* both : {"Gruppen började bildas", "Plan 1 beslutades", "Kallelse till möte 1", "Samtycke som gäller till och med"}) {
        CAPTURE(both);
        CHECK(has(file, both));
        CHECK(has(room, both));
    }
    for (const auto* before : {"Förslaget kom in", "Förslaget togs upp", "Erbjudande beslutades", "Samtycke började inhämtas"}) {
        CAPTURE(before);
        CHECK(has(file, before));
        CHECK_FALSE(has(room, before));
    }
}

TEST_CASE("settled-18 Who said yes is social services' to see; members see that the consent holds, and until when")
{
    Told told;
    told.run();
    const auto file = told.events("sara.lind"), room = told.events("jonas.ek");
    CHECK(has(file, "Ungdomen sa ja till samtycket"));
    CHECK(has(file, "Vårdnadshavare 2 sa ja till samtycket"));
    CHECK(has(file, "Samtal om samtycke"));
    CHECK_FALSE(has(room, "sa ja"));
    CHECK_FALSE(has(room, "Samtal"));
    CHECK_FALSE(has(room, "Vårdnadshavare"));
}

TEST_CASE("settled-20 While the case rests, and for whoever has no tie to it, there is no time line")
{
    Told told;
    told.run();
    CHECK(told.get("amir.haddad", "/api/v1/cases/" + told.number + "/events").status == 404);
    told.tale.withdraw(told.number, 2);
    CHECK(told.get("jonas.ek", "/api/v1/cases/" + told.number + "/events").status == 404);
    CHECK(has(told.events("sara.lind"), "tog tillbaka sitt samtycke"));
    CHECK(has(told.events("sara.lind"), "Möte 1 ställdes in"));
}

TEST_CASE("Händelser shows one kind when asked to, and all when the kind is none")
{
    Told told;
    told.run();
    const auto page = [&](const std::string& query) {
        lots::app::test::Browser browser(told.town);
        REQUIRE(browser.sign_in("elin.berg", told.town.password()).status == 303);
        const auto answer = browser.get("/arende/" + told.number + "/handelser" + query);
        REQUIRE(answer.status == 200);
        return answer.body;
    };
    const auto all = page("");
    CHECK(has(all, "Plan 1 beslutades"));
    CHECK(has(all, "Kallelse till möte 1"));
    CHECK(has(all, "Visa som tabell"));
    CHECK(has(all, "/handelser?slag=moten"));
    const auto meetings = page("?slag=moten");
    CHECK_FALSE(has(meetings, "Plan 1 beslutades"));
    CHECK(has(meetings, "Kallelse till möte 1"));
    CHECK(has(page("?slag=annat"), "Plan 1 beslutades"));
    CHECK(has(page("?slag=anteckningar"), "Plan 1 beslutades"));  // the reader has none of them
}

TEST_CASE("UX 5.10 The group is drawn as a ring and the plan in its order; how heavy the words are is for those who write them")
{
    Told told;
    told.run();
    const auto page = [&](const std::string& handle, const std::string& path) {
        lots::app::test::Browser browser(told.town);
        REQUIRE(browser.sign_in(handle, told.town.password()).status == 303);
        const auto answer = browser.get((handle == "lena.karlberg" ? "/min-plan/" : "/arende/") + told.number + path);
        REQUIRE(answer.status == 200);
        return answer.body;
    };
    CHECK(has(page("elin.berg", "/deltagare"), "id=\"gruppens-ring-title\""));
    CHECK(has(page("elin.berg", "/plan"), "id=\"planens-ordning-title\""));
    CHECK(has(page("elin.berg", "/plan"), "Läsbarhet: LIX"));
    CHECK(has(page("lena.karlberg", "/plan"), "id=\"planens-ordning-title\""));
    CHECK_FALSE(has(page("lena.karlberg", "/plan"), "Läsbarhet"));
}

TEST_CASE("Events of one kind keep their order, and the kinds are those that occur")
{
    const std::vector<CaseEvent> all{event(EventKind::meeting, 2026y / 5 / 3, "Tre"), event(EventKind::step, 2026y / 5 / 2, "Två"),
                                     event(EventKind::meeting, 2026y / 5 / 1, "Ett")};
    CHECK(kinds_in(all) == std::vector{EventKind::step, EventKind::meeting});
    const auto meetings = of_kind(all, EventKind::meeting);
    REQUIRE(meetings.size() == 2);
    CHECK(meetings[0].text == "Tre");
    CHECK(meetings[1].text == "Ett");
    CHECK(of_kind(all, EventKind::note).empty());
    CHECK(kinds_in({}).empty());
}

TEST_CASE("A whole day has no clock, a moment has one")
{
    const auto day = shown(Language::sv, event(EventKind::consent, 2026y / 5 / 3, "Ja"));
    CHECK(day.machine_time == "2026-05-03");
    CHECK(day.when == say_date(Language::sv, 2026y / 5 / 3));
    const auto moment = shown(Language::sv, {.at = at_local(2026y / 5 / 3, 14, 5), .text = "Nu"});
    CHECK(moment.when == say_moment(Language::sv, at_local(2026y / 5 / 3, 14, 5)));
    CHECK(moment.machine_time == iso(at_local(2026y / 5 / 3, 14, 5)));
}
