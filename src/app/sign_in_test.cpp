#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>
#include <vector>

#include "app/test_town.h"
#include "organisation/commands.h"

using namespace lots;
using app::test::Browser;
using app::test::Town;

TEST_CASE("Signing in gives a new session, and signing out ends it")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        Browser browser(town);
        CHECK(browser.get("/mina-inloggningar").status == 303);
        CHECK(browser.sign_in("amir.haddad", town.password()).status == 303);
        const auto page = browser.get("/mina-inloggningar");
        CHECK(page.status == 200);
        CHECK(page.body.find("Amir Haddad") != std::string::npos);
        const auto left = browser.post("/logga-ut", {});
        CHECK(left.status == 303);
        CHECK(http::find(left.headers, "clear-site-data") != nullptr);
        CHECK(browser.get("/mina-inloggningar").status == 303);
        // Who signed in and out is in the log.
        CHECK(town.log_entries("sign_in") == 1);
        CHECK(town.log_entries("sign_out") == 1);
    });
}

TEST_CASE("A session token that was there before signing in is never the one after it, and it is dead")
{
    Town town;
    Browser browser(town);
    browser.cookies["lots_session"] = "planted-by-somebody-else-0123456789abcdefghij";
    browser.sign_in("amir.haddad", town.password());
    CHECK(browser.cookies["lots_session"] != "planted-by-somebody-else-0123456789abcdefghij");
    const auto first = browser.cookies["lots_session"];
    CHECK(browser.get("/mina-inloggningar").status == 200);

    Browser again(town);
    again.cookies["lots_session"] = first;
    again.cookies["lots_before"] = {};
    again.sign_in_with_session("amir.haddad", town.password());
    CHECK(again.cookies["lots_session"] != first);
    CHECK(browser.get("/mina-inloggningar").status == 303);  // the former one ended with the new sign-in
}

TEST_CASE("The sign-in form of another site, or without its own token, is not taken")
{
    Town town;
    Browser browser(town);
    CHECK(browser.post("/logga-in", {{"user", "amir.haddad"}, {"password", town.password()}, {"csrf", "guessed"}}).status == 403);
    browser.origin = "https://evil.example";
    CHECK(browser.sign_in("amir.haddad", town.password()).status == 403);
    browser.origin.clear();
    browser.fetch_site = "cross-site";
    CHECK(browser.sign_in("amir.haddad", town.password()).status == 403);
    browser.fetch_site = "same-origin";
    CHECK(browser.sign_in("amir.haddad", town.password()).status == 303);
}

TEST_CASE("After signing in one goes where one was going, never to another site")
{
    Town town;
    const auto lands = [&](const std::string& till) {
        Browser browser(town);
        const auto answer = browser.sign_in("amir.haddad", town.password(), till);
        REQUIRE(answer.status == 303);
        return *http::find(answer.headers, "location");
    };
    CHECK(lands("/arenden?tillstand=active") == "/arenden?tillstand=active");
    for (const auto* elsewhere : {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/../..//evil.example",
                                  "/%2f/evil.example/\t", "/logga-ut", "/api/v1/openapi.json"})
        CHECK(lands(elsewhere) == "/");
}

TEST_CASE("Known and unknown names get the same answer, byte for byte but for the tokens")
{
    Town town;
    const auto answer_to = [&](const std::string& handle) {
        Browser browser(town);
        auto answer = browser.sign_in(handle, "fel fel fel fel");
        CHECK(answer.status == 400);
        auto& body = answer.body;
        for (const auto& secret : {browser.cookies["lots_before"], handle})
            for (auto at = body.find(secret); at != std::string::npos; at = body.find(secret)) body.erase(at, secret.size());
        return body;
    };
    CHECK(answer_to("amir.haddad") == answer_to("ingen.alls"));
}

TEST_CASE("Known and unknown names take the same time")
{
    Town town;
    web::PasswordHasher as_served;  // the town's own is cheap
    town.clock.set(town.clock.now() + std::chrono::seconds(1));  // the newest password counts
    REQUIRE(town.house.change(town.clock.now(), town.here.id, [&](const organisation::Change& change) -> Result<Done> {
        const auto amir = organisation::person_of_handle(change.db, change.municipality, "amir.haddad");
        organisation::set_password(change, amir.value(), {as_served.hash(town.password())});
        return Done{};
    }));
    const auto median_of = [&](const std::string& handle) {
        std::vector<double> times;  // seconds of the processor: what else the machine does is not counted
        for (int i = 0; i < 5; ++i) {
            Browser browser(town);
            browser.address = "10.1.0." + std::to_string(i + (handle[0] == 'a' ? 1 : 100));
            browser.get("/logga-in");
            const auto begun = std::clock();
            browser.sign_in(handle, "fel fel fel fel");
            times.push_back(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
        }
        std::ranges::sort(times);
        return times[times.size() / 2];
    };
    const auto known = median_of("amir.haddad"), unknown = median_of("ingen.alls");
    CHECK(known > 0.02);                       // argon2id at 64 MiB is never quick
    CHECK(known / unknown > 0.5);
    CHECK(known / unknown < 2.0);
}

TEST_CASE("Ten wrong tries on one account, from wherever, and the right password has to wait too")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        for (int i = 0; i < 10; ++i) {
            Browser browser(town);
            browser.address = "10.0.0." + std::to_string(i + 1);
            CHECK(browser.sign_in("amir.haddad", "fel fel fel fel").status == 400);
        }
        Browser browser(town);
        browser.address = "10.0.0.99";
        const auto stopped = browser.sign_in("amir.haddad", town.password());
        CHECK(stopped.status == 429);
        REQUIRE(http::find(stopped.headers, "retry-after") != nullptr);
        CHECK(browser.sign_in("sara.lind", town.password()).status == 303);  // another account is not stopped
        town.clock.set(town.clock.now() + 15min);
        Browser later(town);
        CHECK(later.sign_in("amir.haddad", town.password()).status == 303);
    });
}

TEST_CASE("Tries that were counted while the clock was ahead keep nobody waiting, and from then on ten are counted again")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto now = town.clock.now();
        town.clock.set(now + 7h);
        Browser browser(town);
        for (int i = 0; i < 10; ++i) browser.sign_in("amir.haddad", "fel fel fel fel");
        CHECK(browser.sign_in("amir.haddad", town.password()).status == 429);
        town.clock.set(now);
        for (int i = 0; i < 10; ++i) CHECK(browser.sign_in("amir.haddad", "fel fel fel fel").status == 400);
        const auto stopped = browser.sign_in("amir.haddad", town.password());
        CHECK(stopped.status == 429);
        REQUIRE(http::find(stopped.headers, "retry-after") != nullptr);
        CHECK(std::stoi(*http::find(stopped.headers, "retry-after")) <= 15 * 60);
    });
}

TEST_CASE("Ten wrong tries from one address on different accounts stop it; of IPv6 the network counts")
{
    Town town;
    for (int i = 0; i < 10; ++i) {
        Browser browser(town);
        browser.address = "2001:db8:1:2::" + std::to_string(i + 1);
        CHECK(browser.sign_in("nobody" + std::to_string(i), "fel fel fel fel").status == 400);
    }
    Browser same(town), other(town);
    same.address = "2001:db8:1:2:ffff::1";
    other.address = "2001:db8:1:3::1";
    CHECK(same.sign_in("amir.haddad", town.password()).status == 429);
    CHECK(other.sign_in("amir.haddad", town.password()).status == 303);
}

TEST_CASE("Right passwords use up no tries")
{
    Town town;
    for (int i = 0; i < 12; ++i) {
        Browser browser(town);
        CHECK(browser.sign_in("amir.haddad", town.password()).status == 303);
    }
}

TEST_CASE("Wrong tries leave nothing in the log, and no name anywhere in the database")
{
    Town town;
    Browser browser(town);
    browser.sign_in("hemligt.namn", "fel fel fel fel");
    CHECK(town.log_entries("sign_in") == 0);
    CHECK(town.count("SELECT count(*) FROM sign_in_limit") == 2);
}

TEST_CASE("Who has several roles chooses one, acts in that one, and can change it; each time the session is new")
{
    Town town;
    Browser browser(town);
    const auto answer = browser.sign_in("sara.lind", town.password(), "/mina-inloggningar");
    CHECK(*http::find(answer.headers, "location") == "/roll?till=%2Fmina-inloggningar");
    const auto before = browser.cookies["lots_session"];
    const auto page = browser.get("/roll");
    CHECK(page.body.find("Socialsekreterare") != std::string::npos);
    CHECK(page.body.find("Arbetsgruppen") != std::string::npos);
    const auto changed = browser.post("/roll", {{"role", "working_group|samverkan|Arbetsgrupp och styrgrupp"}, {"till", "/mina-inloggningar"}});
    CHECK(changed.status == 303);
    CHECK(*http::find(changed.headers, "location") == "/mina-inloggningar");
    CHECK(browser.cookies["lots_session"] != before);
    CHECK(browser.get("/mina-inloggningar").body.find("Arbetsgruppen") != std::string::npos);
    // A role of somebody else's is not to be had.
    const auto mine = browser.cookies["lots_session"];
    browser.post("/roll", {{"role", "system_admin|samverkan|Drift och behörighet"}});
    CHECK(browser.cookies["lots_session"] == mine);
    CHECK(browser.get("/mina-inloggningar").body.find("Arbetsgruppen") != std::string::npos);
}

TEST_CASE("A session ends when it was idle, and at the latest after twelve hours")
{
    Town town;
    Browser browser(town);
    browser.sign_in("amir.haddad", town.password());
    town.clock.set(town.clock.now() + 29min);
    CHECK(browser.get("/mina-inloggningar").status == 200);
    town.clock.set(town.clock.now() + 29min);
    CHECK(browser.get("/mina-inloggningar").status == 200);
    town.clock.set(town.clock.now() + 30min);
    CHECK(browser.get("/mina-inloggningar").status == 303);
    CHECK(browser.get("/logga-in").body.find("Du är utloggad.") != std::string::npos);
    CHECK(browser.get("/logga-in?till=/mina-inloggningar").body.find("Logga in så fortsätter du där du var.") != std::string::npos);

    browser.sign_in("amir.haddad", town.password());
    for (int i = 0; i < 28; ++i) {
        town.clock.set(town.clock.now() + 25min);
        CHECK(browser.get("/mina-inloggningar").status == 200);
    }
    town.clock.set(town.clock.now() + 25min);  // 12 h 5 min
    CHECK(browser.get("/mina-inloggningar").status == 303);
}

TEST_CASE("One sees one's own sessions and can end the others")
{
    Town town;
    Browser phone(town), desk(town);
    phone.sign_in("amir.haddad", town.password());
    desk.sign_in("amir.haddad", town.password());
    CHECK(desk.get("/mina-inloggningar").body.find("Avsluta alla andra") != std::string::npos);
    CHECK(desk.post("/mina-inloggningar/avsluta", {{"which", "others"}}).status == 303);
    CHECK(phone.get("/mina-inloggningar").status == 303);
    CHECK(desk.get("/mina-inloggningar").status == 200);
}

TEST_CASE("A program signs in with JSON, in the role it asks for, and signs out")
{
    Town town;
    app::DemoHand sara(town.program.site(), "sara.lind", town.password(), "working_group");
    CHECK(sara.call(http::Method::post, "/api/v1/session/end").status == 204);
    CHECK(sara.call(http::Method::post, "/api/v1/session/end").status == 401);

    Browser browser(town);
    CHECK(browser.json("/api/v1/session", R"({"user":"amir.haddad","password":"fel fel fel fel"})").status == 401);
    CHECK(browser.json("/api/v1/session", R"({"user":"amir.haddad","password":")" + town.password() + R"(","role":"police"})").status == 403);
    CHECK(browser.json("/api/v1/session", R"({"user":"amir.haddad"})").status == 400);
    CHECK(browser.json("/api/v1/session", "no json").status == 400);
}

TEST_CASE("Nobody signs out or changes role for somebody else with a form of another site")
{
    Town town;
    Browser browser(town);
    browser.sign_in("amir.haddad", town.password());
    browser.csrf = "guessed";
    CHECK(*http::find(browser.post("/logga-ut", {}).headers, "location") == "/");
    CHECK(browser.get("/mina-inloggningar").status == 200);
}
