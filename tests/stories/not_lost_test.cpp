#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "stories/world.h"

// docs/promises.md: nothing typed is lost, and nobody's words are overwritten unseen.
using namespace lots;
using lots::test::Browser;
using lots::test::operator+;
using lots::test::World;

namespace {

const app::TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                           {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

Instant monday() { return at_local(2026y / 9 / 7, 9, 0); }

std::string asked_case(app::Tale& tale)
{
    const auto nomination = tale.propose(robin);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, robin);
    return number;
}

std::string running_case(app::Tale& tale)
{
    const auto number = asked_case(tale);
    for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    tale.form_group(number);
    tale.make_plan(number);
    return number;
}

/// The same moment, signed in anew: a story that waits is signed out.
Browser sara_at(World& world, const std::string& path)
{
    auto browser = world.sign_in("sara.lind");
    browser.open(path);
    REQUIRE(browser.status() == 200);
    return browser;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("promises: who saves over somebody else's words has seen every one of them")
{
    lots::test::on_both(monday(), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(tale);
        const auto page = "/arende/" + number + "/plan/mal/1/andra";
        auto first = sara_at(world, page), second = sara_at(world, page);
        first.send(page, {{"reached_how", "Det första sättet\nså här"}});
        CHECK(first.status() == 200);
        second.send(page, {{"goal_text", "Det andra målet"}});
        CHECK(second.status() == 409);
        CHECK(second.shows("Det första sättet så här"));
        CHECK(second.shows("Det andra målet"));
        CHECK(second.shows("Så står det nu"));
        CHECK(second.shows("Så skrev du"));
        // The form itself still has what the second typed, and may now be saved over the newest.
        CHECK(second.standing("goal_text").at(0) == "Det andra målet");
        second.send(page, {{"reached_how", "Det första sättet och mitt"}});
        CHECK(second.status() == 200);

        auto api = world.api("sara.lind");
        const auto clash = api.call(http::Method::post, "/api/v1/cases/" + number + "/goals/1",
                                    R"({"seq_seen":1,"area":"school","goal_text":"Det andra målet","reached_how":"x","responsible":"bjorkskolan"})");
        CHECK(clash.status == 409);
        CHECK(has(clash.body, R"("field":"reached_how")"));
        CHECK(has(clash.body, R"("theirs":"Det första sättet och mitt","mine":"x")"));
        CHECK_FALSE(has(clash.body, R"("field":"goal_text")"));  // the same in both
    });
}

TEST_CASE("promises: attendance and what the meeting says of a commitment have versions too")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto number = running_case(tale);
    tale.call(number, 2026y / 9 / 14, 13);
    tale.at(2026y / 9 / 14, 14);
    auto api = world.api("sara.lind");
    const auto meeting = "/api/v1/cases/" + number + "/meetings/1";
    const auto post = [&](const std::string& path, const std::string& json) { return api.call(http::Method::post, meeting + path, json); };
    CHECK(post("/attendance/3", R"({"presence":"present","seq_seen":0})").status == 201);
    const auto attendance = post("/attendance/3", R"({"presence":"absent","reason":"Sjuk","seq_seen":0})");
    CHECK(attendance.status == 409);
    CHECK(has(attendance.body, R"("field":"presence","label":)"));
    CHECK(has(attendance.body, R"("theirs":"present","mine":"absent")"));
    CHECK(post("/attendance/3", R"({"presence":"absent","reason":"Sjuk","seq_seen":1})").status == 201);

    CHECK(post("/follow-up/1", R"({"status":"ongoing","text":"A säger","seq_seen":0})").status == 201);
    const auto line = post("/follow-up/1", R"({"status":"ongoing","text":"B säger","seq_seen":0})");
    CHECK(line.status == 409);
    CHECK(has(line.body, R"("theirs":"A säger","mine":"B säger")"));
    CHECK(has(line.body, R"("now":1)"));
    CHECK(post("/follow-up/1", R"({"status":"ongoing","text":"A och B säger","seq_seen":1})").status == 201);

    // The minutes, as two people write them on their pages.
    const auto page = "/arende/" + number + "/moten/1/minnesanteckningar";
    const Browser::Fields minutes{{"who_may_hear", "Alla"}, {"text", "Gemensam text"}, {"youth_opinion", "Bra"}, {"closure_question", "continue"}};
    sara_at(world, page).send(page, minutes);
    auto first = sara_at(world, page), second = sara_at(world, page);
    first.send(page, {{"youth_opinion", "Den unges egna ord"}, {"decisions", "Ett beslut"}});
    second.send(page, {{"text", "Gemensam text, rättad"}});
    CHECK(second.status() == 409);
    CHECK(second.shows("Den unges egna ord"));
    CHECK(second.shows("Ett beslut"));
}

TEST_CASE("promises: a pasted control character costs nothing that was typed")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto number = running_case(tale);
    const auto page = "/arende/" + number + "/plan/mal/1/andra";
    for (const std::string pasted : {"\x0b", "\x0c", "\x07", "\x1b", "\x7f", "\xc2\x85", "\xef\xbf\xbe", "\xed\xa0\x80"}) {
        auto sara = sara_at(world, page);
        sara.send(page, {{"goal_text", "Viktig text " + pasted + "slut"}, {"reached_how", "Så här"}});
        CHECK(sara.status() == 400);
        CHECK(sara.shows("De är borttagna här"));
        CHECK(has(sara.standing("goal_text").at(0), "Viktig text "));
        CHECK(has(sara.standing("goal_text").at(0), "slut"));
        CHECK(sara.standing("reached_how").at(0) == "Så här");
        sara.send(page, {});  // as it stands there now
        CHECK(sara.status() == 200);
    }
    auto sara = sara_at(world, page);
    auto csrf = sara.standing("csrf").at(0);
    const auto twice = sara.client().post(page, {{"csrf", csrf}, {"goal_text", "Ett"}, {"goal_text", "Två"}});
    CHECK(twice.status == 400);
    CHECK(has(twice.body, "Svaret kom två gånger"));
    const auto broken = sara.client().request("POST", page, {{"content-type", "application/x-www-form-urlencoded"}}, "csrf=%");
    CHECK(broken.status == 400);
    CHECK(sara.client().request("POST", page, {{"content-type", "text/plain"}}, "csrf=1").status == 415);
}

TEST_CASE("promises: a file with a strange or long name leaves the form as it was typed")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto number = asked_case(tale);
    const auto page = "/arende/" + number + "/samtycken/underskrivare/1/svar";
    for (const std::string& name : {std::string(260, 'x') + ".pdf", std::string("a\x07.pdf"), std::string("\xe5.pdf")}) {
        auto sara = sara_at(world, page);
        auto file = lots::test::signed_form();
        file.name = name;
        sara.send(page, {{"answer", "yes"}, {"signature_seen", "yes"}, {"follow_up_answer", "no"}, {"place", "Ekvik"}});
        REQUIRE(sara.shows("Kontrollera dina svar"));  // where a file is chosen
        sara.send(page, {}, "step=confirmed", {{"signed_form", file}});
        CHECK(sara.status() == 400);
        CHECK(sara.shows("Döp om filen"));
        CHECK(sara.standing("place").at(0) == "Ekvik");
    }
}

TEST_CASE("D13: the same form sent again with other words is shown again with them, and with a new key")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto number = running_case(tale);
    const auto page = "/arende/" + number + "/plan/nytt-mal";
    auto sara = sara_at(world, page);
    const auto key = sara.standing("idempotency_key").at(0);
    const Browser::Fields once{{"csrf", sara.standing("csrf").at(0)}, {"idempotency_key", key}, {"area", "school"}, {"reached_how", "Så"},
                               {"responsible", "bjorkskolan"}};
    CHECK(sara.client().post(page, once + Browser::Fields{{"goal_text", "Ett"}}).status == 303);
    const auto again = sara.client().post(page, once + Browser::Fields{{"goal_text", "Två"}});
    CHECK(again.status == 409);
    CHECK(has(again.body, "redan skickat"));
    CHECK(has(again.body, ">Två</textarea>"));
    CHECK_FALSE(has(again.body, key));
    CHECK(sara.client().post(page, once + Browser::Fields{{"goal_text", "Ett"}}).status == 303);  // sent twice: as if once
}

TEST_CASE("What is said to have happened was said by the server, to this session")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto number = running_case(tale);
    auto sara = sara_at(world, "/arende/" + number + "?klart=consent.complete");
    CHECK_FALSE(sara.shows("Alla har sagt ja"));
    const auto page = "/arende/" + number + "/plan/mal/1/andra";
    sara.open(page).send(page, {{"goal_text", "Ett annat mål"}});
    const auto done = sara.path();
    REQUIRE(has(done, "klart=plan.goal_changed"));
    CHECK(has(sara.body(), "govuk-notification-banner--success"));
    auto other = world.sign_in("sara.lind");
    other.open(done);
    CHECK(other.status() == 200);
    CHECK_FALSE(has(other.body(), "govuk-notification-banner--success"));
    auto forged = done;
    forged.replace(forged.find("plan.goal_changed"), 17, "consent.complete");
    sara.open(forged);
    CHECK_FALSE(has(sara.body(), "govuk-notification-banner--success"));
}
