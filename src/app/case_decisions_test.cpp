#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

// S1-71: whatever is decided in a case can be read and printed as a decision, with the law as it was worded on its day.
namespace {

const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", ""}, {"guardian", "Lena Karlberg", ""}, {"guardian", "Nils Karlberg", ""}}};

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
    }
    static std::string role_of(const std::string& handle)
    {
        if (handle == "sara.lind") return "social_worker";
        return handle == "jonas.ek" ? "police" : "";
    }
    http::Response decisions(const std::string& handle)
    {
        return tale.hand(handle, role_of(handle)).call(http::Method::get, "/api/v1/cases/" + number + "/decisions");
    }
    std::string page(const std::string& query)
    {
        lots::app::test::Browser browser(town);
        REQUIRE(browser.sign_in("sara.lind", town.password()).status == 303);
        browser.get("/roll");
        REQUIRE(browser.post("/roll", {{"role", "social_worker|socialtjansten|Enheten för unga"}, {"till", "/"}}).status == 303);
        const auto answer = browser.get("/arende/" + number + "/alla-beslut" + query);
        CHECK(answer.status == 200);
        return answer.body;
    }
    /// Steps of the case that nobody can read the reasons of. The proposal itself is its own record.
    std::int64_t without_decision() const
    {
        return town.count("SELECT COUNT(*) FROM case_transition WHERE decision_note IS NULL AND transition <> 'T1'");
    }
};

bool has(const std::string& body, const std::string& part) { return body.find(part) != std::string::npos; }

/// Whether a refusal says that this requirement is unmet.
bool says_unmet(const std::string& body, const std::string& requirement)
{
    const auto at = body.find("\"requirement\":\"" + requirement + "\"");
    return at != std::string::npos && body.compare(body.find("\"met\":", at) + 6, 5, "false") == 0;
}

}  // namespace

TEST_CASE("S1-71, S0-82 Every step of a case is kept as a decision, with the paragraph of its day")
{
    Told told;
    CHECK(told.without_decision() == 0);
    auto all = told.decisions("sara.lind").body;
    for (const auto* what : {"Förslaget tas upp och bedöms.", "Samtycke inhämtas. Sara Lind", "Berörda myndigheter: ", "Samtycket är giltigt.",
                             "är samordnare.", "är med i gruppen.", "Gruppen är bildad", "Planen gäller från i dag."}) {
        CAPTURE(what);
        CHECK(has(all, what));
    }
    CHECK(has(all, "10 kap. 1 § offentlighets- och sekretesslagen (2009:400)"));
    CHECK(has(all, "20 kap. 2 § socialtjänstlagen (2025:400)"));

    told.tale.withdraw(told.number, 2);
    CHECK(told.without_decision() == 0);
    all = told.decisions("sara.lind").body;
    CHECK(has(all, "Ärendet vilar."));
    CHECK(has(all, "12 kap. 2 § offentlighets- och sekretesslagen (2009:400)"));
}

TEST_CASE("settled-18 The decisions lie in social services' file: the group reads none of them")
{
    Told told;
    CHECK(told.decisions("sara.lind").status == 200);
    CHECK(told.decisions("jonas.ek").status == 404);
    CHECK(told.decisions("elin.berg").status == 404);
}

TEST_CASE("S1-71 A no is kept with who gave it, and why there is no group")
{
    Told told;
    const auto robin = TaleYouth{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                                 {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};
    const auto nomination = told.tale.propose(robin);
    told.tale.take_up(nomination);
    told.number = told.tale.offer(nomination);
    told.tale.ask(told.number, robin);
    told.tale.post("sara.lind", "/api/v1/cases/" + told.number + "/signatories/2/answers", [&](form::JsonWriter& json) {
        json.pair("answer", "no").pair("signed_on", told.tale.today()).pair("signature_seen", false).pair("reason", "Vi klarar det själva.");
        json.pair("follow_up_answer", "not_asked");
    });
    const auto all = told.decisions("sara.lind").body;
    CHECK(has(all, "Det blir ingen social insatsgrupp."));
    CHECK(has(all, "Vårdnadshavare 1 har tackat nej"));
    CHECK(has(all, "Vi klarar det själva."));
    CHECK(told.without_decision() == 0);
}

TEST_CASE("S1-71 A decision can be printed by itself")
{
    Told told;
    const auto all = told.page("");
    CHECK(has(all, "Beslut 1<"));
    CHECK(has(all, "Beslut 2<"));
    CHECK(has(all, "alla-beslut?nummer=2"));
    const auto one = told.page("?nummer=2");
    CHECK(has(one, "Beslut 2<"));
    CHECK_FALSE(has(one, "Beslut 1<"));
    CHECK(has(one, "Stöd i lag, så som den löd den dagen"));
    CHECK(has(told.page("?nummer=99"), "Beslut 1<"));  // no such decision: all of them
}

TEST_CASE("S1-71 The minutes that tell of a decision are locked when it stands with its four fields beside them")
{
    Told told;
    const auto meeting = "/api/v1/cases/" + told.number + "/meetings/1";
    told.tale.call(told.number, add_days(told.tale.today(), 7), 13);
    told.tale.at(add_days(told.tale.today(), 7), 14);
    told.tale.post("sara.lind", meeting + "/minutes", [](form::JsonWriter& json) {
        json.pair("who_may_hear", "Alla.").pair("consent_checked", true).pair("police_role_told", true).pair("text", "Vi gick igenom planen.");
        json.pair("decisions", "Samtalen flyttas till torsdagar.").pair("youth_opinion", "Bra.").pair("closure_question", "continue");
        json.pair("seq_seen", 0);
    });
    const auto lock = [&] { return told.tale.hand("sara.lind", "social_worker").call(http::Method::post, meeting + "/lock", "{}"); };
    auto refused = lock();
    CHECK(refused.status == 422);
    CHECK(says_unmet(refused.body, "S1-71"));

    const auto decide = [&](const std::string& handle, const std::string& body) {
        return told.tale.hand(handle, Told::role_of(handle)).call(http::Method::post, meeting + "/decisions", body).status;
    };
    CHECK(decide("sara.lind", R"({"what":"Samtalen flyttas till torsdagar."})") == 400);  // and why, how, who?
    CHECK(decide("elin.berg", "{}") == 404);  // the one who holds the meeting writes it down
    told.tale.post("sara.lind", meeting + "/decisions", [](form::JsonWriter& json) { write_decision(json, "Samtalen flyttas till torsdagar."); });
    refused = lock();
    CHECK(refused.status == 422);  // attendance and the follow-up are still missing
    CHECK_FALSE(says_unmet(refused.body, "S1-71"));
    const auto all = told.decisions("sara.lind").body;
    CHECK(has(all, R"("meeting":1)"));
    CHECK(has(all, "Samtalen flyttas till torsdagar."));
}
