#include "stories/case_by_pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <regex>

// From the proposal to the last signature.
namespace lots::test {

namespace {

/// Whether the page says that the step cannot be taken: "Det går inte ännu." or "Du kan inte kalla till mötet ännu.", and
/// how much is missing.
bool is_refused(const Browser& browser)
{
    static const std::regex heading{R"(nnu\. \S+ sak(er)? saknas\.)"};
    return std::regex_search(browser.text(), heading);
}

}  // namespace

void send_well(Browser& browser, const Browser::Fields& fields)
{
    browser.send("", fields);
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
    REQUIRE_FALSE(browser.shows("Något behöver rättas"));
    REQUIRE_FALSE(is_refused(browser));
}

void send_forgetting(Browser& browser, const Browser::Fields& typed, const Forgotten& forgotten)
{
    browser.send("", typed + forgotten.without);
    INFO(browser.path() << " " << browser.text());
    REQUIRE((browser.status() == 400 || browser.status() == 422));
    CHECK((browser.status() == 400 ? browser.shows("Något behöver rättas") : is_refused(browser)));
    CHECK(browser.shows(forgotten.says));
    std::map<std::string, std::vector<std::string>> values;
    for (const auto& [name, value] : typed) values[name].push_back(value);
    for (auto& [name, sent] : values) {
        CAPTURE(name);
        auto standing = browser.standing(name);
        std::ranges::sort(sent);
        std::ranges::sort(standing);
        CHECK(standing == sent);
    }
    browser.send("", forgotten.mended, {}, forgotten.files);
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
    REQUIRE_FALSE(browser.shows("Något behöver rättas"));
}

void confirm(Browser& browser)
{
    REQUIRE(browser.shows("Kontrollera dina svar"));
    browser.send("", {}, "step=confirmed");
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
}

Browser CaseByPages::sign_in(const std::string& handle)
{
    auto browser = world_.sign_in(handle);
    // Who has several roles is asked which; the daily work stands first.
    if (browser.path().starts_with("/roll")) browser.send("/roll", {});
    return browser;
}

Browser CaseByPages::at_case(const std::string& handle)
{
    auto browser = sign_in(handle);
    browser.follow("Ärenden").follow(number);
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
    return browser;
}

void CaseByPages::is_hidden_from(const std::string& handle)
{
    auto browser = sign_in(handle);
    browser.follow("Ärenden");
    CHECK_FALSE(browser.shows(number));
    browser.open("/arende/" + number);
    CHECK(browser.status() == 404);
}

void CaseByPages::proposed()
{
    auto jonas = sign_in("jonas.ek");
    jonas.follow("Föreslå");
    CHECK(jonas.shows("steg 1 av 4"));
    send_forgetting(jonas,
                    Browser::Fields{{"given_name", "Robin"}, {"personal_number", "20100106-2395"}} + date_fields("born", 2010, 1, 6),
                    {{{"family_name", ""}}, {{"family_name", "Åkerlund"}}, "Skriv ungdomens efternamn"});
    CHECK(jonas.shows("steg 2 av 4"));
    CHECK_FALSE(jonas.shows("Samtyckets sista dag"));  // nobody asks that about somebody of 16
    send_forgetting(jonas,
                    Browser::Fields{{"legal_ground", "concern_notice"},
                                    {"registry_number", "A-2026-1403"},
                                    {"police_matter_code", "604"}},
                    {{}, {{"considered_for_sig", "yes"}}, "Förslaget kan inte skickas ännu."});
    CHECK(jonas.shows("steg 3 av 4"));
    send_forgetting(jonas,
                    Browser::Fields{{"reasons", "debut_age"},
                                    {"reasons", "company"},
                                    {"debut_known", "yes"},
                                    {"debut_age", "14"},
                                    {"reason", "Har setts flera kvällar med äldre \"kända\" personer."},
                                    {"weighing", "Ung vid första brottet, men en vilja att ändra sig."},
                                    {"origin", "none"},
                                    {"known_before", "unknown"}},
                    {{{"why_sig", ""}},
                     {{"why_sig", "Flera behöver göra saker samtidigt."}},
                     "Skriv varför just en social insatsgrupp behövs"});
    // Everything is there to be checked, and each answer leads back to its page and from there to the check again.
    REQUIRE(jonas.shows("Kontrollera dina svar"));
    CHECK(jonas.shows("steg 4 av 4"));
    CHECK(jonas.shows("Åkerlund"));
    send_well(jonas.send("", {}, "step=change:registry_number"), {{"registry_number", "A-2026-1043"}});
    CHECK(jonas.shows("A-2026-1043"));
    confirm(jonas);
    CHECK(jonas.shows("Förslaget är skickat. Nummer F-1."));
    number = "F-1";
    jonas.follow(number);
    CHECK(jonas.shows("Flera behöver göra saker samtidigt."));
}

void CaseByPages::taken_up()
{
    auto sara = sign_in("sara.lind");
    sara.follow("Ta upp förslaget");
    CHECK(sara.shows("Robin Å."));
    if (!sara.path().ends_with("/ta-upp")) sara.follow("Ta upp förslaget");
    send_forgetting(sara,
                    {{"lives_here", "yes"},
                     {"danger_if_seen", "no"},
                     {"notice_number", "SN 2026/311"},
                     {"known_before", "yes"},
                     {"why", "Flera händelser på kort tid."},
                     {"childs_view", "Är inte tillfrågad än."},
                     {"best_interests", "Att bedöma snabbt är bättre än att vänta."}},
                    {{}, {{"conflict", "no"}}, "jäv"});
    CHECK(sara.shows("Bedöms"));

    // The proposer sees that it was received, and nothing of what becomes of it.
    is_hidden_from("jonas.ek");
    auto jonas = sign_in("jonas.ek");
    jonas.follow("Mina förslag");
    CHECK(jonas.shows(number));
    CHECK_FALSE(jonas.shows("Bedöms"));
}

void CaseByPages::offered()
{
    auto sara = at_case("sara.lind");
    sara.follow("Lägg till en källa");
    send_forgetting(sara,
                    {{"whose", "other"}, {"kind", "notice"}, {"about", "Polisens anmälan och egna uppgifter."}},
                    {{{"from_whom", ""}}, {{"from_whom", "Polisen"}}, "Skriv vem uppgiften kommer från"});
    CHECK(sara.shows("Polisens anmälan och egna uppgifter."));
    sara.follow("Bedöm förslaget och besluta");
    send_forgetting(sara,
                    {{"outcome", "offer"},
                     {"category", "at_risk"},
                     {"crime_ground", "suspected"},
                     {"room_for_more", "yes"},
                     {"mode", "cooperation_form"},
                     {"ground", "sol"},
                     {"what", "Ungdomen erbjuds en social insatsgrupp."},
                     {"why", "Flera händelser på kort tid. Stödet behöver samordnas."},
                     {"how", "I samråd med ungdomen och vårdnadshavarna."},
                     {"who", "Sara Lind håller ihop ärendet."},
                     {"delegation", "2.4"},
                     {"best_interests", "Samordnat stöd väger tyngst."}},
                    {{{"childs_view", ""}},
                     {{"childs_view", "Vill ha hjälp att komma tillbaka till skolan."}},
                     "Skriv vad ungdomen själv tycker"});
    confirm(sara);
    number = "SIG-2026-001";
    CHECK(sara.shows(number));
    CHECK(sara.shows("Erbjuds"));
}

void CaseByPages::asked()
{
    auto sara = at_case("sara.lind");
    sara.follow("Börja hämta in samtycke");
    send_forgetting(sara, {}, {{{"collector", ""}}, {{"collector", "sara.lind"}}, "Välj"});
    sara.follow("Bedöm vilka myndigheter som berörs");
    send_forgetting(
        sara,
        {{"concerned", "socialtjansten"}, {"concerned", "polisen"}, {"concerned", "bjorkskolan"}, {"concerned", "fritid"}},
        {{{"not_concerned_reason", ""}}, {{"not_concerned_reason", "Ingen kontakt med vården i dag."}}, "Skriv varför"});
    for (const auto& [role, name] : std::vector<std::pair<std::string, std::string>>{
             {"youth", "Robin Åkerlund"}, {"guardian", "Siv Åkerlund"}, {"guardian", "Ove Åkerlund"}}) {
        sara.follow("Lägg till någon som ska skriva under");
        send_forgetting(sara, {{"role", role}, {"protected_identity", "none"}, {"language", "svenska"}},
                        {{{"name", ""}}, {{"name", name}}, "Skriv"});
    }
    for (const std::size_t line : {1U, 2U, 3U}) {
        sara.follow("Registrera samtal", line);
        send_forgetting(sara, {{"told_purpose", "yes"}, {"told_withdrawal", "yes"}, {"told_police_duty", "yes"}},
                        {{{"note", ""}}, {{"note", "Lugnt samtal."}}, "Skriv"});
    }
    sara.follow("Ta fram en blankett");
    send_forgetting(sara, Browser::Fields{{"list_complete", "yes"}, {"lives_here", "yes"}} + date_fields("last_day", 2027, 3, 7),
                    {{{"purpose", ""}}, {{"purpose", "Att ni får tala med varandra."}}, "Skriv"});
}

void CaseByPages::answered_by(Browser& officer, std::size_t line)
{
    // By whom it is about: those who have not answered have a button at the gate too.
    const std::array people{"Ungdomen", "Vårdnadshavare 1", "Vårdnadshavare 2"};
    officer.follow("Registrera samtycke " + std::string(people.at(line - 1)));
    officer.send("", {{"answer", "yes"}, {"signature_seen", "yes"}, {"follow_up_answer", "no"}, {"place", "Ekvik"}});
    // The paper is chosen where the answers are checked, beside what follows from them. Forgotten, the page says what is
    // missing, and what was typed stands there.
    INFO(officer.text());
    REQUIRE(officer.shows("Kontrollera dina svar"));
    CHECK(officer.shows(line < people.size() ? "Ni väntar på svar från" : "Alla har då sagt ja, och gruppen kan bildas."));
    officer.send("", {}, "step=confirmed");
    REQUIRE(officer.status() == 400);
    CHECK(officer.shows("Något behöver rättas"));
    CHECK(officer.shows("Den underskrivna blanketten saknas"));
    CHECK(officer.standing("place") == std::vector<std::string>{"Ekvik"});
    REQUIRE(officer.shows("Kontrollera dina svar"));
    officer.send("", {}, "step=confirmed", {{"signed_form", signed_form()}});
    REQUIRE(officer.status() == 200);
    REQUIRE_FALSE(officer.shows("Något behöver rättas"));
}

void CaseByPages::signed_by_all()
{
    auto sara = at_case("sara.lind");
    sara.follow("Samtycken");
    for (const std::size_t line : {1U, 2U, 3U}) {
        // Until the last signature nothing is shared.
        is_hidden_from("jonas.ek");
        answered_by(sara, line);
    }
    CHECK(sara.shows("Nu kan gruppen bildas. Utse nu en samordnare."));
    CHECK(sara.path().find("/deltagare") != std::string::npos);
    sara.follow("Samtycken");
    sara.follow("visa blanketten");
    CHECK(sara.body() == signed_form().content);
    CHECK(at_case("sara.lind").shows("Gruppen bildas"));
}

}  // namespace lots::test
