#include "stories/stockholm_story.h"

// What crosses a border in Stockholm: the working group of the inner city and Lidingö, and the police.
namespace {

const std::string meetings = "/api/v1/working-group/meetings";

app::TaleYouth nobody_with_an_account(app::TaleYouth youth)
{
    for (auto& one : youth.signatories) one.account.clear();
    return youth;
}

void called(Told& told)
{
    told.number = told.tale.propose({"Kim", "Öberg", "", 2010y / 1 / 8, {}});
    told.tale.take_up(told.number);
    const auto call = [&](const char* group) {
        return [&told, group](JsonWriter& json) {
            json.pair("group", group).pair("day", add_days(told.today(), 7)).pair("clock", "09:00");
            json.pair("place", "Stadshuset");
        };
    };
    for (const std::string who : {"pia.city", "mats.hed", "ulrika.vik"})
        CHECK_MESSAGE(told.lacks(who, meetings, call("arbetsgrupp-innerstaden")) == Missing{"404"}, who);
    CHECK(told.lacks("agnes.kling", meetings, call("styrgrupp-staden")) == Missing{"field group"});  // it talks of no cases
    // Another district's social services have no part in it (S2-04).
    for (const std::string who : {"ylva.strand", "maja.sund"})
        CHECK_MESSAGE(told.lacks(who, meetings, call("arbetsgrupp-innerstaden")) == Missing{"field group"}, who);
    told.does("agnes.kling", meetings, call("arbetsgrupp-innerstaden"));
    told.does("agnes.kling", meetings + "/1/area-items",
              [](JsonWriter& json) { json.pair("area_text", "Oro vid tunnelbanan om kvällarna."); });
    told.does("agnes.kling", told.at("/deidentified-items"), [](JsonWriter& json) {
        json.pair("meeting", "1").pair("could_be_about", 60).pair("approved", true);
        json.pair("shown_text", "En ung person i högstadiet är ofta ute sent.");
    });
}

/// Whoever sits in it reads it, from Lidingö too; who sits in Skarpnäck's does not.
void read(Told& told)
{
    for (const std::string who : {"mats.hed", "ulrika.vik"}) {
        for (const std::string words : {"i högstadiet", "tunnelbanan", "Stadshuset"})
            CHECK_MESSAGE(told.says(who, meetings + "/1", words), who << " " << words);
        CHECK_FALSE(told.says(who, meetings + "/1", told.number));
        for (const std::string rest : {"", "/nomination", "/deidentified-items"}) told.all_get(404, told.at(rest), {who});
    }
    told.all_get(404, meetings + "/1", {"gun.frid", "pia.city", "kerstin.lov", "vera.norr", "ylva.strand", "maja.sund"});
    CHECK(told.says("ylva.strand", "/api/v1/working-group", "operativ-skarpnack"));
    CHECK_FALSE(told.says("ylva.strand", "/api/v1/working-group", "arbetsgrupp-innerstaden"));
    told.all_get(404, told.at("/deidentified-items"), {"ylva.strand", "maja.sund"});
}

void held(Told& told)
{
    told.on(add_days(told.today(), 7), 10);
    told.does("agnes.kling", meetings + "/1/items/1/recommendation", [](JsonWriter& json) {
        json.pair("advice", "offer").pair("advice_text", "Flera är oroliga.").pair("contact_agency", "kungsholmen");
    });
    const auto end = [](const std::vector<std::string>& seats) {
        return [seats](JsonWriter& json) {
            lots::test::write_texts(json, "present", seats);
            json.pair("situation", "Lugnare än i våras.").pair("measures", "Fältare på fredagar.");
        };
    };
    // Kungsholmen and the police are there; somebody from Lidingö is nobody's substitute.
    CHECK(told.lacks("agnes.kling", meetings + "/1/end", end({"1", "3"})) == Missing{"S0-38"});
    CHECK(told.lacks("agnes.kling", meetings + "/1/end", end({"2", "3"})) == Missing{"S2-08"});
    told.does("agnes.kling", meetings + "/1/end", end({"1", "2", "3"}));
    CHECK_FALSE(told.says("ulrika.vik", meetings + "/1", "i högstadiet"));  // what was shown has ended with the meeting
    CHECK(told.says("ulrika.vik", meetings + "/1", "Fältare på fredagar"));
    told.does("agnes.kling", told.at("/deidentified-items/1/1/answer"),
              [](JsonWriter& json) { json.pair("follows", "yes"); });
    for (const std::string who : {"mats.hed", "ulrika.vik", "ylva.strand"})
        CHECK_MESSAGE(told.lacks(who, told.at("/offer-decision"), [](JsonWriter&) {}) == Missing{"404"}, who);
}

}  // namespace

TEST_CASE("stockholm, story (i): S4-38a, S4-38e, S2-10, S2-11 A month of the working group that four districts and Lidingö "
          "share")
{
    in_stockholm(monday(), [](StockholmTown& town) {
        CHECK(town.city.profile.working_group_word == "operativ grupp");
        town.told_in(lots::test::of_kungsholmen(), "kungsholmen-utredning");
        called(town.city);
        read(town.city);
        held(town.city);
    });
}

TEST_CASE("stockholm: S0-09, S4-38e, S4-49 A police officer works on both sides of the border, and each municipality has "
          "its own cases")
{
    in_stockholm(monday(), [](StockholmTown& town) {
        auto& city = town.city;
        auto& lidingo = town.lidingo;
        town.told_in(lots::test::of_kungsholmen(), "kungsholmen-utredning");
        city.retell("/goals", {{"goal_text", "\"Komma i tid till skolan på Kungsholmen\""}});
        city.running(lots::test::robin());
        lidingo.retell("/goals", {{"goal_text", "\"Spela hockey på Lidingö igen\""}});
        lidingo.running(nobody_with_an_account(lots::test::sam()));
        CHECK(city.number == lidingo.number);  // each counts for itself: the same number is another case

        // The officer is in both groups, and sees in each municipality that one's.
        for (const std::string who : {"pia.city", "agnes.kling"}) {
            CHECK(city.says(who, city.at("/plan"), "på Kungsholmen"));
            CHECK_FALSE(city.says(who, city.at("/plan"), "hockey"));
        }
        for (const std::string who : {"pia.city", "ida.sjo"}) {
            CHECK(lidingo.says(who, lidingo.at("/plan"), "hockey"));
            CHECK_FALSE(lidingo.says(who, lidingo.at("/plan"), "på Kungsholmen"));
        }
        // Colleagues of the same police who are in neither group see neither.
        city.all_get(404, city.at("/plan"), {"roger.dal", "sofia.berg", "mats.hed", "ulrika.vik"});
        lidingo.all_get(404, lidingo.at("/plan"), {"per.vakt"});

        // What is proposed on one side does not exist on the other, whoever asks; and nobody signs in over the border.
        const auto proposal = lidingo.tale.propose({"Kim", "Öberg", "", 2010y / 1 / 8, {}});
        CHECK(proposal == "F-2");
        lidingo.all_get(200, "/api/v1/cases/F-2/nomination", {"pia.city", "ida.sjo"});
        city.all_get(404, "/api/v1/cases/F-2/nomination", {"pia.city", "agnes.kling", "ulrika.vik"});
        CHECK_THROWS(city.status("ida.sjo", city.at()));
        CHECK_THROWS(lidingo.status("agnes.kling", lidingo.at()));
        CHECK_THROWS(lidingo.status("ulrika.vik", lidingo.at()));
    });
}
