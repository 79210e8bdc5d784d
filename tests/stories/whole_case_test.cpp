#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "stories/world.h"

using namespace lots;
using lots::test::Browser;
using lots::test::date_fields;
using lots::test::World;
using lots::test::operator+;

namespace {

const Browser::Fields decision{{"what", "Ungdomen erbjuds en social insatsgrupp."},
                               {"why", "Flera händelser på kort tid. Stödet behöver samordnas."},
                               {"how", "I samråd med ungdomen och vårdnadshavarna."},
                               {"who", "Sara Lind håller ihop ärendet."},
                               {"delegation", "2.4"},
                               {"childs_view", "Vill ha hjälp att komma tillbaka till skolan."},
                               {"best_interests", "Samordnat stöd väger tyngst."}};

/// Sends the form of this page that has these fields, and confirms on "Kontrollera dina svar".
void send_and_confirm(Browser& browser, const Browser::Fields& fields)
{
    browser.send("", fields);
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
    REQUIRE(browser.shows("Kontrollera dina svar"));
    browser.send("", {}, "step=confirmed");
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
}

void send_well(Browser& browser, const Browser::Fields& fields)
{
    browser.send("", fields);
    INFO(browser.text());
    REQUIRE(browser.status() == 200);
    REQUIRE_FALSE(browser.shows("Något behöver rättas"));
}

const Browser::Fields proposal =
    Browser::Fields{{"given_name", "Robin"},
                    {"family_name", "Åkerlund"},
                    {"personal_number", "20100106-2395"},
                    {"legal_ground", "concern_notice"},
                    {"registry_number", "A-2026-1043"},
                    {"police_matter_code", "604"},
                    {"considered_for_sig", "yes"},
                    {"reasons", "debut_age"},
                    {"reasons", "company"},
                    {"debut_age", "14"},
                    {"reason", "Har setts flera kvällar med äldre kända personer."},
                    {"why_sig", "Flera behöver göra saker samtidigt."},
                    {"weighing", "Ung vid första brottet, men en vilja att ändra sig."},
                    {"origin", "none"},
                    {"known_before", "unknown"}} +
    date_fields("born", 2010, 1, 6);

}  // namespace

TEST_CASE("A whole case through pages without scripts: from the proposal to the closure")
{
    lots::test::on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        auto jonas = world.sign_in("jonas.ek");
        jonas.open("/foresla");
        // Something is missing: said beside the field, and nothing typed is lost.
        auto half = proposal;
        std::erase_if(half, [](const auto& field) { return field.first == "why_sig"; });
        jonas.send("", half);
        CHECK(jonas.status() == 400);
        CHECK(jonas.shows("Skriv varför just en social insatsgrupp behövs"));
        CHECK(jonas.body().find("Har setts flera kvällar") != std::string::npos);
        send_well(jonas, proposal);
        CHECK(jonas.shows("Förslaget är skickat"));
        CHECK(jonas.shows("F-1"));

        auto sara = world.sign_in("sara.lind");
        sara.open("/min-dag");
        CHECK(sara.shows("Ta upp förslaget"));
        sara.open("/arende/F-1");
        CHECK(sara.shows("Robin Å."));
        sara.open("/arende/F-1/ta-upp");
        send_well(sara, {{"lives_here", "yes"}, {"danger_if_seen", "no"}, {"conflict", "no"}});
        CHECK(sara.shows("Bedöms"));

        // The proposer sees that it was received, and nothing of what becomes of it.
        jonas.open("/arende/F-1");
        CHECK(jonas.status() == 404);
        jonas.open("/mina-forslag");
        CHECK(jonas.shows("F-1"));
        CHECK_FALSE(jonas.shows("Bedöms"));

        sara.open("/arende/F-1/beslut");
        send_and_confirm(sara, Browser::Fields{{"outcome", "offer"},
                                               {"category", "at_risk"},
                                               {"commits_crimes", "yes"},
                                               {"sources", "Polisens anmälan och egna uppgifter."},
                                               {"room_for_more", "yes"},
                                               {"mode", "cooperation_form"},
                                               {"ground", "sol"}} +
                                   decision);
        const std::string number = "SIG-2026-001";
        const auto page = "/arende/" + number;
        CHECK(sara.shows(number));

        sara.open(page + "/samtycken/borja");
        send_well(sara, {{"collector", "sara.lind"}});
        sara.open(page + "/samtycken/myndigheter");
        send_well(sara, {{"concerned", "socialtjansten"}, {"concerned", "polisen"}, {"concerned", "bjorkskolan"}, {"concerned", "fritid"},
                         {"not_concerned_reason", "Ingen kontakt med vården i dag."}});
        const std::vector<std::pair<std::string, std::string>> people{
            {"youth", "Robin Åkerlund"}, {"guardian", "Siv Åkerlund"}, {"guardian", "Ove Åkerlund"}};
        int line = 0;
        for (const auto& [role, name] : people) {
            sara.open(page + "/samtycken/underskrivare");
            send_well(sara, {{"role", role}, {"name", name}, {"protected_identity", "none"}, {"language", "svenska"},
                             {"custody_source", "population_register"}});
            sara.open(page + "/samtycken/underskrivare/" + std::to_string(++line) + "/samtal");
            send_well(sara, {{"way", "meeting"}, {"told_purpose", "yes"}, {"told_withdrawal", "yes"}, {"told_police_duty", "yes"},
                             {"note", "Lugnt samtal."}});
        }
        sara.open(page + "/samtycken/blankett");
        send_well(sara, Browser::Fields{{"purpose", "Att vi får tala med varandra."},
                                        {"information_kinds", "Skolgång, fritid, umgänge."},
                                        {"not_shared", "Vård."},
                                        {"circumstances_source", "population_register"}} +
                            date_fields("last_day", 2027, 3, 7));

        for (line = 1; line <= 3; ++line) {
            // Until the last signature nothing is shared: the police cannot see the case.
            jonas.open(page);
            CHECK(jonas.status() == 404);
            sara.open(page + "/samtycken/underskrivare/" + std::to_string(line) + "/svar");
            sara.send("", Browser::Fields{{"answer", "yes"}, {"signature_seen", "yes"}, {"follow_up_answer", "no"}}, {},
                      {{"signed_form", test::signed_form()}});
            INFO(sara.text());
            REQUIRE(sara.status() == 200);
        }
        sara.open(page);
        CHECK(sara.shows("Gruppen bildas"));
        sara.open(page + "/filer/1");
        CHECK(sara.body() == test::signed_form().content);

        sara.open(page + "/deltagare/samordnare");
        send_well(sara, {{"person", "sara.lind"}, {"reason", "Har lett samtalen."}});
        for (const auto& [person, function] : std::vector<std::pair<std::string, std::string>>{
                 {"jonas.ek", "police_officer"}, {"elin.berg", "teacher"}, {"ali.nouri", "leisure_leader"}}) {
            sara.open(page + "/deltagare/lagg-till");
            send_well(sara, {{"person", person}, {"function", function}, {"knows_youth", "yes"}, {"reason", "Känner ungdomen."}});
        }
        sara.open(page + "/deltagare/borja-planera");
        send_well(sara, {});
        sara.open(page);
        CHECK(sara.shows("Plan tas fram"));

        // A plan without the young person's own commitment is refused, with the reason.
        for (const auto& [area, text, agency] : std::vector<std::tuple<std::string, std::string, std::string>>{
                 {"school", "Vara i skolan varje dag", "bjorkskolan"}, {"crime", "Inte begå fler brott", "polisen"}}) {
            sara.open(page + "/plan/nytt-mal");
            send_well(sara, {{"area", area}, {"goal_text", text}, {"reached_how", "Vi ser det varje månad."}, {"responsible", agency}});
        }
        const auto promise = [&](const std::string& goal, const std::string& measure, const std::string& by, int month, int day, int order) {
            sara.open(page + "/plan/nytt-atagande");
            send_well(sara, Browser::Fields{{"in_goal", goal}, {"measure", measure}, {"promised_by", by}, {"documented_how", "Anteckning."},
                                            {"plain_words", measure}, {"order_number", std::to_string(order)}} +
                                date_fields("done_by", 2026, month, day));
        };
        promise("1", "Ta fram en studieplan", "member-3", 9, 28, 1);
        promise("2", "Samtal en gång i veckan", "member-2", 12, 1, 2);
        sara.open(page + "/plan/ord");
        send_well(sara, {{"youth_words", "Jag vill gå ut nian."}, {"guardian_words", "Lugnt hemma."}, {"crisis_contact", "Socialjouren"}});
        sara.open(page + "/plan/beslut");
        CHECK(sara.shows("Minst ett åtagande är ungdomens eget."));
        promise("1", "Gå till skolan varje dag", "signatory-1", 12, 1, 3);
        auto elin = world.sign_in("elin.berg");
        elin.open(page + "/atagande/1/ta-pa-dig");
        CHECK(elin.status() == 200);
        elin.send("", {});
        CHECK(elin.status() == 200);
        sara.open(page + "/plan/beslut");
        send_and_confirm(sara, decision);
        sara.open(page);
        CHECK(sara.shows("Pågår"));

        // The first meeting.
        sara.open(page + "/kalla");
        send_well(sara, Browser::Fields{{"kind", "individual"}, {"clock", "13.00"}, {"length_minutes", "60"}, {"form", "in_person"},
                                        {"place", "Kulturhuset, rum 2"}, {"signatories", "1"}, {"signatories", "2"}, {"signatories", "3"},
                                        {"members", "1"}, {"members", "2"}, {"members", "3"}, {"members", "4"}, {"call_how", "in_lots"}} +
                            date_fields("day", 2026, 9, 10));
        world.clock.set(at_local(2026y / 9 / 10, 14, 0));
        sara = world.sign_in("sara.lind");
        sara.open(page + "/moten/1/las");
        CHECK(sara.shows("Varje öppet åtagande har en rad i uppföljningen."));
        app::Tale tale(world.program->site(), world.clock, app::demo().password);
        tale.meet(number, 1, {1, 2, 3}, 2026y / 10 / 8);
        sara.open(page + "/moten/1");
        CHECK(sara.status() == 200);

        // A commitment is late: the school's, on the school's own list.
        world.clock.set(at_local(2026y / 10 / 5, 9, 0));
        elin = world.sign_in("elin.berg");
        elin.open("/min-dag");
        CHECK(elin.shows("7 dagar försenat"));

        world.clock.set(at_local(2026y / 12 / 14, 9, 0));
        tale.close(number, {1, 2}, {1, 2, 3});
        sara = world.sign_in("sara.lind");
        sara.open(page);
        CHECK(sara.shows("Avslutad"));
        elin = world.sign_in("elin.berg");
        elin.open(page + "/plan");
        CHECK(elin.status() == 404);
    });
}

TEST_CASE("The demo's five cases can be told through the API, and the log holds")
{
    lots::test::on_both(at_local(2026y / 8 / 1, 9, 0), [](World& world) {
        app::make_demo_cases(world.program->site(), world.clock, app::demo(), at_local(2026y / 11 / 23, 9, 0));
        world.house.log->settle();
        const auto verified = audit::verify(*world.house.data, world.house.paths.log(), std::nullopt);
        CHECK(verified.problems.empty());
        CHECK(verified.entries > 100);
        auto sara = world.sign_in("sara.lind");
        sara.open("/arenden");
        for (const auto* state : {"Pågår", "Vilande", "Samtycke inhämtas", "Bedöms"}) CHECK(sara.shows(state));
    });
}
