#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Browser;
using lots::app::test::Town;

// The lists that somebody works from: nothing stops silently, and nothing stays that is not the reader's any more.
namespace {

const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};

struct Lists {
    Town town;
    explicit Lists(const lots::test::Place* place = nullptr) : town(place) {}
    Tale tale{town.program.site(), town.clock, town.password()};

    http::Response api(const std::string& handle, const std::string& role, const std::string& path)
    {
        return tale.hand(handle, role).call(http::Method::get, path);
    }
    Browser browser(const std::string& handle, const std::string& role)
    {
        Browser made(town);
        REQUIRE(made.sign_in(handle, town.password()).status == 303);
        made.get("/roll");
        made.post("/roll", {{"role", role}, {"till", "/"}});  // who has one role only has it already
        return made;
    }
    Browser sara() { return browser("sara.lind", "social_worker|socialtjansten|Enheten för unga"); }
    Browser jonas() { return browser("jonas.ek", "police|polisen|Ungdomsgruppen"); }
    /// A case about Sam with a plan that is decided.
    std::string planned()
    {
        const auto nomination = tale.propose(sam);
        tale.take_up(nomination);
        const auto number = tale.offer(nomination);
        tale.ask(number, sam);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
        return number;
    }
};

bool has(const std::string& body, const std::string& part) { return body.find(part) != std::string::npos; }

std::string main_of(const http::Response& answer)
{
    const auto from = answer.body.find("<main");
    return answer.body.substr(from, answer.body.find("</main>") - from);
}

/// Without what differs between any two answers: the number that was asked for, the request's and the form's tokens.
std::string bare(const http::Response& answer, const std::string& number)
{
    auto body = main_of(answer);
    for (auto at = body.find(number); at != std::string::npos; at = body.find(number)) body.erase(at, number.size());
    return std::to_string(answer.status) + body;
}

}  // namespace

TEST_CASE("settled-20 Who only proposed is answered at the proposal's number: the case's own, which comes with the offer, does not exist")
{
    Lists lists;
    const auto nomination = lists.tale.propose(sam);
    lists.tale.take_up(nomination);
    const auto number = lists.tale.offer(nomination);
    REQUIRE(number.starts_with("SIG-"));

    auto jonas = lists.jonas();
    const std::string nowhere = "SIG-2026-777";
    for (const std::string path : {"", "/forslag", "/bedomning", "/samtycken"})
        CHECK(bare(jonas.get("/arende/" + number + path), number) == bare(jonas.get("/arende/" + nowhere + path), nowhere));
    const auto own = jonas.get("/arende/" + nomination + "/forslag");
    CHECK(own.status == 200);
    CHECK_FALSE(has(own.body, number));
    CHECK_FALSE(has(jonas.get("/mina-forslag").body, number));
    CHECK_FALSE(has(jonas.get("/arenden").body, number));
    CHECK(has(jonas.get("/arenden?nummer=" + number).body, "Inget av dina ärenden har det numret."));

    for (const std::string path : {"", "/nomination", "/gates"})
        CHECK(lists.api("jonas.ek", "police", "/api/v1/cases/" + number + path).status == 404);
    const auto read = lists.api("jonas.ek", "police", "/api/v1/cases/" + nomination + "/nomination");
    CHECK(read.status == 200);
    CHECK_FALSE(has(read.body, number));
    CHECK(lists.api("sara.lind", "social_worker", "/api/v1/cases/" + number + "/nomination").status == 200);
}

TEST_CASE("D12 Lists go on: 53 proposals are two pages for the proposer, for the intake and on Min dag, and the API says where the rest is")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Lists lists(&place);
        TaleYouth somebody{"Robin", "Åkerlund", "", 2010y / 1 / 6, {}};
        for (int i = 0; i < 53; ++i) {
            lists.town.clock.set(lists.town.clock.now() + std::chrono::minutes(1));
            lists.tale.propose(somebody);
        }

        auto jonas = lists.jonas(), sara = lists.sara();
        for (auto* browser : {&jonas, &sara}) {
            const std::string list = browser == &jonas ? "/mina-forslag" : "/arenden";
            const auto first = main_of(browser->get(list)), second = main_of(browser->get(list + "?sida=2"));
            CHECK(has(first, "1–50 av 53"));
            CHECK(has(first, "href=\"" + list + "?sida=2\""));
            CHECK(has(second, "51–53 av 53"));
            CHECK(has(second, "F-1<"));
            CHECK_FALSE(has(first, "F-1<"));
            CHECK(main_of(browser->get(list + "?sida=99")) == second);  // a list that grew shorter
            CHECK(main_of(browser->get(list + "?sida=x")) == first);
        }
        const auto day = main_of(sara.get("/min-dag"));
        CHECK(has(day, "Du har 53 saker att göra"));
        CHECK(has(day, "1–50 av 53"));
        CHECK(has(main_of(sara.get("/min-dag?sida=2")), "51–53 av 53"));
        CHECK(has(main_of(sara.get("/arenden?nummer=F-7")), "href=\"/arende/F-7\""));

        for (const auto& [handle, role, path] : {std::tuple{"jonas.ek", "police", "/api/v1/nominations"},
                                                 std::tuple{"sara.lind", "social_worker", "/api/v1/cases"}}) {
            const auto answer = lists.api(handle, role, path).body;
            CHECK(has(answer, R"("page":1,"pages":2,"total":53,"next":")" + std::string(path) + R"(?page=2")"));
        }

        // What has ended stands last, whenever it ended.
        lists.tale.take_up("F-53");
        lists.tale.add_source("F-53");
        lists.tale.post("sara.lind", "/api/v1/cases/F-53/offer-decision", [](form::JsonWriter& json) {
            json.pair("outcome", "no_offer").pair("category", "at_risk").pair("crime_ground", "suspected");
            json.pair("room_for_more", true).pair("mode", "cooperation_form").pair("ground", "none");
            write_decision(json, "Erbjuds inte.");
        });
        CHECK_FALSE(has(main_of(sara.get("/arenden")), "F-53<"));
        CHECK(has(main_of(sara.get("/arenden?sida=2")), "F-53<"));
    });
}

TEST_CASE("S1-62 A duty is shown to who may do it today: not to a former member, not while the case rests, not after it has ended")
{
    const auto promised = [](Lists& lists) {
        lists.town.clock.set(lists.town.clock.now() + std::chrono::days(60));  // 30 days before the day that was promised
        auto jonas = lists.jonas();
        return has(main_of(jonas.get("/min-dag")), "Gör klart åtagande");
    };
    SUBCASE("a member has it")
    {
        Lists lists;
        lists.planned();
        CHECK(promised(lists));
    }
    SUBCASE("who has left has not")
    {
        Lists lists;
        const auto number = lists.planned();
        const std::string members = lists.api("sara.lind", "social_worker", "/api/v1/cases/" + number + "/members").body;
        const auto at = members.find("Jonas Ek");
        const auto of_jonas = members.rfind("\"number\":", at);
        lists.tale.post("sara.lind", "/api/v1/cases/" + number + "/members/" + members.substr(of_jonas + 9, 1) + "/end",
                        [](form::JsonWriter& json) { json.pair("hand_over", "Petra tar över."); });
        CHECK_FALSE(promised(lists));
    }
    SUBCASE("nor a member while the case rests")
    {
        Lists lists;
        lists.tale.withdraw(lists.planned(), 2);
        CHECK_FALSE(promised(lists));
    }
    SUBCASE("nobody has when the case has ended")
    {
        Lists lists;
        const auto number = lists.planned();
        CHECK(lists.town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.do_commitment'") > 0);
        lists.tale.close(number, {1, 2}, {2, 3});
        CHECK(lists.town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.do_commitment'") == 0);
        CHECK_FALSE(promised(lists));
    }
}

TEST_CASE("S4-19, S1-72 What agencies are late with stands on one page, for who holds the group together and for the unit's manager")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Lists lists(&place);
        const auto number = lists.planned();  // the school's commitment is to be done in 21 days
        lists.town.clock.set(lists.town.clock.now() + std::chrono::days(21));
        {
            auto sara = lists.sara();
            CHECK(has(main_of(sara.get("/arenden")), "href=\"/arenden/samordning\""));
            const auto page = main_of(sara.get("/arenden/samordning"));
            CHECK(has(page, "Du samordnar en grupp."));
            CHECK(has(page, "Inget åtagande är försenat."));
        }
        lists.town.clock.set(lists.town.clock.now() + std::chrono::days(1));
        auto sara = lists.sara();
        const auto page = main_of(sara.get("/arenden/samordning"));
        CHECK(has(page, "href=\"/arende/" + number + "/plan\""));
        CHECK(has(page, "Björkskolan"));
        CHECK(has(page, "1 dag<"));
        CHECK_FALSE(has(page, "Inget åtagande är försenat."));

        const auto late = "\"late\":[{\"case\":\"" + number + "\",\"commitment\":2,";
        CHECK(has(lists.api("sara.lind", "social_worker", "/api/v1/coordination").body, late));
        const auto managed = lists.api("karin.ostberg", "unit_manager", "/api/v1/coordination").body;
        CHECK(has(managed, late));
        CHECK(has(managed, "\"name\":\"Sara Lind\""));
        // Who coordinates elsewhere sees nothing of it, and a member has the own duties on Min dag.
        CHECK(has(lists.api("mia.holm", "coordinator", "/api/v1/coordination").body, "\"own_groups\":0,\"coordinators\":[],\"late\":[]"));
        CHECK(lists.api("jonas.ek", "police", "/api/v1/coordination").status == 404);

        // What is open when a case ends is handed over with the decision.
        lists.tale.close(number, {1, 2}, {2, 3});
        CHECK(has(lists.api("sara.lind", "social_worker", "/api/v1/coordination").body, "\"late\":[]"));
    });
}
