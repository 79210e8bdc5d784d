#include <doctest/doctest.h>

#include "app/test_town.h"

using namespace lots;
using lots::app::test::Browser;
using lots::app::test::Town;

namespace {

bool has(const http::Response& answer, std::string_view words) { return answer.body.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("What somebody had written when the session ended is shown once more, to be copied, and the way back is there")
{
    Town town;
    Browser browser(town);
    const auto answer = browser.post("/foresla", {{"csrf", "x"}, {"reason", "Har setts <på> stan"}, {"legal_ground", "concern_notice"},
                                                  {"born-day", "7"}, {"new_password", "hemligt ord som är långt"}});
    CHECK(answer.status == 401);
    CHECK(has(answer, "Du har loggats ut"));
    CHECK(has(answer, "Har setts &lt;på&gt; stan"));
    CHECK(has(answer, "Vad har du själv sett?"));
    CHECK(has(answer, "Orosanmälan till socialtjänsten"));
    CHECK(has(answer, "/logga-in?till="));
    CHECK_FALSE(has(answer, "hemligt ord"));
    // Where nothing was typed there is nothing to copy.
    CHECK(browser.post("/foresla", {{"csrf", "x"}}).status == 303);
    // Another site's form says nothing in our name.
    browser.fetch_site = "cross-site";
    CHECK(browser.post("/foresla", {{"csrf", "x"}, {"reason", "Har setts på stan"}}).status == 303);
}

TEST_CASE("A form that is not of this session is not taken, and what was written in it is not lost either")
{
    Town town;
    Browser browser(town);
    REQUIRE(browser.sign_in("amir.haddad", town.password()).status == 303);
    const auto answer = browser.post("/foresla", {{"csrf", "guessed"}, {"reason", "Har setts på stan"}});
    CHECK(answer.status == 403);
    CHECK(has(answer, "Har setts på stan"));
    const auto bare = browser.post("/foresla", {{"csrf", "guessed"}});
    CHECK(bare.status == 403);
    CHECK_FALSE(has(bare, "Det här skrev du"));
}
