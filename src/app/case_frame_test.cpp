#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

// What stands around a case: its head and menu, who sees what, and the reader's own meetings.
using namespace lots;
using namespace lots::app;
using lots::app::test::Browser;
using lots::app::test::Town;

namespace {

TaleYouth sam_with(const std::string& own, const std::string& mothers)
{
    return {"Sam",
            "Karlberg",
            "201001042397",
            2010y / 1 / 4,
            {{"youth", "Sam Karlberg", own}, {"guardian", "Lena Karlberg", mothers}, {"guardian", "Nils Karlberg", ""}}};
}

struct Told {
    Town town;
    Tale tale{town.program.site(), town.clock, town.password()};
    std::string number;

    /// With a plan that is decided, and a meeting in ten days.
    void run(const TaleYouth& youth = sam_with("sam", "lena.karlberg"))
    {
        const auto nomination = tale.propose(youth);
        tale.take_up(nomination);
        number = tale.offer(nomination);
        tale.ask(number, youth);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, add_days(tale.today(), 10), 13);
    }
    std::string page(const std::string& handle, const std::string& path)
    {
        Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        const std::map<std::string, std::string> daily{{"sara.lind", "social_worker|socialtjansten|Enheten för unga"},
                                                       {"jonas.ek", "police|polisen|Ungdomsgruppen"}};
        if (const auto role = daily.find(handle); role != daily.end()) {  // who has several roles is asked which
            browser.get("/roll");
            REQUIRE(browser.post("/roll", {{"role", role->second}, {"till", "/"}}).status == 303);
        }
        const auto answer = browser.get(path);
        return answer.status == 200 ? answer.body : std::to_string(answer.status);
    }
    std::string of_case(const std::string& handle, const std::string& rest)
    {
        return page(handle, "/arende/" + number + rest);
    }
    std::string api(const std::string& handle, const std::string& role, const std::string& path)
    {
        const auto answer = tale.hand(handle, role).call(http::Method::get, path);
        return answer.status == 200 ? answer.body : std::to_string(answer.status);
    }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string main_of(const std::string& body)
{
    const auto from = body.find("<main");
    return from == std::string::npos ? body : body.substr(from, body.find("</main>") - from);
}

/// What the answer to the API's question says of one of the people.
std::string row_of(const std::string& json, const std::string& who)
{
    const auto at = json.find("{\"who\":\"" + who);
    return at == std::string::npos ? std::string{} : json.substr(at, json.find('}', at) - at);
}

}  // namespace

TEST_CASE("S0-73, settled-18, settled-20 Who sees what is what access would answer each of them, and names no guardian")
{
    Told told;
    told.run();
    const auto page = main_of(told.of_case("elin.berg", "/vem-ser-vad"));
    for (const auto* shown :
         {"Jonas Ek", "Elin Berg", "Ungdomen", "Vårdnadshavare", "Enhetschefen", "kan inte se att ärendet finns"})
        CHECK_MESSAGE(has(page, shown), shown);
    for (const auto* hidden : {"Lena", "Nils", "Vårdnadshavare 1"}) CHECK_MESSAGE(!has(page, hidden), hidden);

    const auto json = told.api("elin.berg", "", "/api/v1/cases/" + told.number + "/who-sees");
    const auto elin = row_of(json, "Elin Berg"), jonas = row_of(json, "Jonas Ek"), manager = row_of(json, "Enhetschefen");
    for (const auto* same :
         {"\"plan\":\"yes\"", "\"minutes\":\"yes\"", "\"notes\":\"part\"", "\"file\":\"no\"", "\"answers\":\"no\""}) {
        CHECK_MESSAGE(has(elin, same), same);
        CHECK_MESSAGE(has(jonas, same), same);
    }
    CHECK(has(elin, "\"avoid\":\"no\""));  // settled 24: the police, social services and the young person alone
    CHECK(has(jonas, "\"avoid\":\"yes\""));
    CHECK(has(manager, "\"file\":\"yes\""));
    CHECK(has(row_of(json, "Vårdnadshavare"), "\"minutes\":\"part\""));

    CHECK(told.of_case("ali.nouri", "/vem-ser-vad") != "404");  // of the group too
    for (const auto* outside : {"alex", "omar.farah", "hanna.rektor"})
        CHECK_MESSAGE(told.of_case(outside, "/vem-ser-vad") == "404", outside);
    told.tale.withdraw(told.number, 2);
    CHECK(told.of_case("elin.berg", "/vem-ser-vad") == "404");  // while it rests the group has the notice alone
    const auto rests = told.api("sara.lind", "social_worker", "/api/v1/cases/" + told.number + "/who-sees");
    CHECK(has(row_of(rests, "Elin Berg"), "\"plan\":\"no\""));
}

TEST_CASE("A case has its head, its menu in groups, its choices, and for the family none of them")
{
    Told told;
    told.run();
    const auto staff = main_of(told.of_case("sara.lind", "/plan"));
    for (const auto* shown : {"Ansvarig", "Samtycke gäller till och med", "/vem-ser-vad\"", "Fler val", "/jav\"", ">Arbetet</p>",
                              ">Akten</p>", "Ärendets sidor: ", "Sam K."})
        CHECK_MESSAGE(has(staff, shown), shown);
    const auto own = told.of_case("sam", "/plan/enkelt");  // what is printed has no page of the family's own
    const auto family = main_of(own);
    for (const auto* hidden : {"sig-facts__item", "Fler val", "sig-side", "sig-case__number"})
        CHECK_MESSAGE(!has(family, hidden), hidden);
    CHECK(has(family, "Min plan</h1>"));
    CHECK(has(family, "href=\"/min-plan/" + told.number + "\""));
    CHECK_FALSE(has(own.substr(0, own.find("</title>")), told.number));
    CHECK(has(main_of(told.of_case("lena.karlberg", "/plan/enkelt")), "Planen för Sam</h1>"));
    CHECK(has(main_of(told.page("sam", "/min-plan/" + told.number)),
              "/mina-ord\""));  // what the menu led to is reached from Min plan
    CHECK(has(main_of(told.of_case("sara.lind", "")), "sig-columns__extra"));  // what happened, beside the next step
}

TEST_CASE("settled-23, edge-4.5 That it may be dangerous, and that somebody is protected, stands at the head for those who "
          "have to mind it; no letter is sent")
{
    Told told;
    told.tale.retell = [](const std::string& path, const std::string& json) {
        const auto instead = [&](const std::string& from, const std::string& to) {
            auto other = json;
            if (const auto at = other.find(from); at != std::string::npos) other.replace(at, from.size(), to);
            return other;
        };
        if (path.ends_with("/review")) return instead("\"danger_if_seen\":\"no\"", "\"danger_if_seen\":\"yes\"");
        if (path.ends_with("/signatories") && has(json, "Nils"))
            return instead("\"protected_identity\":\"none\"",
                           "\"protected_identity\":\"protected_registration\",\"contact\":\"Gömda gatan 1\"");
        return json;
    };
    told.run(sam_with("", ""));
    const std::string danger = "Det kan vara farligt om någon ser det här", hidden = "Skyddade personuppgifter";
    for (const auto* rest : {"", "/plan", "/moten"}) {
        CAPTURE(rest);
        const auto lead = told.of_case("sara.lind", rest), member = told.of_case("elin.berg", rest);
        CHECK(has(lead, danger));
        CHECK(has(lead, hidden));
        CHECK(has(member, danger));
        CHECK_FALSE(has(member, hidden));  // settled 18: nothing of another's protection
        CHECK_FALSE(has(lead, "Gömda gatan"));
    }
    // Nothing goes by post to the young person: such a call is refused, and the same one without a letter is not.
    const auto called = [&](const std::string& how) {
        const auto json = R"({"kind":"individual","form":"in_person","place":"Kulturhuset","clock":"13:00","length_minutes":60,)"
                          R"("signatories":["1","2","3"],"members":["1","2","3","4"],"day":")" +
                          iso(add_days(told.tale.today(), 20)) + R"(","call_how":[")" + how + R"("]})";
        return told.tale.hand("sara.lind", "social_worker")
            .call(http::Method::post, "/api/v1/cases/" + told.number + "/meetings", json)
            .body;
    };
    CHECK(has(called("letter"), "settled-23"));
    CHECK(has(called("in_person"), "\"meeting\":2"));
    Told calm;
    calm.run();
    for (const auto* who : {"sara.lind", "elin.berg", "sam"}) {
        const auto page = calm.of_case(who, std::string(who) == "sam" ? "/plan/enkelt" : "/plan");
        REQUIRE(page != "404");
        CHECK_FALSE(has(page, danger));
        CHECK_FALSE(has(page, hidden));
    }
}

TEST_CASE(
    "S1-14, settled-20, settled-23 One's own meetings over all cases: those one may know of, and no names for the family")
{
    Told told;
    told.run();
    const auto elin = main_of(told.page("elin.berg", "/moten"));
    CHECK(has(elin, "/arende/" + told.number + "/moten/1\""));
    CHECK(has(elin, "Sam K."));
    CHECK(has(elin, "kl. 13.00"));
    const auto sam = main_of(told.page("sam", "/moten"));
    CHECK(has(sam, "/arende/" + told.number + "/moten/1\""));
    for (const auto* hidden : {"Sam K.", "Karlberg", "Kulturhuset"}) CHECK_MESSAGE(!has(sam, hidden), hidden);
    CHECK(has(told.page("omar.farah", "/moten"), "Inget möte är bokat."));
    CHECK(has(told.api("elin.berg", "", "/api/v1/meetings"),
              "{\"case\":\"" + told.number + "\",\"meeting\":1,\"state\":\"called\""));

    told.town.clock.set(told.town.clock.now() + std::chrono::days(11));
    CHECK(has(told.page("elin.berg", "/moten"), "Minnesanteckningarna är inte klara"));
    told.tale.withdraw(told.number, 2);
    CHECK(has(told.page("elin.berg", "/moten"), "Inget möte är bokat."));
}
