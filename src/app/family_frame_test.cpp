#include <doctest/doctest.h>

#include "app/test_town.h"

// What stands around the pages: for the family nothing that tells who they are, and a way out that is always there.
using namespace lots;
using app::test::Browser;
using app::test::Town;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string header_of(const std::string& page)
{
    const auto from = page.find("<header");
    REQUIRE(from != std::string::npos);
    return page.substr(from, page.find("</header>", from) - from);
}

std::string value_of(const http::Response& answer, std::string_view name)
{
    const auto* found = http::find(answer.headers, name);
    return found == nullptr ? std::string{} : *found;
}

}  // namespace

TEST_CASE("settled-23 Nobody is named around the family's pages, and every one of them has a way out")
{
    Town town;
    Browser alex(town);
    REQUIRE(alex.sign_in("alex", town.password()).status == 303);
    for (const auto* path :
         {"/min-plan", "/installningar", "/mina-inloggningar", "/det-finns-inte", "/hjalp", "/om-metoden"}) {
        CAPTURE(path);
        const auto page = alex.get(path).body;
        const auto header = header_of(page);
        CHECK_FALSE(has(header, "Alex"));
        CHECK_FALSE(has(header, "Ungdom"));
        CHECK(has(header, "action=\"/lamna\""));
        CHECK(has(header, "Lämna sidan snabbt"));
        CHECK_FALSE(has(page, " – Lots</title>"));
        CHECK_FALSE(has(header, "href=\"/roll\""));  // one role: nothing to choose between
        CHECK(has(page, ">English</a>"));              // leads to the settings, where the language stands first
    }
    const auto settings = alex.get("/installningar").body;
    CHECK(settings.find("name=\"language\"") < settings.find("name=\"theme\""));
    Browser amir(town);
    REQUIRE(amir.sign_in("amir.haddad", town.password()).status == 303);
    const auto header = header_of(amir.get("/min-dag").body);
    CHECK(has(header, "Amir Haddad"));
    CHECK_FALSE(has(header, "href=\"/roll\""));
    Browser sara(town);
    REQUIRE(sara.sign_in("sara.lind", town.password()).status == 303);
    CHECK(has(header_of(sara.get("/installningar").body), "href=\"/roll\""));
    CHECK_FALSE(has(header, "/lamna"));
}

TEST_CASE(
    "settled-23 Leaving quickly signs out, leads to a neutral page without a redirect, and leaves nothing in the browser")
{
    Town town;
    Browser alex(town);
    REQUIRE(alex.sign_in("alex", town.password()).status == 303);
    alex.get("/min-plan");
    SUBCASE("with the token of the page") {}
    SUBCASE("with the token of an older page: who is in a hurry is not kept") { alex.csrf = "an-older-one"; }
    const auto session = alex.cookies["lots_session"];
    const auto left = alex.post("/lamna", {});
    CHECK(left.status == 200);
    CHECK(value_of(left, "refresh") == "0; url=https://www.1177.se/");
    CHECK(has(value_of(left, "clear-site-data"), "\"cookies\""));
    CHECK(has(left.body, "href=\"https://www.1177.se/\""));
    for (const auto* hidden : {"Lots", "plan", "Alex", "csrf"}) CHECK_MESSAGE(!has(left.body, hidden), hidden);
    alex.cookies["lots_session"] = session;
    for (const auto* page : {"/min-plan", "/mitt-samtycke", "/om-mig", "/mina-ord"}) {
        CAPTURE(page);
        const auto back = alex.get(page);  // the session itself has ended
        CHECK(back.status == 303);
        CHECK(value_of(back, "location") == "/logga-in");  // and what was read is not in the address
    }
}

TEST_CASE("Another site can sign nobody out, and who is signed out already is led away all the same")
{
    Town town;
    Browser alex(town);
    REQUIRE(alex.sign_in("alex", town.password()).status == 303);
    alex.get("/min-plan");
    alex.fetch_site = "cross-site";
    CHECK(alex.post("/lamna", {}).status == 303);
    alex.fetch_site = "same-origin";
    CHECK(alex.get("/min-plan").status == 200);
    Browser nobody(town);
    CHECK(nobody.post("/lamna", {}).status == 200);
}

TEST_CASE("What somebody chooses holds from the next page on, on every device, and for nobody else")
{
    Town town;
    Browser desk(town), phone(town), other(town);
    for (auto* one : {&desk, &phone}) REQUIRE(one->sign_in("amir.haddad", town.password()).status == 303);
    REQUIRE(other.sign_in("elin.berg", town.password()).status == 303);
    CHECK(has(desk.get("/min-dag").body, "<html lang=\"sv\">"));

    desk.get("/installningar");
    CHECK(desk.post("/installningar", {{"theme", "sepia"}, {"text_size", "larger"}, {"language", "en"}}).status == 400);
    CHECK(desk.post("/installningar", {{"theme", "dark"}, {"text_size", "larger"}}).status == 400);  // which language?
    const auto saved = desk.post("/installningar", {{"theme", "dark"}, {"text_size", "larger"}, {"language", "en"}});
    REQUIRE(saved.status == 303);
    CHECK(has(value_of(saved, "location"), "/installningar?klart=settings.saved"));
    for (auto* one : {&desk, &phone}) {
        const auto page = one->get("/min-dag").body;
        CHECK(has(page, "<html lang=\"en\" data-theme=\"dark\" data-text=\"larger\">"));
        CHECK(has(page, "Language and settings"));
    }
    CHECK(has(other.get("/min-dag").body, "<html lang=\"sv\">"));
    CHECK(desk.get("/api/v1/settings").body == R"({"theme":"dark","text_size":"larger","language":"en"})");

    // The newest choice counts; what was chosen before is not changed.
    desk.get("/installningar");
    REQUIRE(desk.post("/installningar", {{"theme", "device"}, {"text_size", "normal"}, {"language", "sv"}}).status == 303);
    CHECK(has(phone.get("/min-dag").body, "<html lang=\"sv\">"));
    CHECK(town.count("SELECT COUNT(*) FROM person_setting") == 2);
}
