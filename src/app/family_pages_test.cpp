#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

// The pages below /min-plan: what a sixteen-year-old and a guardian do there, and that they exist for nobody else.
using namespace lots;
using namespace lots::app;
using form::JsonWriter;
using lots::app::test::Browser;
using lots::app::test::Town;

namespace {

/// Sam, who signs in, with a mother who does and a father who does not.
const TaleYouth sam{
    "Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

const std::vector<std::string> of_family{
    "",          "/plan",   "/moten",  "/moten/1",      "/moten/1/svar", "/atagande/1",
    "/samtycke", "/om-mig", "/undvik", "/anteckningar", "/mina-ord",     "/mina-ord/skriv"};

/// A group with a plan, a meeting in ten days, something to avoid and a note to Sam.
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
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, add_days(tale.today(), 10), 13);
        police("/plan/avoid", [](JsonWriter& json) { json.pair("kind", "place").pair("text", "Torget efter 21"); });
        police("/notes", [&](JsonWriter& json) {
            json.pair("kind", "information").pair("seen_on", tale.today()).pair("basis", "new_concern");
            json.pair("third_party", false);
            json.pair("text", "Vi ses på torsdag").name("readers").array().value("signatory-1").end_array();
        });
    }
    void police(const std::string& rest, const Tale::Write& write)
    {
        tale.post("jonas.ek", "/api/v1/cases/" + number + rest, write);
    }
    std::string own(const std::string& rest) const { return "/min-plan/" + number + rest; }
    Browser signed_in(const std::string& handle)
    {
        Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        return browser;
    }
    std::string page(const std::string& handle, const std::string& path)
    {
        auto browser = signed_in(handle);
        const auto answer = browser.get(path);
        return answer.status == 200 ? answer.body : std::to_string(answer.status);
    }
};

std::string main_of(const std::string& body)
{
    const auto from = body.find("<main");
    return from == std::string::npos ? body : body.substr(from, body.find("</main>") - from);
}
bool has(const std::string& body, const std::string& part) { return main_of(body).find(part) != std::string::npos; }
std::string location_of(const http::Response& answer)
{
    const auto* found = http::find(answer.headers, "location");
    return found == nullptr ? std::string{} : *found;
}

}  // namespace

TEST_CASE(
    "settled-29, settled-30 On Min plan one tap says that it is done; nobody is late there, and only the own can be said")
{
    Told told;
    auto browser = told.signed_in("sam");
    const auto before = browser.get(told.own("")).body;
    CHECK(has(before, "Klar <span"));
    CHECK(has(before, "Pågår <span"));
    const auto said = browser.post(told.own("/atagande/1"), {{"status", "done"}});
    CHECK(said.status == 303);
    CHECK(location_of(said).starts_with(told.own("") + "?klart=plan.reported"));
    CHECK(browser.get(location_of(said)).body.find("Tack, det är sparat.") != std::string::npos);
    CHECK(location_of(said).find("done") == std::string::npos);  // what the family says stands in no address (settled 23)
    const auto after = browser.get(told.own("")).body;
    CHECK_FALSE(has(after, "Klar <span"));  // it is
    CHECK_FALSE(has(after, "Pågår <span"));
    CHECK(has(after, "Ändra till pågår <span"));
    CHECK_FALSE(has(after, "Försenad"));
    CHECK(browser.post(told.own("/atagande/3"), {{"status", "done"}}).status == 404);
    CHECK(browser.post(told.own("/atagande/1"), {{"status", "not_done"}}).status == 303);  // no reason is asked (settled 30)
}

TEST_CASE("settled-30 Who has asked for help goes on asking when it goes on, and is told that we talk about it")
{
    Told told;
    auto browser = told.signed_in("sam");
    browser.get(told.own("/atagande/1"));
    REQUIRE(
        browser.post(told.own("/atagande/1"), {{"status", "not_done"}, {"needs_help", "yes"}, {"note", "Bussen går inte"}})
            .status == 303);
    const auto plan = browser.get(told.own("")).body;
    CHECK(has(plan, "Du har bett om hjälp."));
    CHECK(has(plan, "name=\"needs_help\" value=\"yes\""));
    CHECK(has(browser.get(told.own("/atagande/1")).body, "Bussen går inte"));
}

TEST_CASE("settled-15 A call is answered with one tap from Min plan, and one comes back there")
{
    Told told;
    auto browser = told.signed_in("lena.karlberg");
    browser.get(told.own(""));
    const auto said = browser.post(told.own("/moten/1/svar"), {{"answer", "digital"}});
    CHECK(said.status == 303);
    CHECK(location_of(said).starts_with(told.own("") + "?klart=meeting.call_answered"));
    CHECK(location_of(said).find("digital") == std::string::npos);  // nor in an address (settled 23)
    CHECK(browser.get(location_of(said)).body.find("Tack! Ditt svar är sparat.") != std::string::npos);
    CHECK(has(browser.get(told.own("/moten/1")).body, "Du har svarat att du är med digitalt."));
    CHECK(has(browser.get(told.own("/moten")).body, "Kulturhuset, rum 2"));
}

TEST_CASE("settled-20 None of the family's pages exists for anybody else, and they look the same as those of a case that is "
          "not there")
{
    Told told;
    const auto nowhere = [](std::string path, const std::string& number) {
        return path.replace(path.find(number), number.size(), "SIG-2026-099");
    };
    for (const auto* other : {"jonas.ek", "elin.berg", "amir.haddad", "alex"}) {
        auto browser = told.signed_in(other);
        for (const auto& rest : of_family) {
            CAPTURE(other);
            CAPTURE(rest);
            const auto here = browser.get(told.own(rest));
            CHECK(here.status == 404);
            CHECK(main_of(browser.get(nowhere(told.own(rest), told.number)).body) == main_of(here.body));
        }
    }
}

TEST_CASE("settled-20, settled-21 A guardian has not what is the young person's alone; while it rests the pages of the work "
          "do not exist")
{
    Told told;
    for (const auto* rest : {"/mina-ord", "/mina-ord/skriv", "/undvik", "/undvik/ny", "/atagande/1"})
        CHECK_MESSAGE(told.page("lena.karlberg", told.own(rest)) == "404", rest);
    const auto notes = told.page("lena.karlberg", told.own("/anteckningar"));
    CHECK(has(notes, "Ingen har skrivit något till dig."));
    CHECK(has(told.page("sam", told.own("/anteckningar")), "Vi ses på torsdag"));
    CHECK(has(told.page("sam", told.own("/undvik")), "Torget efter 21"));
    for (const auto& rest : of_family) {
        CAPTURE(rest);
        const auto page = told.page("lena.karlberg", told.own(rest));
        for (const auto* hidden : {"Torget efter 21", "Vi ses på torsdag", "Nils"})
            CHECK_MESSAGE(!has(page, hidden), hidden);
    }

    told.tale.withdraw(told.number, 3);
    for (const auto& rest : of_family) {
        CAPTURE(rest);
        const auto page = told.page("lena.karlberg", told.own(rest));
        const bool stays = rest.empty() || rest == "/samtycke" || rest == "/om-mig";
        CHECK((page == "404") != stays);
        for (const auto* hidden : {"Sam", "Jonas", "Kulturhuset", "skolan varje dag"})
            CHECK_MESSAGE(!has(page, hidden), hidden);
    }
    CHECK(has(told.page("sam", told.own("/plan")), "Jag går till skolan varje dag."));
}

TEST_CASE(
    "settled-22 Mina ord: above the box that the police must act, and one comes back to what was written and who reads it")
{
    Told told;
    auto browser = told.signed_in("sam");
    CHECK(has(browser.get(told.own("")).body, "href=\"" + told.own("/mina-ord/skriv") + "\""));
    const auto form = browser.get(told.own("/mina-ord/skriv")).body;
    for (const auto* said : {"Polisen måste agera om du berättar om brott.", "Sara Lind håller ihop gruppen och läser alltid.",
                             "Dina vårdnadshavare kan inte läsa det här.", "Jonas Ek"})
        CHECK_MESSAGE(has(form, said), said);
    CHECK_FALSE(has(form, "value=\"social_services\""));  // Sara is the case officer too
    const auto kept = browser.post(told.own("/mina-ord/skriv"), {{"text", "Boxningen är bra"}, {"seq_seen", "0"}});
    CHECK(kept.status == 303);
    CHECK(location_of(kept).starts_with(told.own("/mina-ord")));
    const auto page = browser.get(told.own("/mina-ord")).body;
    CHECK(has(page, "Boxningen är bra"));
    CHECK(has(page, "Sara Lind håller ihop gruppen och läser alltid."));
    CHECK(has(page, "Dina vårdnadshavare kan inte läsa det här."));
    CHECK(has(page, "Ändra det jag skrev"));
    CHECK(has(told.page("sam", told.own("/om-mig")), "Sara Lind håller ihop gruppen och läser alltid."));
    CHECK(told.page("lena.karlberg", told.own("/mina-ord")) == "404");
}

TEST_CASE("settled-20 Who opens a page of staff's is led to the own one; who may not read it is told that it does not exist")
{
    Told told;
    const std::vector<std::pair<std::string, std::string>> pages{
        {"", ""},
        {"/plan", "/plan"},
        {"/samtycken", "/samtycke"},
        {"/samtycke", "/samtycke"},
        {"/samtycken/underskrivare/1/ta-tillbaka", "/samtycke/1/ta-tillbaka"},
        {"/moten", "/moten"},
        {"/moten/1", "/moten/1"},
        {"/moten/1/svar", "/moten/1/svar"},
        {"/atagande/1", "/atagande/1"},
        {"/mina-ord", "/mina-ord"},
        {"/plan/undvik", "/undvik"},
        {"/anteckningar", "/anteckningar"},
        {"/misstankar", "/om-mig"},
        {"/deltagare", ""},
    };
    auto browser = told.signed_in("sam"), alex = told.signed_in("alex"), elin = told.signed_in("elin.berg");
    for (const auto& [of_staff, own] : pages) {
        CAPTURE(of_staff);
        const auto path = "/arende/" + told.number + of_staff;
        const auto answer = browser.get(path);
        CHECK(answer.status == 303);
        CHECK(location_of(answer) == told.own(own));
        CHECK(browser.get(told.own(own)).status == 200);
        CHECK(alex.get(path).status == 404);
        CHECK(elin.get(path).status != 303);  // staff stay where they are
    }
    CHECK(browser.get("/arende/" + told.number + "/akten").status == 404);
    CHECK(browser.get("/arende/" + told.number + "/plan/enkelt").status == 200);  // paper
}

TEST_CASE("The short addresses lead to the one case, or say that there is none")
{
    Told told;
    auto browser = told.signed_in("sam"), mother = told.signed_in("lena.karlberg"), elin = told.signed_in("elin.berg");
    for (const auto& [from, to] :
         {std::pair{"/mitt-samtycke", "/samtycke"}, std::pair{"/om-mig", "/om-mig"}, std::pair{"/mina-ord", "/mina-ord"}}) {
        CAPTURE(from);
        const auto answer = browser.get(from);
        CHECK(answer.status == 303);
        CHECK(location_of(answer) == told.own(to));
        CHECK(elin.get(from).status == 404);
        CHECK(has(told.page("alex", from), "Det finns ingen plan här just nu."));
    }
    CHECK(location_of(mother.get("/mina-ord")) == told.own(""));  // a guardian has no words of this kind
}

TEST_CASE("settled-23 Every page has a neutral title and the way out, and the heading says no name of an agency")
{
    Told told;
    auto browser = told.signed_in("sam");
    auto paths = of_family;
    for (auto& path : paths) path = told.own(path);
    paths.emplace_back("/min-plan/hjalp");
    for (const auto& path : paths) {
        CAPTURE(path);
        const auto answer = browser.get(path);
        REQUIRE(answer.status == 200);
        const auto title =
            answer.body.substr(answer.body.find("<title>"), answer.body.find("</title>") - answer.body.find("<title>"));
        for (const auto* hidden : {"Sam", "SIG-", "Lots", "Polis"})
            CHECK_MESSAGE(title.find(hidden) == std::string::npos, hidden);
        CHECK(answer.body.find("action=\"/lamna\"") != std::string::npos);
        CHECK(answer.body.find("<h1") != std::string::npos);
        CHECK(answer.body.find("<h1") == answer.body.rfind("<h1"));
        CHECK_FALSE(has(answer.body, "Handläggare"));
    }
    CHECK(has(told.page("lena.karlberg", "/min-plan/hjalp"), "Måste jag säga ja?"));
    CHECK(told.page("elin.berg", "/min-plan/hjalp") == "404");
}

TEST_CASE(
    "S0-55, S1-49 Who we are: the group, the two things that the police do, and a telephone number to call with one tap")
{
    Told told;
    for (const auto* handle : {"sam", "lena.karlberg"}) {
        CAPTURE(handle);
        const auto plan = told.page(handle, told.own(""));
        for (const auto* shown : {"Vilka är vi?", "Jonas Ek", "Men polisen måste också utreda brott.",
                                  "href=\"tel:112\"", "/min-plan/hjalp"})
            CHECK_MESSAGE(has(plan, shown), shown);
    }
    const auto sams = told.page("sam", told.own(""));
    CHECK(has(sams, "personer är kallade."));
    CHECK(has(sams, "href=\"tel:0100000000\""));  // Socialjouren, whom the plan names
}
