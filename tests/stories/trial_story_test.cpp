#include <doctest/doctest.h>

#include "stories/told.h"

// A day in court stands in the way of what the plan promises, and somebody talks with the prosecutor.
using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

constexpr auto trial = 2026y / 9 / 28, moved_to = 2026y / 10 / 6;
const std::vector<std::string> members{"jonas.ek", "elin.berg", "ali.nouri"};

app::Tale::Write with_the_prosecutor(Date on, const char* basis)
{
    return [on, basis](JsonWriter& json) {
        json.pair("authority", "prosecutor").pair("whom", "Åklagare Vik").pair("contact_on", on);
        json.pair("what", "Rättegången den 28 september krockar med studieplanens första dag.");
        json.pair("outcome", "Flyttas till den 6 oktober.").pair("basis", basis).pair("decider", "Sara Lind");
    };
}

/// Who was talked with, what about and on what ground: social services' file, which the group does not read.
void talked_with_the_prosecutor(Told& told)
{
    told.on(2026y / 9 / 10);
    const auto contacts = told.at("/outside-contacts");
    CHECK(told.lacks("sara.lind", contacts, with_the_prosecutor(2026y / 9 / 11, "consent")) == Missing{"field contact_on"});
    CHECK(told.lacks("sara.lind", contacts, with_the_prosecutor(2026y / 9 / 10, "because")) == Missing{"field basis"});
    for (const auto& who : members)
        CHECK_MESSAGE(told.lacks(who, contacts, with_the_prosecutor(2026y / 9 / 10, "consent")) == Missing{"404"}, who);
    told.does("sara.lind", contacts, with_the_prosecutor(2026y / 9 / 10, "nothing_secret"));
    CHECK(told.says("sara.lind", contacts, "\"authority\":\"prosecutor\""));
    CHECK(told.says("sara.lind", contacts, "Flyttas till den 6 oktober."));
    told.all_get(404, contacts, {"jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg", "amir.haddad", "mia.holm"});
    // Had something secret been told to the prosecutor, that would be a disclosure of its own, with its weighing.
    const auto disclosed = [&](const char* balancing) {
        return [&told, balancing](JsonWriter& json) {
            json.pair("from_agency", "socialtjansten").pair("to_whom", "Åklagare Vik").pair("disclosed_on", told.today());
            json.pair("what", "Att en studieplan börjar den dagen.")
                .pair("basis", "osl_10_18a")
                .pair("necessity", "Åklagaren behöver det för att flytta dagen.")
                .pair("decider", "Sara Lind");
            if (*balancing != 0) json.pair("balancing", balancing);
        };
    };
    CHECK(told.lacks("sara.lind", told.at("/disclosures"), disclosed("")) == Missing{"edge-4.19"});
    CHECK(told.says("sara.lind", told.at("/disclosures"), "\"disclosures\":[]"));
    told.does("sara.lind", told.at("/disclosures"), disclosed("Skolgången väger tyngre."));
    told.all_get(404, told.at("/disclosures"), {"jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg", "mia.holm"});
}

/// The day in court is the day of the meeting now: another day, for all who were called.
void meeting_moved(Told& told)
{
    CHECK(told.says("elin.berg", told.at("/meetings"), "\"meeting\":1,\"kind\":\"individual\",\"state\":\"called\""));
    CHECK(told.lacks("elin.berg", told.at("/meetings/1/cancellation"),
                     [](JsonWriter& json) { json.pair("reason", "moved"); }) == Missing{"404"});
    told.does("sara.lind", told.at("/meetings/1/cancellation"), [](JsonWriter& json) { json.pair("reason", "moved"); });
    CHECK(told.due("sara.lind", "Håll möte 1").empty());
    told.tale.call(told.number, 2026y / 9 / 21, 13);
    for (const std::string who : {"jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"}) {
        CAPTURE(who);
        CHECK(told.says(who, told.at("/meetings/1"), "\"cancel_reason\":\"moved\""));
        CHECK(told.says(who, told.at("/meetings/2"), "\"state\":\"called\""));
        // Why, they hear at the table: the contact itself is nowhere in the room.
        CHECK_FALSE(told.says(who, told.at("/meetings/1"), "Åklagare"));
    }
    CHECK(told.due("sara.lind", "Håll möte 2") == told.by(2026y / 9 / 21));
}

/// The meeting gives the school's promise the day that the court has left free, and everybody sees the new one.
void promise_moved(Told& told)
{
    told.on(2026y / 9 / 21, 14);
    CHECK(told.due("elin.berg", "Gör klart åtagande 2") == told.by(trial));
    told.tale.meet(told.number, 2, {1, 2, 3}, 2026y / 10 / 12, {{2, moved_to}});
    CHECK(told.due("elin.berg", "Gör klart åtagande 2") == told.by(moved_to));
    for (const std::string who : {"sara.lind", "jonas.ek", "elin.berg", "sam", "lena.karlberg"})
        CHECK_MESSAGE(told.says(who, told.at("/commitments"), "\"last_day\":\"" + iso(Date{moved_to}) + "\""), who);
    // The old day comes and nothing is late; the day after the new one it is.
    told.on(next_day(Date{trial}));
    CHECK_FALSE(told.says("elin.berg", told.at("/commitments"), "\"late\":true"));
    CHECK(told.due("sara.lind", "Åtagande 2 är inte gjort i tid").empty());
    told.on(next_day(Date{moved_to}));
    CHECK(told.says("elin.berg", told.at("/commitments"), "\"late\":true"));
    CHECK(told.due("sara.lind", "Åtagande 2 är inte gjort i tid") == told.by(moved_to));
}

}  // namespace

TEST_CASE("story (j): S4-23, S1-07 A contact with the prosecutor moves a day in court, and the group's days follow")
{
    under_each_profile(monday(), [](Told& told) {
        told.running(lots::test::sam());
        told.tale.call(told.number, moved_to, 13);
        CHECK(told.due("sara.lind", "Håll möte 1") == told.by(moved_to));
        talked_with_the_prosecutor(told);
        meeting_moved(told);
        promise_moved(told);
    });
}
