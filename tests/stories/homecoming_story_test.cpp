#include <doctest/doctest.h>

#include "stories/told.h"

// Somebody comes home from one of the state's homes, and goes to school in another municipality.
using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

constexpr auto home = 2026y / 11 / 30;
const std::string concerned = R"(["socialtjansten","polisen","sis-anas","sjovik"])";

app::Tale::Write from_the_home(Told& told, const std::vector<std::string>& reasons)
{
    return [&told, reasons](JsonWriter& json) {
        const auto robin = lots::test::robin();
        json.pair("given_name", robin.given_name).pair("family_name", robin.family_name).pair("born", robin.born);
        json.pair("legal_ground", "concern_notice").pair("noticed_on", told.today()).pair("considered_for_sig", true);
        lots::test::write_texts(json, "reasons", reasons);
        json.pair("reason", "Kommer hem i november.").pair("why_sig", "Skola, polis och socialtjänst behövs samtidigt.");
        json.pair("weighing", "Vill hem och vill gå i skolan.").pair("origin", "placement").pair("discharge_date", home);
        json.pair("known_before", "yes").pair("feedback_asked", true);
    };
}

void proposed(Told& told)
{
    told.newcomer("tina.sis", "Tina Ålander", access::Role::agency_staff, {"sis-anas", "sis", "SiS ungdomshem Ånäs"});
    told.newcomer("ida.sjovik", "Ida Nyström", access::Role::school, {"sjovik", "school", "Sjöviks skola, Sjövik kommun"});
    CHECK(told.lacks("tina.sis", "/api/v1/nominations", from_the_home(told, {"strategic_crime"})) ==
          Missing{"field reasons"});
    told.does("tina.sis", "/api/v1/nominations", from_the_home(told, {"returns_home"}));
    told.number = "F-1";
    told.all_get(200, told.at("/nomination"), {"tina.sis", "sara.lind"});
    told.all_get(404, told.at("/nomination"), {"ida.sjovik", "elin.berg", "jonas.ek"});
    CHECK(told.says("sara.lind", told.at("/nomination"), "\"discharge_date\":\"2026-11-30\""));
}

/// Where the young person lives decides whose case it is, and not where the school or the home lies (S0-09).
void taken_up(Told& told)
{
    const auto review = [&](bool lives_here) {
        return [&told, lives_here](JsonWriter& json) {
            json.pair("lives_here", lives_here)
                .pair("residence_checked_on", told.today())
                .pair("residence_source", "population_register");
            json.pair("danger_if_seen", "no")
                .pair("conflict", "no")
                .pair("notice_number", "SN 2026/311")
                .pair("known_before", "yes");
            json.pair("why", "Kommer hem.")
                .pair("childs_view", "Vill hem.")
                .pair("best_interests", "Att få komma hem väger tyngst.");
        };
    };
    CHECK(told.lacks("sara.lind", told.at("/review"), review(false)) == Missing{"S0-09"});
    told.offered("F-1", {{"ground", "\"lvu\""}});
    const auto school = [](const char* agency) {
        return [agency](JsonWriter& json) {
            json.pair("school", "Sjöviks skola, klass 9").pair("organiser", "other_municipality").pair("agency", agency);
        };
    };
    CHECK(told.lacks("sara.lind", told.at("/school"), school("sis-anas")) == Missing{"field agency"});
    told.does("sara.lind", told.at("/school"), school("sjovik"));
    CHECK(told.says("sara.lind", told.at("/school"), "\"organiser\":\"other_municipality\",\"agency\":\"sjovik\""));
    told.all_get(404, told.at("/school"), {"tina.sis", "ida.sjovik", "elin.berg", "jonas.ek", "mia.holm"});
    // The planning begins so many weeks before, and is a duty until it has begun (S1-46).
    const auto begin = add_days(home, -7 * told.profile.discharge_planning_weeks);
    told.on(add_days(begin, -7));
    CHECK(told.due("sara.lind", "Börja planera hemkomsten") == told.by(begin));
}

/// The consent names the home and the school that it is, and not the one that Robin went to before.
void in_a_group(Told& told)
{
    told.retell("/concerned-agencies", {{"concerned", concerned}});
    told.tale.ask(told.number, lots::test::robin());
    for (int line = 1; line <= 3; ++line) told.tale.sign(told.number, line);
    const auto add = [&](const char* person, const char* function) {
        return [person, function](JsonWriter& json) {
            json.pair("person", person)
                .pair("function", function)
                .pair("knows_youth", true)
                .pair("reason", "Känner ungdomen.");
        };
    };
    told.does("sara.lind", told.at("/coordinator"),
              [](JsonWriter& json) { json.pair("person", "sara.lind").pair("reason", "Har ärendet."); });
    told.does("sara.lind", told.at("/members"), add("jonas.ek", "police_officer"));
    told.does("sara.lind", told.at("/members"), add("tina.sis", "institution_staff"));
    CHECK(told.lacks("sara.lind", told.at("/planning"), [](JsonWriter&) {}) ==
          Missing{"field missing_reason"});  // nobody of the school yet
    CHECK(told.lacks("sara.lind", told.at("/members"), add("elin.berg", "teacher")) == Missing{"field person"});
    told.does("sara.lind", told.at("/members"), add("ida.sjovik", "teacher"));
    told.does("sara.lind", told.at("/planning"), [](JsonWriter&) {});
    CHECK(told.due("sara.lind", "Börja planera hemkomsten").empty());
}

void planned(Told& told)
{
    const auto goal = [&](const char* area, const char* text, const char* agency) {
        told.does("sara.lind", told.at("/goals"), [&](JsonWriter& json) {
            json.pair("area", area).pair("goal_text", text).pair("reached_how", "Varje månad.").pair("responsible", agency);
        });
    };
    goal("school", "Börja i Sjöviks skola", "sjovik");
    goal("crime", "Inte begå fler brott", "polisen");
    const auto promise = [&](const char* measure, const char* by, Date last_day, int order) {
        told.does("sara.lind", told.at("/commitments"), [&](JsonWriter& json) {
            json.pair("in_goal", order < 4 ? "1" : "2")
                .pair("measure", measure)
                .pair("promised_by", by)
                .pair("done_by", last_day);
            json.pair("documented_how", "Anteckning.").pair("plain_words", measure).pair("order_number", order);
        });
    };
    promise("Åka till skolan på prov två dagar", "signatory-1", add_days(home, -7), 1);
    promise("Köra till skolan under provdagarna", "member-3", add_days(home, -7), 2);
    promise("Plats i klassen och en mentor", "member-4", home, 3);
    promise("Samtal en gång i veckan", "member-2", add_days(home, 60), 4);
    told.does("sara.lind", told.at("/plan/words"), [&](JsonWriter& json) {
        json.pair("youth_words", "Jag vill bo hemma.")
            .pair("guardian_words", "Vi längtar.")
            .pair("crisis_contact", "Socialjouren");
        json.pair("took_part_on", told.today()).pair("seq_seen", 0);
    });
    told.does("sara.lind", told.at("/commitments/1/acceptance"),
              [&](JsonWriter& json) { json.pair("way", "meeting").pair("said_on", told.today()); });
    CHECK(told.due("ida.sjovik", "Ta ställning till åtagande 3") ==
          told.by(add_days(told.today(), told.profile.acceptance_days)));
    CHECK(told.lacks("ida.sjovik", told.at("/commitments/2/acceptance"), [](JsonWriter&) {}) ==
          Missing{"404"});  // the home's own
    told.does("tina.sis", told.at("/commitments/2/acceptance"), [](JsonWriter&) {});
    told.does("ida.sjovik", told.at("/commitments/3/acceptance"), [](JsonWriter&) {});
    told.does("jonas.ek", told.at("/commitments/4/acceptance"), [](JsonWriter&) {});
    told.does("sara.lind", told.at("/plan/decision"), [](JsonWriter& json) { app::write_decision(json, "Planen gäller."); });
    CHECK(told.state() == "active");
    told.all_get(200, told.at("/plan"), {"sara.lind", "jonas.ek", "tina.sis", "ida.sjovik"});
    told.all_get(404, told.at("/plan"), {"elin.berg", "omar.farah", "ali.nouri", "nina.bup", "mia.holm"});
}

/// Robin is at home: the home's part is done, and from that second it sees nothing.
void at_home(Told& told)
{
    told.on(add_days(home, -6));
    told.does("tina.sis", told.at("/commitments/2/status"),
              [](JsonWriter& json) { json.pair("status", "done").pair("note", "Två dagar, gick bra."); });
    told.on(home);
    CHECK(told.due("ida.sjovik", "Gör klart åtagande 3") == told.by(home));
    told.does("sara.lind", told.at("/members/3/end"), [&](JsonWriter& json) {
        json.pair("hand_over", "Hemma i dag. Allt vi lovade är gjort.").pair("youth_told_on", told.today());
    });
    CHECK(told.due("sara.lind", "Berätta för ungdomen vem som kommer och går").empty());
    for (const std::string rest : {"", "/plan", "/members", "/own-items"}) told.all_get(404, told.at(rest), {"tina.sis"});
    told.all_get(200, told.at("/plan"), {"sara.lind", "jonas.ek", "ida.sjovik"});
    CHECK_FALSE(told.says("sara.lind", told.at("/members"), "Tina Ålander"));
    // Who proposed keeps the own text, which does not tell what became of it.
    CHECK(told.says("tina.sis", "/api/v1/cases/F-1/nomination", "Kommer hem i november."));
    CHECK_FALSE(told.says("tina.sis", "/api/v1/cases/F-1/nomination", told.number));
    CHECK(told.state() == "active");
}

}  // namespace

TEST_CASE("story (c): S1-46, S4-25, S4-40 Home from SiS, with a school in another municipality")
{
    under_each_profile(monday(), [](Told& told) {
        proposed(told);
        taken_up(told);
        in_a_group(told);
        planned(told);
        at_home(told);
    });
}
