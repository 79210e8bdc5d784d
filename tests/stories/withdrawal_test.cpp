#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "stories/world.h"

using namespace lots;
using lots::test::Browser;
using lots::test::World;

namespace {

const app::TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                           {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

constexpr auto words_of_the_plan = "Gå till skolan varje dag";
constexpr auto notice = "Ärendet är vilande. Innehållet visas inte just nu. Dela inget mer i det här ärendet just nu.";

Instant monday() { return at_local(2026y / 9 / 7, 9, 0); }

/// A case that is running, told through the API.
std::string running_case(World& world, app::Tale& tale)
{
    const auto nomination = tale.propose(robin);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, robin);
    for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    tale.form_group(number);
    tale.make_plan(number);
    world.clock.set(world.clock.now() + std::chrono::minutes(1));
    return number;
}

/// Every page of a case that leads somewhere from its first page.
std::vector<std::string> pages_of(const std::string& number)
{
    std::vector<std::string> pages;
    for (const auto* rest : {"/plan", "/moten", "/deltagare", "/samtycke", "/handelser", "/samtycken", "/atagande/2", "/kalla", "/filer/1"})
        pages.push_back("/arende/" + number + rest);
    return pages;
}

/// The case rests for this person: the notice, and nothing else behind any address.
void sees_only_the_notice(Browser& browser, const std::string& number)
{
    browser.open("/arende/" + number);
    CHECK(browser.status() == 200);
    CHECK(browser.shows(notice));
    CHECK_FALSE(browser.shows("Robin"));
    CHECK_FALSE(browser.shows(words_of_the_plan));
    for (const auto& page : pages_of(number)) {
        browser.open(page);
        CAPTURE(page);
        CHECK(browser.status() == 404);
        CHECK_FALSE(browser.shows("Robin"));
        CHECK_FALSE(browser.shows(words_of_the_plan));
    }
}

/// The school reads its own commitment, and neither what others took on nor whose plan it is.
void school_reads_its_own_alone(World& world, const std::string& number)
{
    auto school = world.api("elin.berg");
    const auto own = school.call(http::Method::get, "/api/v1/cases/" + number + "/own-items");
    CHECK(own.status == 200);
    CHECK(own.body.find("Ta fram en studieplan") != std::string::npos);
    for (const std::string hidden : {words_of_the_plan, "Samtal en gång i veckan", "Robin"})
        CHECK_MESSAGE(own.body.find(hidden) == std::string::npos, hidden);
    CHECK(school.call(http::Method::get, "/api/v1/cases/" + number + "/plan").status == 404);
    auto browser = world.sign_in("elin.berg");
    browser.open("/arende/" + number + "/egna-uppgifter");
    CHECK(browser.status() == 200);
    CHECK(browser.shows("Ta fram en studieplan"));
    for (const std::string hidden : {words_of_the_plan, "Samtal en gång i veckan", "Robin"}) CHECK_FALSE(browser.shows(hidden));
}

}  // namespace

TEST_CASE("settled-4, settled-20 A withdrawal midway: the next request of school and police shows Vilande and nothing else")
{
    lots::test::on_both(monday(), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(world, tale);
        auto school = world.sign_in("elin.berg");
        auto police = world.sign_in("jonas.ek");
        for (auto* browser : {&school, &police}) {
            browser->open("/arende/" + number + "/plan");
            CHECK(browser->status() == 200);
            CHECK(browser->shows(words_of_the_plan));
        }
        // Both leave their pages open: a form to report on their own commitment.
        school.open("/arende/" + number + "/atagande/2");
        REQUIRE(school.status() == 200);

        tale.withdraw(number, 2);

        // The already open page: what it sends is refused, and nothing of the case comes back.
        school.send("", {{"status", "done"}, {"note", "Klart i går"}});
        CHECK(school.status() == 404);
        CHECK_FALSE(school.shows(words_of_the_plan));
        sees_only_the_notice(school, number);
        sees_only_the_notice(police, number);
        CHECK(world.api("elin.berg").call(http::Method::get, "/api/v1/cases/" + number + "/plan").status == 404);

        // Social services keep their view, and nothing was changed by the refused report.
        auto officer = world.sign_in("sara.lind");
        officer.open("/arende/" + number + "/plan");
        CHECK(officer.shows(words_of_the_plan));
        CHECK_FALSE(officer.shows("Klart i går"));
    });
}

TEST_CASE("S4-15, settled-20 The consent's last day is covered; at midnight after it sharing has stopped")
{
    lots::test::on_both(monday(), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(world, tale);
        const auto last_day = add_months(local_day(monday()), 6);

        world.clock.set(start_of_day(next_day(last_day)) - std::chrono::seconds(1));
        auto school = world.sign_in("elin.berg");
        school.open("/arende/" + number + "/plan");
        CHECK(school.status() == 200);
        CHECK(school.shows(words_of_the_plan));

        world.clock.set(start_of_day(next_day(last_day)));
        sees_only_the_notice(school, number);
        auto police = world.sign_in("jonas.ek");
        sees_only_the_notice(police, number);
    });
}

TEST_CASE("settled-3, settled-20 On the 18th birthday the guardians' consent is over: the case rests from midnight")
{
    lots::test::on_both(at_local(2027y / 12 / 1, 9, 0), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(world, tale);
        world.clock.set(start_of_day(2028y / 1 / 6) - std::chrono::seconds(1));
        auto school = world.sign_in("elin.berg");
        school.open("/arende/" + number + "/plan");
        CHECK(school.status() == 200);
        world.clock.set(start_of_day(2028y / 1 / 6));
        sees_only_the_notice(school, number);
    });
}

TEST_CASE("settled-20 An agency's own items stay readable to it while the case rests")
{
    lots::test::on_both(monday(), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(world, tale);
        tale.withdraw(number, 2);
        school_reads_its_own_alone(world, number);
        auto school = world.sign_in("elin.berg");
        school.open("/arende/" + number);
        CHECK(school.shows("Egna uppgifter"));  // the way there
    });
}

TEST_CASE("settled-20 An agency's own items stay readable to it after the end, also when the case does not exist for it any more")
{
    lots::test::on_both(monday(), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(world, tale);
        tale.close(number, {1, 2}, {2, 3});
        school_reads_its_own_alone(world, number);
        world.clock.set(world.clock.now() + std::chrono::days(35));
        school_reads_its_own_alone(world, number);
        CHECK(world.api("elin.berg").call(http::Method::get, "/api/v1/cases/" + number).status == 404);
    });
}

TEST_CASE("settled-20 Not yours and does not exist are the same answer, and both are in the log")
{
    lots::test::on_both(monday(), [](World& world) {
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        const auto number = running_case(world, tale);
        auto stranger = world.sign_in("omar.farah");
        const auto without_tokens = [](std::string body) {
            for (const std::string name : {"name=\"csrf\" value=\"", "name=\"idempotency_key\" value=\""})
                for (auto at = body.find(name); at != std::string::npos; at = body.find(name, at + 1)) {
                    const auto from = at + name.size();
                    body.erase(from, body.find('"', from) - from);
                }
            return body;
        };
        stranger.open("/arende/" + number + "/plan");
        const auto not_yours = without_tokens(stranger.body());
        CHECK(stranger.status() == 404);
        stranger.open("/arende/SIG-1999-001/plan");
        CHECK(stranger.status() == 404);
        CHECK(without_tokens(stranger.body()) == not_yours);
    });
}
