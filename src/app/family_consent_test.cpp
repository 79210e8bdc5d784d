#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

// Mitt samtycke and who is named to whom, as the young person and a guardian read it.
using namespace lots;
using namespace lots::app;
using lots::app::test::Browser;
using lots::app::test::Town;

namespace {

/// Sam, who signs in, with a mother who does and a father who does not.
const TaleYouth sam{
    "Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

/// A group with a plan and a meeting in ten days.
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
        tale.call(number, add_days(tale.today(), 10), 13);
    }
    std::string own(const std::string& rest) const { return "/min-plan/" + number + rest; }
    Browser signed_in(const std::string& handle)
    {
        Browser browser(town);
        REQUIRE(browser.sign_in(handle, town.password()).status == 303);
        return browser;
    }
    std::string page(const std::string& handle, const std::string& path)
    {
        auto browser = signed_in(handle);
        const auto answer = browser.get(path);
        return answer.status == 200 ? answer.body : std::to_string(answer.status);
    }
};

std::string main_of(const std::string& body)
{
    const auto from = body.find("<main");
    return from == std::string::npos ? body : body.substr(from, body.find("</main>") - from);
}
bool has(const std::string& body, const std::string& part) { return main_of(body).find(part) != std::string::npos; }
std::string location_of(const http::Response& answer)
{
    const auto* found = http::find(answer.headers, "location");
    return found == nullptr ? std::string{} : *found;
}

}  // namespace

TEST_CASE(
    "settled-4, settled-6 Before the yes is taken back it is said what ends, and nothing has happened until the last button")
{
    Told told;
    auto browser = told.signed_in("lena.karlberg");
    const auto take_back = told.own("/samtycke/2/ta-tillbaka");
    const auto shown = browser.get(told.own("/samtycke")).body;
    CHECK(has(shown, "action=\"" + take_back + "\""));
    CHECK_FALSE(has(shown, "/samtycke/1/"));
    const auto check = browser.post(take_back, {});
    CHECK(check.status == 200);
    for (const auto* part : {"Det här händer direkt", "Gruppen får inte veta vem som ändrade sig.",
                             "Vill du ta tillbaka ditt ja?", "Gruppens möten om Sam ställs in.",
                             "Det de redan vet finns kvar hos dem.", "Ditt barn kan få hjälp ändå",
                             "Polisen måste utreda brott.", "Ja, ta tillbaka nu", "Behåll mitt ja", "Sara Lind"})
        CHECK_MESSAGE(has(check.body, part), part);
    CHECK_FALSE(has(check.body, "Hur fick ni veta det?"));  // that is asked of staff
    CHECK(has(check.body, "href=\"" + told.own("/samtycke") + "\""));
    for (const auto* other : {"Ändra svaren", "Vill du skriva något mer?", "Inte ifyllt"})
        CHECK_MESSAGE(!has(check.body, other), other);
    auto sams = told.signed_in("sam");
    sams.get(told.own("/samtycke"));
    CHECK(has(sams.post(told.own("/samtycke/1/ta-tillbaka"), {}).body, "Gruppens möten ställs in."));
    CHECK(told.town.count("SELECT COUNT(*) FROM consent_withdrawal") == 0);
    CHECK(browser.post(told.own("/samtycke/1/ta-tillbaka"), {{"step", "confirmed"}}).status == 404);  // Sam's
    const auto done = browser.post(take_back, {{"step", "confirmed"}});
    CHECK(done.status == 303);
    CHECK(location_of(done).starts_with(told.own("") + "?klart=consent.withdrawn"));
    CHECK(told.town.count("SELECT COUNT(*) FROM consent_withdrawal") == 1);
    CHECK(has(browser.get(told.own("/samtycke")).body, "Du har tagit tillbaka ditt ja."));
    CHECK_FALSE(has(told.page("sam", told.own("/samtycke")), "tagit tillbaka"));
}

TEST_CASE("settled-18, edge-4.5 The young person reads the own guardians' names; a guardian reads no other's")
{
    Told told;
    for (const auto* path : {"", "/moten/1"}) {
        CAPTURE(path);
        const auto sams = told.page("sam", told.own(path)), mothers = told.page("lena.karlberg", told.own(path));
        CHECK(has(sams, "Lena Karlberg"));
        CHECK(has(sams, "Nils Karlberg"));
        CHECK_FALSE(has(sams, "Vårdnadshavare 1"));
        CHECK_FALSE(has(mothers, "Nils"));
    }
}

TEST_CASE("S0-22 Mitt samtycke says of each agency what it may tell and what it may know, as the form does")
{
    Told told;
    for (const auto* handle : {"sam", "lena.karlberg"}) {
        CAPTURE(handle);
        const auto page = told.page(handle, told.own("/samtycke"));
        for (const auto* part : {"Polisen", "Får berätta: ", "Får veta: ", "Så länge gäller ett ja",
                                 "Behöver du tolk? Ring Sara Lind."})
            CHECK_MESSAGE(has(page, part), part);
    }
}
