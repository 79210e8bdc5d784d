#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

// Every state of a case, told through the API: which step the first page leads to, for whom, and what it lacks.
namespace {

const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

struct Told {
    Town town;
    Tale tale{town.program.site(), town.clock, town.password()};
    std::string number;

    explicit Told(bool with_consent = true)
    {
        const auto nomination = tale.propose(sam);
        tale.take_up(nomination);
        number = tale.offer(nomination);
        if (!with_consent) return;
        tale.ask(number, sam);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    }
    /// With a plan that is decided, and a meeting in ten days.
    void run()
    {
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, add_days(tale.today(), 10), 13);
    }
    static std::string role_of(const std::string& handle) { return handle == "sara.lind" ? "social_worker" : handle == "jonas.ek" ? "police" : ""; }
    http::Response get(const std::string& handle, const std::string& path) { return tale.hand(handle, role_of(handle)).call(http::Method::get, path); }
    /// The codes of the steps in order; "+" when the step can be taken, "-" when something is missing.
    std::string steps(const std::string& handle, const std::string& of = {})
    {
        const auto answer = get(handle, "/api/v1/cases/" + (of.empty() ? number : of) + "/gates");
        if (answer.status != 200) return std::to_string(answer.status);
        std::string all;
        const std::string step = "{\"step\":\"";
        for (auto at = answer.body.find(step); at != std::string::npos; at = answer.body.find(step, at + 1)) {
            const auto from = at + step.size();
            const auto open = answer.body.compare(answer.body.find("\"open\":", from) + 7, 4, "true") == 0;
            all += (all.empty() ? "" : " ") + answer.body.substr(from, answer.body.find('"', from) - from) + (open ? "+" : "-");
        }
        return all;
    }
    /// What is between the header and the footer of the first page.
    std::string page(const std::string& handle, const std::string& of = {})
    {
        lots::app::test::Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        const std::map<std::string, std::string> daily{{"sara.lind", "social_worker|socialtjansten|Enheten för unga"},
                                                       {"jonas.ek", "police|polisen|Ungdomsgruppen"}};
        if (const auto role = daily.find(handle); role != daily.end()) {  // who has several roles is asked which
            browser.get("/roll");
            REQUIRE(browser.post("/roll", {{"role", role->second}, {"till", "/"}}).status == 303);
        }
        const auto answer = browser.get("/arende/" + (of.empty() ? number : of));
        if (answer.status != 200) return std::to_string(answer.status);
        const auto from = answer.body.find("<main");
        return answer.body.substr(from, answer.body.find("</main>") - from);
    }
    std::string of_case(const std::string& rest) const { return "href=\"/arende/" + number + rest + "\""; }
};

bool has(const std::string& body, const std::string& part) { return body.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("T1, T2, T5 Before the offer: take up, then decide; social services may close at any time (settled-35)")
{
    Told told(false);
    TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                    {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};
    const auto nomination = told.tale.propose(robin);
    CHECK(has(told.page("amir.haddad", nomination), "/arende/" + nomination + "/ta-upp"));
    CHECK(told.steps("jonas.ek", nomination) == "404");
    told.tale.take_up(nomination);
    CHECK(told.steps("sara.lind", nomination).starts_with("decide_offer"));
    CHECK(has(told.steps("sara.lind", nomination), "close_case"));
    CHECK(told.steps("sara.lind").starts_with("start_consent"));  // T6, after the offer
}

TEST_CASE("T7 While consent is asked for: the form first, then who has not answered")
{
    Told told(false);
    told.tale.ask(told.number, sam);
    told.tale.sign(told.number, 1);
    // The form is out: it waits for two, and does not ask for another form.
    CHECK(told.steps("sara.lind").starts_with("register_answers- open_consent"));
    const auto page = told.page("amir.haddad");
    CHECK(page == "404");
    const auto gates = told.get("sara.lind", "/api/v1/cases/" + told.number + "/gates").body;
    const auto missing = [&](const std::string& who) {
        for (auto at = gates.find("\"about\":\"" + who + "\""); at != std::string::npos; at = gates.find("\"about\":\"" + who + "\"", at + 1)) {
            const auto from = gates.rfind("{\"requirement\"", at);
            if (gates.substr(from, at - from).find("\"requirement\":\"S0-22\"") != std::string::npos &&
                gates.substr(from, at - from).find("\"met\":false") != std::string::npos)
                return true;
        }
        return false;
    };
    CHECK_FALSE(missing("Ungdomen"));
    CHECK(missing("Vårdnadshavare 1"));
    CHECK(missing("Vårdnadshavare 2"));
    // Each line that is missing leads to where it is made good, on the page and for programs; the one that is done does not.
    const auto box = told.page("sara.lind");
    for (const std::string signatory : {"2", "3"}) {
        CHECK(has(box, told.of_case("/samtycken/underskrivare/" + signatory + "/svar")));
        CHECK(has(box, told.of_case("/samtycken/underskrivare/" + signatory + "/samtal")));
        CHECK(has(gates, "\"page\":\"/arende/" + told.number + "/samtycken/underskrivare/" + signatory + "/svar\""));
    }
    CHECK_FALSE(has(box, told.of_case("/samtycken/underskrivare/1/svar")));
    CHECK_FALSE(has(box, "Gör det som saknas"));
}

TEST_CASE("T9 Forming: the group is filled, by social services; the others see whom it waits for")
{
    Told told;
    CHECK(told.steps("sara.lind").starts_with("start_planning-"));
    CHECK(has(told.steps("sara.lind"), "call_meeting"));
    const auto page = told.page("sara.lind");
    CHECK(has(page, told.of_case("/deltagare/samordnare")));
    CHECK(has(page, told.of_case("/deltagare/lagg-till")));
    CHECK(has(page, "Målet är ett möte inom 7 dagar efter samtycket."));
    // While the group is not whole, the call that it stops too has its button and no list of the same lines once more.
    const auto call = page.find(">Kalla till möte</h3>");
    REQUIRE(call != std::string::npos);
    CHECK(page.find("sig-gate__line--missing") < call);
    CHECK(page.find("sig-gate__line--", call) == std::string::npos);
    CHECK_FALSE(has(told.get("jonas.ek", "/api/v1/cases/" + told.number + "/gates").body, "/deltagare/"));
}

TEST_CASE("T10 Planning: the plan is decided; whoever is asked for a commitment answers first")
{
    Told told;
    told.tale.form_group(told.number);
    CHECK(told.steps("sara.lind").starts_with("decide_plan- "));
    CHECK(told.steps("elin.berg") == "");
    CHECK(has(told.page("elin.berg"), "Socialtjänsten beslutar planen"));
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/goals", [](form::JsonWriter& json) {
        json.pair("area", "school").pair("goal_text", "Gå i skolan").pair("reached_how", "Närvaro").pair("responsible", "bjorkskolan");
    });
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/commitments", [&](form::JsonWriter& json) {
        json.pair("in_goal", "1").pair("measure", "Studieplan").pair("promised_by", "member-3").pair("done_by", add_days(told.tale.today(), 9));
        json.pair("documented_how", "I skolan").pair("plain_words", "Elin hjälper dig.").pair("order_number", 1);
    });
    CHECK(told.steps("elin.berg") == "accept_commitment+");
    CHECK(has(told.page("elin.berg"), told.of_case("/atagande/1/ta-pa-dig")));
    CHECK(told.steps("jonas.ek") == "");  // not the police's
}

TEST_CASE("T11, T12, T16 Active: the meeting that is called, the minutes that wait, the changed plan, and the closure question for all members")
{
    Told told;
    told.run();
    CHECK(told.steps("elin.berg") == "next_meeting+ raise_closure+");
    CHECK(told.steps("sara.lind") == "next_meeting+ raise_closure+ continue_case+ close_case-");
    const auto page = told.page("elin.berg");
    CHECK(has(page, told.of_case("/fraga-om-avslut")));
    CHECK(has(page, told.of_case("/moten/1")));
    CHECK(has(page, "Samordnaren kallar"));
    CHECK(has(page, " händelser, alla "));  // on one day: said, and not drawn
    CHECK_FALSE(has(page, "id=\"handelser-bild-title\""));
    CHECK_FALSE(has(page, told.of_case("/avsluta")));

    told.town.clock.set(told.town.clock.now() + std::chrono::days(11));
    CHECK(told.steps("sara.lind") == "lock_minutes- call_meeting+ raise_closure+ continue_case+ close_case-");
    CHECK(told.steps("elin.berg") == "raise_closure+");
    CHECK(has(told.page("elin.berg"), "id=\"handelser-bild-title\""));
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/goals", [](form::JsonWriter& json) {
        json.pair("area", "school").pair("goal_text", "Gå ut nian").pair("reached_how", "Betyg").pair("responsible", "bjorkskolan");
    });
    CHECK(has(told.steps("sara.lind"), "decide_plan-"));
}

TEST_CASE("settled-16 A coordinator outside the deciding unit calls and holds meetings, and decides nothing of social services' own")
{
    Told told(false);
    told.tale.retell = [](const std::string& path, const std::string& json) {
        const std::string named = "\"fritid\"]";
        if (path.ends_with("/concerned-agencies")) return std::string(json).replace(json.find(named), named.size(), "\"fritid\",\"samverkan\"]");
        return path.ends_with("/planning") ? std::string(R"({"missing_reason":"Mia Holm kommer senare."})") : json;
    };
    told.tale.ask(told.number, sam);
    for (int line = 1; line <= 3; ++line) told.tale.sign(told.number, line);
    told.tale.form_group(told.number);
    told.tale.make_plan(told.number);
    told.tale.retell = {};
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/coordinator", [&](form::JsonWriter& json) {
        json.pair("person", "mia.holm").pair("reason", "Har tid.").pair("hand_over", "Allt är sagt.").pair("youth_told_on", told.tale.today());
    });
    CHECK(told.steps("mia.holm") == "call_meeting+ raise_closure+");  // decide_plan, continue_case and close_case are not hers
}

TEST_CASE("T14, T15 A case that rests: renew or close; when a new consent holds, go on. The others have one notice")
{
    Told told;
    told.run();
    told.tale.withdraw(told.number, 2);
    CHECK(told.steps("sara.lind").starts_with("open_consent"));
    CHECK(has(told.steps("sara.lind"), " close_case-"));
    CHECK_FALSE(has(told.steps("sara.lind"), "resume_case"));
    CHECK(told.steps("elin.berg") == "404");
    const auto notice = told.page("elin.berg");
    CHECK(has(notice, "Innehållet visas inte just nu."));
    CHECK(has(notice, "Möten som är kallade blir inte av."));
    CHECK(notice == told.page("ali.nouri"));  // whoever it is
    CHECK(has(told.page("sara.lind"), "De här mötena är inställda"));
    CHECK(has(told.page("sara.lind"), told.of_case("/avsluta")));
}

TEST_CASE("settled-28 A meeting that was called is cancelled when the case comes to rest, in the same command, and does not come back")
{
    Told told;
    told.run();
    CHECK(told.town.count("SELECT count(*) FROM meeting_cancellation") == 0);
    told.tale.withdraw(told.number, 2);
    CHECK(told.town.count("SELECT count(*) FROM meeting_cancellation WHERE reason = 'case_suspended'") == 1);
    CHECK(told.town.log_entries("settled-28") == 1);
    CHECK(told.town.count("SELECT count(*) FROM duty WHERE what = 'duty.hold_meeting'") == 0);
}

TEST_CASE("T17 In closure review: social services decide, the others see that it is so. Closed: the decision is read")
{
    Told told;
    told.run();
    told.tale.post("elin.berg", "/api/v1/cases/" + told.number + "/closure-question", [](form::JsonWriter& json) {
        json.pair("ground", "goals_reached").pair("facts", "Skolan fungerar.");
    });
    CHECK(told.steps("sara.lind") == "close_case- continue_case+ next_meeting+");
    CHECK(has(told.page("elin.berg"), "Frågan om avslut är ställd."));
    for (const auto* goal : {"1", "2"})
        told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/goals/" + goal + "/result",
                       [](form::JsonWriter& json) { json.pair("result", "reached").pair("text", "Nått.").pair("seq_seen", 0); });
    for (const auto* commitment : {"2", "3"})
        told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/commitments/" + commitment + "/hand-over", [&](form::JsonWriter& json) {
            json.pair("agency", "bjorkskolan").pair("accepted_on", told.tale.today()).pair("note", "Elin fortsätter.").pair("seq_seen", 0);
        });
    CHECK(told.steps("sara.lind") == "close_case+ continue_case+ next_meeting+");
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/closure", [](form::JsonWriter& json) {
        json.pair("reason", "goals_reached").pair("ground", "Målen är nådda.").pair("informed", "Alla.");
        write_decision(json, "Insatsgruppen avslutas.");
    });
    CHECK(told.steps("sara.lind") == "read_closure+");
    CHECK(told.town.count("SELECT count(*) FROM meeting_cancellation WHERE reason = 'case_closed'") == 1);
    CHECK(told.town.log_entries("settled-28") == 1);
}
