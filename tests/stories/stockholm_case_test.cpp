#include "stories/stockholm_story.h"

// One case in Skarpnäck: police or social services propose, the investigating unit decides, the resource unit carries out.
namespace {

const std::vector<std::string> elsewhere{"maja.sund", "tariq.wall", "lina.fors", "agnes.kling", "vera.norr",
                                         "sofia.berg", "pia.city",  "mats.hed",  "ulrika.vik",  "gun.frid"};

void about(JsonWriter& json, const Told& told)
{
    const auto robin = lots::test::robin();
    json.pair("given_name", robin.given_name).pair("family_name", robin.family_name).pair("born", robin.born);
    json.pair("noticed_on", told.today()).pair("origin", "none").pair("known_before", "yes");
    lots::test::write_texts(json, "reasons", {"company"});
    json.pair("reason", "Sågs flera kvällar med äldre kända personer.").pair("weighing", "Vill själv ha hjälp.");
    json.pair("why_sig", "Skola, polis och socialtjänst behövs samtidigt.");
}

app::Tale::Write by_the_police(const Told& told, const std::string& to_unit)
{
    return [&told, to_unit](JsonWriter& json) {
        about(json, told);
        json.pair("legal_ground", "concern_notice").pair("registry_number", "A-2012-1043").pair("police_matter_code", "604");
        json.pair("considered_for_sig", true).pair("feedback_asked", true);
        if (!to_unit.empty()) json.pair("to_unit", to_unit);
    };
}

app::Tale::Write by_social_services(const Told& told)
{
    return [&told](JsonWriter& json) {
        about(json, told);
        json.pair("legal_ground", "own_knowledge");
    };
}

/// Of social services only the units that have it to do propose; the police propose freely. Only the unit that is to decide gets to know.
void proposed(Told& told)
{
    const std::string address = "/api/v1/nominations";
    // In Hässelby-Vällingby the reception proposes what social services see themselves, and who carries out does not.
    CHECK(told.lacks("lina.fors", address, by_social_services(told)) == Missing{"S4-34"});
    told.does("tariq.wall", address, by_social_services(told));
    told.all_get(200, "/api/v1/cases/F-1/nomination", {"tariq.wall", "maja.sund"});
    told.all_get(404, "/api/v1/cases/F-1/nomination", {"ylva.strand", "noor.said", "lina.fors", "roger.dal"});

    // The police of Bagarmossen say to which board it goes; each is a secrecy area of its own.
    CHECK(told.lacks("roger.dal", address, by_the_police(told, "")) == Missing{"field to_unit"});
    CHECK(told.lacks("roger.dal", address, by_the_police(told, "skarpnack-resurs")) == Missing{"field to_unit"});
    told.does("roger.dal", address, by_the_police(told, "skarpnack-utredning"));
    told.number = "F-2";
    told.all_get(200, told.at("/nomination"), {"roger.dal", "ylva.strand"});
    told.all_get(404, told.at("/nomination"), elsewhere);
    told.all_get(404, told.at("/nomination"), {"noor.said", "kerstin.lov"});
}

/// The investigating unit decides, also when the resource unit happens to have the case.
void decided(Told& told)
{
    told.tale.take_up(told.number);
    told.tale.add_source(told.number);
    const auto decision = [](bool says_no_conflict) {
        return [says_no_conflict](JsonWriter& json) {
            json.pair("outcome", "offer").pair("category", "at_risk").pair("crime_ground", "suspected");
            json.pair("room_for_more", true).pair("mode", "cooperation_form").pair("ground", "sol");
            if (says_no_conflict) json.pair("conflict", "no");
            app::write_decision(json, "Ungdomen erbjuds en social insatsgrupp.");
        };
    };
    const auto goes_to = [](const char* person) {
        return [person](JsonWriter& json) { json.pair("person", person).pair("reason", "Ylva är ledig en dag."); };
    };
    // To a colleague of the same board, and not out of its secrecy (S2-04).
    CHECK(told.lacks("ylva.strand", told.at("/officer"), goes_to("maja.sund")) == Missing{"field person"});
    told.does("ylva.strand", told.at("/officer"), goes_to("noor.said"));
    CHECK(told.lacks("ylva.strand", told.at("/offer-decision"), decision(false)) == Missing{"404"});
    CHECK(told.lacks("noor.said", told.at("/offer-decision"), decision(true)) == Missing{"S4-34"});
    told.does("noor.said", told.at("/officer"), goes_to("ylva.strand"));
    CHECK(told.lacks("noor.said", told.at("/offer-decision"), decision(true)) == Missing{"404"});
    told.does("ylva.strand", told.at("/offer-decision"), decision(false));
    told.number = "SIG-2026-001";
    told.does("ylva.strand", told.at("/nomination-feedback"), [&](JsonWriter& json) {
        json.pair("decided_on", told.today()).pair("told", "opened").pair("way", "phone").pair("given_on", told.today());
    });
}

/// The resource unit carries out: without anybody from it the group says why it begins.
void carried_out(Told& told)
{
    const auto youth = lots::test::robin();
    const auto asks = [](JsonWriter& json) { json.pair("collector", "maja.sund"); };
    CHECK(told.lacks("ylva.strand", told.at("/consent-collection"), asks) == Missing{"S0-17", "S0-18"});
    told.tale.ask(told.number, youth);
    for (int line = 1; line <= static_cast<int>(youth.signatories.size()); ++line) told.tale.sign(told.number, line);
    told.does("ylva.strand", told.at("/coordinator"),
              [](JsonWriter& json) { json.pair("person", "ylva.strand").pair("reason", "Har lett samtalen."); });
    const auto joins = [&](const char* person, const char* function) {
        told.does("ylva.strand", told.at("/members"), [&](JsonWriter& json) {
            json.pair("person", person).pair("function", function).pair("knows_youth", true);
            json.pair("reason", "Känner ungdomen.");
        });
    };
    joins("roger.dal", "police_officer");
    joins("kerstin.lov", "teacher");
    CHECK(told.lacks("ylva.strand", told.at("/planning"), [](JsonWriter&) {}) == Missing{"field missing_reason"});
    CHECK(told.says("ylva.strand", told.at("/gates"), "\"requirement\":\"S4-31\""));
    joins("noor.said", "outpatient_worker");
    told.does("ylva.strand", told.at("/planning"), [](JsonWriter&) {});
    told.tale.make_plan(told.number);
    CHECK(told.state("ylva.strand") == "active");
    told.all_get(200, told.at("/plan"), {"ylva.strand", "noor.said", "roger.dal", "kerstin.lov"});
    for (const std::string rest : {"", "/plan", "/members", "/consent"}) told.all_get(404, told.at(rest), elsewhere);
}

}  // namespace

TEST_CASE("stockholm: S4-34, S4-31, S2-04 In Skarpnäck the police propose, the investigating unit decides and the resource "
          "unit carries out")
{
    in_stockholm(monday(), [](StockholmTown& town) {
        town.city.played_by(lots::test::of_skarpnack());
        proposed(town.city);
        decided(town.city);
        carried_out(town.city);
    });
}
