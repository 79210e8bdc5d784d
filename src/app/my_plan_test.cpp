#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"
#include "organisation/commands.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Browser;
using lots::app::test::Town;

namespace {

/// Sam, who signs in, with a mother who does and a father who does not.
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
    }
    void sign()
    {
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    }
    void run()
    {
        sign();
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, add_days(tale.today(), 10), 13);
    }
    /// That person's page as it is now.
    std::string page(const std::string& handle, const std::string& path)
    {
        Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        const auto answer = browser.get(path);
        return answer.status == 200 ? answer.body : std::to_string(answer.status);
    }
    std::string start(const std::string& handle) { return page(handle, "/min-plan"); }
    std::string plan(const std::string& handle) { return page(handle, "/min-plan/" + number); }
    std::string of_case(const std::string& rest) const { return "/arende/" + number + rest; }
    std::string own(const std::string& rest) const { return "/min-plan/" + number + rest; }
};

/// Yesterday was their last day at work, in all their assignments.
void leaves(const Town& town, const std::string& handle)
{
    const auto last = add_days(local_day(town.clock.now()), -1);
    REQUIRE(town.house.change(town.clock.now(), town.here.id, [&](const organisation::Change& change) -> Result<Done> {
        const auto person = organisation::person_of_handle(change.db, change.municipality, handle);
        const auto held = change.db.all("SELECT id FROM assignment WHERE municipality = $1 AND person = $2",
                                        [](const storage::Row& row) { return row.get<AssignmentId>(0); }, change.municipality,
                                        person.value());
        for (const auto& one : held)
            if (auto done = organisation::end_assignment(change, one, last); !done) return done;
        return Done{};
    }));
}

/// What is between the header and the footer: the person's own name and the links stand around it.
std::string main_of(const std::string& body)
{
    const auto from = body.find("<main");
    return from == std::string::npos ? body : body.substr(from, body.find("</main>") - from);
}
std::string location_of(const http::Response& answer)
{
    for (const auto& [name, value] : answer.headers)
        if (name == "location") return value;
    return {};
}
bool has(const std::string& body, const std::string& part) { return main_of(body).find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Min plan is where the young person and guardians land, and not there for staff")
{
    Told told;
    Browser browser(told.town);
    REQUIRE(browser.sign_in("sam", told.town.password()).status == 303);
    const auto landed = browser.get("/");
    CHECK(landed.status == 303);
    CHECK(location_of(landed) == "/min-plan");
    CHECK(has(told.start("sam"), "Hej!"));
    for (const auto* path : {"/min-plan", "/min-plan/x"}) CHECK(told.page("amir.haddad", path) == "404");
    CHECK(told.page("amir.haddad", "/min-plan/" + told.number) == "404");
    CHECK(told.page("alex", "/min-plan/" + told.number) == "404");  // somebody else's
    CHECK(has(told.start("alex"), "Det finns ingen plan"));
}

TEST_CASE("settled-23 The first page shows days and numbers; names, agencies and what people wrote come after a tap")
{
    Told told;
    told.run();
    for (const auto* handle : {"sam", "lena.karlberg"}) {
        CAPTURE(handle);
        const auto start = told.start(handle);
        for (const auto* hidden : {"Sam", "Karlberg", "Jonas", "Elin", "Polis", "polis", "Björkskolan", "ocialtjänst", "Kulturhuset", "skolan"})
            CHECK_MESSAGE(!has(start, hidden), hidden);
        CHECK(has(start, "kl. 13.00"));
        CHECK(has(start, "Andra har lovat"));
        CHECK(has(start, "href=\"/min-plan/" + told.number + "\""));
        CHECK(told.plan(handle).find("<title>Min plan") != std::string::npos);
    }
    CHECK(has(told.start("sam"), "Du har lovat en sak.</a>"));
    CHECK(has(told.start("lena.karlberg"), "Andra har lovat 3 saker."));
}

TEST_CASE("S1-49 The whole plan: the next meeting, what I do, what others do, what I said yes to, who sees what")
{
    Told told;
    told.run();
    const auto plan = told.plan("sam");
    for (const auto* shown : {"Kulturhuset, rum 2", "Jag går till skolan varje dag.", "Jonas pratar med dig varje vecka.", "Jonas Ek", "Ditt ja gäller till",
                              "Vilka är vi?", "Socialjouren, <a", "href=\"tel:0100000000\"", "href=\"tel:112\"", "Dina vårdnadshavare ser planen"})
        CHECK_MESSAGE(has(plan, shown), shown);
    CHECK(has(plan, "action=\"" + told.own("/atagande/1\"")));  // how it goes, by the one who promised
    CHECK_FALSE(has(plan, told.own("/atagande/3")));
    CHECK(has(plan, "href=\"" + told.own("/samtycke\"")));
    CHECK_FALSE(has(plan, "/arende/" + told.number + "/moten"));
    const auto consent = told.page("sam", told.own("/samtycke"));
    CHECK(has(consent, "Det här pratar de inte om"));
    CHECK(has(consent, told.own("/samtycke/1/ta-tillbaka")));
    CHECK_FALSE(has(plan, "Försenad"));

    const auto mothers = told.plan("lena.karlberg");
    CHECK(has(mothers, "Planen för Sam"));
    CHECK(has(told.page("lena.karlberg", told.own("/samtycke")), told.own("/samtycke/2/ta-tillbaka")));
    CHECK_FALSE(has(mothers, "/atagande/1"));  // Sam's own
    CHECK_FALSE(has(mothers, "personer är kallade"));  // how many come would tell of the other guardian
    CHECK_FALSE(has(mothers, "Nils"));         // the other guardian is never named (settled 18)
    CHECK_FALSE(has(mothers, "Vårdnadshavare (nr 3)"));
}

TEST_CASE("settled-15 A call is answered with two taps from the first page: the plan, and Ja, Digitalt or Nej")
{
    Told told;
    told.run();
    for (const auto* handle : {"sam", "lena.karlberg"}) {
        CAPTURE(handle);
        const auto plan = told.plan(handle);
        CHECK(has(plan, "action=\"" + told.own("/moten/1/svar") + "\""));
        CHECK(has(plan, "Ja, jag kommer"));
        CHECK(has(plan, "Du har inte svarat ännu."));
        CHECK_FALSE(has(told.start(handle), "Kommer du?"));  // somebody may stand beside (settled 23)
    }
    told.tale.post("sam", "/api/v1/cases/" + told.number + "/meetings/1/answer", [](form::JsonWriter& json) { json.pair("answer", "yes"); });
    CHECK(has(told.plan("sam"), "Du har svarat att du kommer."));
    CHECK(has(told.plan("lena.karlberg"), "Du har inte svarat ännu."));  // each for themselves
}

TEST_CASE("S1-34 A private helper who falls away is not among those who, as Min plan says, are called")
{
    Told told;
    told.sign();
    told.tale.form_group(told.number);
    told.tale.make_plan(told.number);
    const auto today = told.tale.today();
    const auto post = [&](const std::string& rest, const Tale::Write& write) {
        told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/helpers" + rest, write);
    };
    post("", [&](form::JsonWriter& json) {
        json.pair("name", "Tore Blom").pair("relation", "coach").pair("wish", "Han lyssnar.").pair("wished_on", today);
        json.pair("way", "meeting").pair("task", "Följa med till boxningen.");
    });
    for (const auto* guardian : {"2", "3"})
        post("/1/answers", [&](form::JsonWriter& json) {
            json.pair("signatory", guardian).pair("answer", "yes").pair("said_on", today).pair("way", "phone");
        });
    post("/1/judgement", [&](form::JsonWriter& json) {
        json.pair("suitable", "yes").pair("from_day", today).pair("last_day", add_days(today, 30));
        write_decision(json, "Tore får vara med.");
    });
    post("/1/reservation", [&](form::JsonWriter& json) {
        json.pair("signed_on", today).pair("signature_seen", true).pair("original_kept_at", "Skåp 3");
    });
    told.tale.retell = [](const std::string& path, const std::string& json) {
        return path.ends_with("/meetings") ? json.substr(0, json.size() - 1) + R"(,"helpers":["1"]})" : json;
    };
    told.tale.call(told.number, add_days(today, 10), 13);
    CHECK(has(told.plan("sam"), "Tore Blom"));
    post("/1/end", [](form::JsonWriter& json) { json.pair("reason", "own_wish"); });
    for (const auto* left_out : {"Tore Blom", "Privatperson som ungdomen vill ha med"})
        CHECK_MESSAGE(!has(told.plan("sam"), left_out), left_out);
}

TEST_CASE("S1-72 Min plan names somebody to ask, also when coordinator and officer have both left")
{
    Told told;
    told.run();
    CHECK(has(told.plan("sam"), "Sara Lind håller ihop gruppen."));  // she is the officer too
    leaves(told.town, "sara.lind");
    for (const auto* handle : {"sam", "lena.karlberg"}) {
        CAPTURE(handle);
        const auto plan = told.plan(handle);
        CHECK(has(plan, "Karin Östberg är chef på socialtjänsten."));
        for (const auto* gone : {"Sara Lind håller", "Sara Lind arbetar", "fråga Sara Lind"}) CHECK_MESSAGE(!has(plan, gone), gone);
    }
    leaves(told.town, "karin.ostberg");
    CHECK(has(told.plan("sam"), "Fråga den på socialtjänsten som du har pratat med."));
}

TEST_CASE("S1-49 Where the plan is in another language Min plan leads there, for the young person and for a guardian")
{
    Told told;
    told.run();
    CHECK_FALSE(has(told.plan("sam"), "Planen finns också på:"));
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/plan/versions/1/translations", [&](form::JsonWriter& json) {
        json.pair("language", "ar").pair("translated_on", told.tale.today()).pair("translator", "Språkbyrån Ekvik").pair("text", "معلمك يساعدك");
    });
    for (const auto* handle : {"sam", "lena.karlberg"}) {
        CAPTURE(handle);
        const auto plan = told.plan(handle);
        CHECK(has(plan, "Planen finns också på:"));
        CHECK(has(plan, "href=\"" + told.of_case("/plan/enkelt") + "\">Arabiska</a>"));
        CHECK(has(told.page(handle, told.of_case("/plan/enkelt")), "معلمك يساعدك"));
        CHECK_FALSE(has(told.start(handle), "Arabiska"));  // what language it is in says something about somebody (settled 23)
    }
}

TEST_CASE("S0-80 Before it is decided the plan is a proposal; who promised can say yes to it")
{
    Told told;
    told.sign();
    told.tale.form_group(told.number);
    CHECK(has(told.plan("sam"), "Vi gör planen nu."));
    CHECK(has(told.start("sam"), "Du har inget att göra i planen nu."));
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/goals", [](form::JsonWriter& json) {
        json.pair("area", "school").pair("goal_text", "Gå i skolan").pair("reached_how", "Närvaro").pair("responsible", "bjorkskolan");
    });
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/commitments", [&](form::JsonWriter& json) {
        json.pair("in_goal", "1").pair("measure", "Gå upp klockan sju").pair("promised_by", "signatory-1").pair("done_by", add_days(told.tale.today(), 9));
        json.pair("documented_how", "Frånvaro").pair("plain_words", "Jag går upp klockan sju.").pair("order_number", 1);
    });
    CHECK(has(told.start("sam"), "En sak väntar på ditt svar."));
    CHECK(has(told.plan("sam"), "Förslag, inte bestämt"));
    CHECK(has(told.plan("sam"), told.own("/atagande/1/ta-pa-dig")));
    CHECK_FALSE(has(told.plan("lena.karlberg"), "/ta-pa-dig"));
}

TEST_CASE("settled-6 While consent is asked for each sees the own question and answer, never another's")
{
    Told told;
    CHECK(has(told.plan("sam"), "Du bestämmer själv"));
    CHECK(has(told.plan("sam"), "Du har inte svarat."));
    CHECK(told.plan("sam").find("Jonas") == std::string::npos);
    const auto before = main_of(told.plan("lena.karlberg"));
    told.tale.sign(told.number, 1);  // Sam answers: nothing of it is seen by the mother
    CHECK(main_of(told.plan("lena.karlberg")) == before);
    CHECK(has(told.plan("sam"), "Du har sagt ja"));
    CHECK(has(told.plan("sam"), "Just nu gäller inget samtycke."));
}

TEST_CASE("settled-4, settled-20 While the case rests the young person reads on, a guardian has the notice; no meeting is held")
{
    Told told;
    told.run();
    told.tale.withdraw(told.number, 2);
    const auto plan = told.plan("sam");
    CHECK(has(plan, "Planen är vilande."));
    CHECK(has(plan, "är inställt. Du behöver inte komma."));
    CHECK(has(plan, "Jag går till skolan varje dag."));
    CHECK_FALSE(has(plan, "/atagande/1"));
    CHECK_FALSE(has(plan, "tagit tillbaka"));  // it was not Sam
    CHECK_FALSE(has(told.start("sam"), "kl. 13.00"));

    const auto mothers = told.plan("lena.karlberg");
    CHECK(has(mothers, "Innehållet visas inte just nu."));
    CHECK(has(mothers, "Du har tagit tillbaka ditt ja."));
    for (const auto* hidden : {"Sam", "Jonas", "skolan varje dag", "Kulturhuset", "inställt"}) CHECK_MESSAGE(!has(mothers, hidden), hidden);
}

TEST_CASE("settled-20 After the end the young person keeps the plan to read; a guardian reads how it ended")
{
    Told told;
    told.run();
    told.tale.close(told.number, {1, 2}, {2, 3});
    const auto plan = told.plan("sam");
    CHECK(has(plan, "Gruppen är avslutad."));
    CHECK(has(plan, told.of_case("/avslut")));
    CHECK(has(plan, "Jag går till skolan varje dag."));
    CHECK(has(plan, "är inställt."));
    const auto consent = told.page("sam", told.own("/samtycke"));
    REQUIRE(consent != "404");
    CHECK_FALSE(has(consent, "ta-tillbaka"));
    const auto mothers = told.plan("lena.karlberg");
    CHECK(has(mothers, told.of_case("/avslut")));
    CHECK_FALSE(has(mothers, "skolan varje dag"));
    CHECK(told.page("lena.karlberg", told.of_case("/avslut")) != "404");
}
