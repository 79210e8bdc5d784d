#include "stories/stockholm_story.h"

// The coordinator leaves in the middle, in Hässelby-Vällingby: who may come, from the district, another one or the city.
namespace {

const std::string tell_youth = "Berätta för ungdomen vem som kommer och går";

app::Tale::Write new_coordinator(const char* person)
{
    return [person](JsonWriter& json) {
        json.pair("person", person).pair("reason", "Känner familjen.").pair("hand_over", "Skolan är sen med studieplanen.");
    };
}

/// The city's own unit and another district's are other secrecy areas: nobody comes from there without a consent for it.
void not_from_elsewhere(Told& told)
{
    told.on(2026y / 9 / 15);
    CHECK(told.lacks("maja.sund", told.at("/members/1/end"), [](JsonWriter& json) { json.pair("hand_over", "Slutar."); }) ==
          Missing{"S1-72"});
    for (const auto* person : {"vera.norr", "ylva.strand"}) {
        CAPTURE(person);
        CHECK(told.lacks("maja.sund", told.at("/coordinator"), new_coordinator(person)) == Missing{"S0-13", "S0-54"});
    }
    for (const std::string rest : {"", "/plan", "/members"}) told.all_get(404, told.at(rest), {"vera.norr", "ylva.strand"});
}

/// Within the district it is the investigating unit or the resource unit; the reception asks for a reason (S4-19).
void from_the_resource_unit(Told& told)
{
    told.says_why_from_another_unit(false);
    CHECK(told.lacks("maja.sund", told.at("/coordinator"), new_coordinator("tariq.wall")) ==
          Missing{"field other_unit_reason"});
    told.does("maja.sund", told.at("/coordinator"), new_coordinator("hugo.bark"));
    CHECK(told.says("kerstin.lov", told.at("/members"),
                    "\"name\":\"Hugo Bark\",\"agency\":\"hasselby-vallingby\",\"function\":\"coordinator\""));
    CHECK_FALSE(told.says("kerstin.lov", told.at("/members"), "Maja Sund"));
    told.all_get(200, told.at("/plan"), {"maja.sund", "hugo.bark"});  // Maja has the case itself still
    told.all_get(404, told.at("/plan"), {"tariq.wall", "tove.ek"});
    CHECK(told.due("hugo.bark", tell_youth) == told.by(add_days(told.today(), told.profile.acceptance_days)));
    CHECK(told.due("maja.sund", tell_youth).empty());
    told.does("hugo.bark", told.at("/youth-told"), [&](JsonWriter& json) { json.pair("told_on", told.today()); });
    CHECK(told.due("hugo.bark", tell_youth).empty());
}

/// The resource unit leads the group and the investigating unit keeps the case: its manager gives it to a colleague.
void the_case_stays(Told& told)
{
    const auto colleague = [](JsonWriter& json) { json.pair("person", "tove.ek").pair("reason", "Maja slutar."); };
    CHECK(told.lacks("hugo.bark", told.at("/officer"), colleague) == Missing{"404"});
    told.does("britt.alm", told.at("/officer"), colleague);
    for (const std::string rest : {"", "/plan", "/consent", "/members", "/gates"}) {
        told.all_get(404, told.at(rest), {"maja.sund"});
        told.all_get(200, told.at(rest), {"tove.ek", "hugo.bark"});
    }
    CHECK(told.lacks("hugo.bark", told.at("/plan/decision"), [](JsonWriter&) {}) == Missing{"404"});
    told.leaves("maja.sund");
    told.on(2026y / 9 / 16);
    CHECK_THROWS(told.status("maja.sund", told.at()));
    CHECK(told.state("tove.ek") == "active");
    CHECK(told.says("tove.ek", told.at("/consent"), "\"state\":\"valid\""));
    told.all_get(200, told.at("/plan"), {"tove.ek", "hugo.bark", "lina.fors", "sofia.berg", "kerstin.lov"});
}

}  // namespace

TEST_CASE("stockholm, story (k): S1-72, S4-19, edge-4.26 The coordinator leaves; the next comes from a unit of the same "
          "district, not from the city")
{
    in_stockholm(monday(), [](StockholmTown& town) {
        town.told_in(lots::test::of_hasselby_vallingby(), "hasselby-vallingby-utredning");
        town.city.running(lots::test::robin());
        not_from_elsewhere(town.city);
        from_the_resource_unit(town.city);
        the_case_stays(town.city);
    });
}
