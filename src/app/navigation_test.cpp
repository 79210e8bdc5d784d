#include <doctest/doctest.h>

#include "app/test_town.h"

// The main navigation leads to what is there for the reader, under the municipality's own words.
using namespace lots;
using app::test::Browser;
using app::test::Town;

namespace {

std::string navigation_of(const std::string& page)
{
    const auto begin = page.find("sig-nav__list");
    if (begin == std::string::npos) return {};
    return page.substr(begin, page.find("</ul>", begin) - begin);
}

/// The navigation on the page where somebody sees the own sessions.
std::string seen_by(Town& town, const std::string& handle, const std::string& role = {})
{
    Browser browser(town);
    browser.sign_in(handle, town.password(), "/mina-inloggningar");
    if (!role.empty()) {
        browser.get("/roll");
        browser.post("/roll", {{"role", role}, {"till", "/mina-inloggningar"}});
    }
    const auto page = browser.get("/mina-inloggningar");
    REQUIRE(page.status == 200);
    const auto shown = navigation_of(page.body);
    CHECK(navigation_of(browser.get("/det-finns-inte").body) == shown);  // an error has the same way back
    return shown;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What the municipality decides for itself is set once, at the start: here the database lets it be another.
void set_profile(Town& town, const std::string& json)
{
    town.house.data->write({[&](storage::Session& db) {
                                db.script("DROP TRIGGER IF EXISTS municipality_no_update");
                                db.run("UPDATE municipality SET profile = $1", json);
                                return storage::Outcome::keep;
                            },
                            {}});
}

const std::string link_to_group = "href=\"/arbetsgrupp\"", group_role = "working_group|samverkan|Arbetsgrupp och styrgrupp";

}  // namespace

TEST_CASE("S2-07 The working group stands in the navigation under the municipality's own word, and not where it has none")
{
    Town town;
    set_profile(town, "{}");
    CHECK(has(seen_by(town, "amir.haddad"), link_to_group + ">Arbetsgruppen<"));
    set_profile(town, R"({"working_group_word": "operativ grupp"})");
    CHECK(has(seen_by(town, "amir.haddad"), link_to_group + ">Operativ grupp<"));
    CHECK_FALSE(has(seen_by(town, "amir.haddad"), "Arbetsgruppen"));
    set_profile(town, R"({"has_working_group": false})");
    for (const auto* who : {"amir.haddad", "karin.ostberg"}) CHECK_FALSE(has(seen_by(town, who, {}), link_to_group));
}

TEST_CASE("S0-37 Only those who see a working group are led to it: who has left it is not, and nor is anybody else")
{
    Town town;
    set_profile(town, "{}");
    CHECK(has(seen_by(town, "jonas.ek", group_role), link_to_group));
    for (const auto* who : {"elin.berg", "hanna.rektor", "mia.holm", "petra.dahl", "alex"}) {
        CAPTURE(who);
        CHECK_FALSE(has(seen_by(town, who), link_to_group));
    }
    town.house.data->write({[&](storage::Session& db) {
                                db.run("INSERT INTO seat_end (municipality, seat, last_day, made_at, made_by) "
                                       "SELECT s.municipality, s.id, '2026-05-10', s.made_at, NULL FROM seat s "
                                       "JOIN person p ON p.municipality = s.municipality AND p.id = s.person WHERE p.handle = 'jonas.ek'");
                                return storage::Outcome::keep;
                            },
                            {}});
    CHECK_FALSE(has(seen_by(town, "jonas.ek", group_role), link_to_group));
}

TEST_CASE("The navigation marks the page that is shown, and the one that it lies below")
{
    Town town;
    Browser browser(town);
    REQUIRE(browser.sign_in("amir.haddad", town.password()).status == 303);
    CHECK(has(navigation_of(browser.get("/arenden").body), "href=\"/arenden\" aria-current=\"page\""));
    for (const auto* below : {"/arenden/samordning", "/arende/SIG-2026-099"})
        CHECK_MESSAGE(has(navigation_of(browser.get(below).body), "href=\"/arenden\" aria-current=\"true\""), below);
    CHECK_FALSE(has(navigation_of(browser.get("/installningar").body), "aria-current"));
    CHECK(has(navigation_of(browser.get("/min-dag").body), "href=\"/moten\""));
}

TEST_CASE("After signing in everybody begins at what the role is there for")
{
    Town town;
    const auto begins = [&](const std::string& handle) {
        Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        return *http::find(browser.get("/").headers, "location");
    };
    CHECK(begins("amir.haddad") == "/min-dag");
    CHECK(begins("hanna.rektor") == "/styrgrupp");
    CHECK(begins("erik.lund") == "/styrgrupp");
    CHECK(begins("rut.behorighet") == "/organisation");
    CHECK(begins("max.drift") == "/organisation");
    CHECK(begins("alex") == "/min-plan");
    CHECK(begins("ulla.arkiv") == "/min-dag");
    Browser nobody(town);
    CHECK(*http::find(nobody.get("/").headers, "location") == "/logga-in");
}
