#include <doctest/doctest.h>

#include "stories/told.h"

// The group has ended, and within a year it is needed again.
using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

const std::vector<std::string> members{"jonas.ek", "elin.berg", "ali.nouri"};
const std::string remove_marking = "Ta bort noteringen i ASP och bekräfta det här";

app::Tale::Write again()
{
    return [](JsonWriter& json) {
        json.pair("reason", "Två nya anmälningar.")
            .pair("why_sig", "Samma behov som förra gången.")
            .pair("weighing", "Bedömt på nytt.");
    };
}

/// The police's own marking, which nobody else sees anything of (settled 17).
void marked(Told& told)
{
    const auto reminder = [&](bool whole) {
        return [&told, whole](JsonWriter& json) {
            json.pair("conditions", "met")
                .pair("assessed_on", told.today())
                .pair("noted_on", told.today())
                .pair("seq_seen", 0);
            if (whole) json.pair("contact", "2").pair("contact_way", "Jonas Ek, 114 14").pair("block_code", "4");
        };
    };
    CHECK(told.lacks("jonas.ek", told.at("/asp-reminder"), reminder(false)).contains("S0-64"));
    told.does("jonas.ek", told.at("/asp-reminder"), reminder(true));
    CHECK(told.status("jonas.ek", told.at("/asp-reminder")) == 200);
    told.all_get(404, told.at("/asp-reminder"),
                 {"sara.lind", "karin.ostberg", "elin.berg", "ali.nouri", "sam", "petra.dahl"});
}

void closed(Told& told)
{
    told.on(2026y / 10 / 5);
    CHECK(told.lacks("sara.lind", told.at("/new-episode"), again()) == Missing{"404"});  // it goes on
    told.tale.close(told.number, {1, 2}, {2, 3});
    CHECK(told.says("sara.lind", told.at("/closure"), "\"monitoring_last_day\":\"2027-10-05\""));
    // One neutral notice for those who were in it; after its days the case does not exist for them. The police's marking
    // does.
    for (const auto& who : members) CHECK_MESSAGE(told.state(who) == "closed", who);
    told.on(2026y / 11 / 9);
    told.all_get(404, told.at(), {"elin.berg", "ali.nouri"});
    told.all_get(404, told.at("/plan"), members);
    CHECK(told.status("jonas.ek", told.at("/asp-reminder")) == 200);
}

}  // namespace

TEST_CASE("story (h): edge-4.16, S0-68, settled-17 Readmission within 12 months: a new consent and a new plan, and the marking stays")
{
    under_each_profile(monday(), [](Told& told) {
        told.running(lots::test::sam());
        marked(told);
        closed(told);
        const auto former = told.number, room = "/api/v1/cases/" + former;

        // Eleven and a half months later the police are about to be asked to remove what they noted.
        told.on(2027y / 9 / 20);
        CHECK(told.due("jonas.ek", remove_marking) == told.by(2027y / 10 / 6));
        for (const std::string who : {"jonas.ek", "elin.berg", "amir.haddad", "mia.holm"})
            CHECK_MESSAGE(told.lacks(who, told.at("/new-episode"), again()) == Missing{"404"}, who);
        const auto opened = told.does("sara.lind", told.at("/new-episode"), again());
        CHECK(opened.find("\"nomination\":\"F-2\"") != std::string::npos);
        if (told.means == lots::test::Means::api)
            CHECK(opened.find("\"former_episode\":\"" + former + "\"") != std::string::npos);
        CHECK(told.lacks("sara.lind", told.at("/new-episode"), again()) == Missing{"edge-4.13"});  // one at a time
        // Nothing of it is the group's: it begins as social services' own proposal, which knows when the former one ended.
        told.number = "F-2";
        CHECK(told.state() == "proposed");
        told.all_get(404, told.at(), {"jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"});
        told.retell("/review", {{"notice_number", ""}});
        told.offered("F-2", {}, false);
        CHECK(told.number != former);
        CHECK(told.says("sara.lind", told.at("/file"),
                        "\"former_episode\":\"" + former +
                            "\",\"former_closed_on\":\"2026-10-05\",\"within_twelve_months\":true"));
        CHECK_FALSE(told.due("jonas.ek", remove_marking).empty());  // without a new consent the marking goes as it was to

        // The old consent opens nothing: who signed then signs anew.
        told.all_get(404, told.at("/members"), members);
        told.tale.ask(told.number, lots::test::sam());
        CHECK(told.says("sara.lind", told.at("/consent"), "\"answers\":[]"));
        told.tale.sign(told.number, 1);
        told.tale.sign(told.number, 2);
        CHECK_FALSE(told.due("jonas.ek", remove_marking).empty());
        told.tale.sign(told.number, 3);
        CHECK(told.state() == "forming");
        told.on(2027y / 9 / 21);
        CHECK(told.due("jonas.ek", remove_marking).empty());  // the police are named in the new consent
        CHECK_FALSE(told.says("jonas.ek", room + "/asp-reminder", "removed_on"));

        // A new plan, with nothing of the old one in it; and the old room stays closed.
        told.tale.form_group(told.number);
        CHECK(told.says("elin.berg", told.at("/plan"), "\"versions\":[],\"goals\":[],\"commitments\":[]"));
        told.tale.make_plan(told.number);
        CHECK(told.state() == "active");
        told.all_get(200, told.at("/plan"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"});
        told.all_get(404, room + "/plan", members);
        told.all_get(404, room + "/meetings", members);
        told.all_get(200, room + "/plan", {"sara.lind", "sam"});
    });
}
