#include <doctest/doctest.h>

#include "stories/told.h"

// The one who holds the group together leaves in the middle of it.
using namespace lots;
using form::JsonWriter;
using lots::test::Means;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

const std::vector<std::string> others{"jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"};
const std::string tell_youth = "Berätta för ungdomen vem som kommer och går";
const std::string lift = "Åtagande 2 är inte gjort i tid";

app::Tale::Write new_coordinator(const char* person, const char* hand_over)
{
    return [person, hand_over](JsonWriter& json) {
        json.pair("person", person).pair("reason", "Känner familjen.");
        if (*hand_over != 0) json.pair("hand_over", hand_over);
    };
}

/// Sara is away for two weeks: somebody stands in for her, and the young person is told.
void deputised(Told& told)
{
    told.on(2026y / 9 / 15);
    told.all_get(404, told.at("/plan"), {"amir.haddad", "mia.holm"});
    const auto deputy = [&](Date from) {
        return [from](JsonWriter& json) {
            json.pair("person", "amir.haddad")
                .pair("from_day", from)
                .pair("last_day", add_days(from, 13))
                .pair("reason", "Ledighet.");
        };
    };
    CHECK(told.lacks("jonas.ek", told.at("/deputies"), deputy(told.today())) == Missing{"404"});
    CHECK(told.lacks("sara.lind", told.at("/deputies"), deputy(2026y / 9 / 14)) == Missing{"field from_day"});
    if (!told.profile.coordinator_units.empty()) {  // who stands in leads too (S4-19)
        told.says_why_from_another_unit(false);
        CHECK(told.lacks("sara.lind", told.at("/deputies"), deputy(told.today())) == Missing{"field other_unit_reason"});
        told.says_why_from_another_unit(true);
    }
    told.does("sara.lind", told.at("/deputies"), deputy(told.today()));
    told.all_get(200, told.at("/plan"), {"sara.lind", "amir.haddad"});
    CHECK(told.due("sara.lind", tell_youth) == told.by(add_days(told.today(), told.profile.acceptance_days)));
    told.does("sara.lind", told.at("/youth-told"), [&](JsonWriter& json) { json.pair("told_on", told.today()); });
    CHECK(told.due("sara.lind", tell_youth).empty());
    told.on(2026y / 9 / 29);
    told.all_get(404, told.at("/plan"), {"amir.haddad"});  // the fourteen days are over
}

/// There is always exactly one who coordinates: nobody just leaves, and nobody comes without what there is to know.
void replaced(Told& told)
{
    const auto leave = [](JsonWriter& json) { json.pair("hand_over", "Slutar."); };
    CHECK(told.lacks("sara.lind", told.at("/members/1/end"), leave) == Missing{"S1-72"});
    for (const std::string who : {"jonas.ek", "elin.berg"})
        CHECK(told.lacks(who, told.at("/coordinator"), new_coordinator("amir.haddad", "Allt är sagt.")) == Missing{"404"});
    CHECK(told.lacks("sara.lind", told.at("/coordinator"), new_coordinator("amir.haddad", "")) ==
          Missing{"field hand_over"});
    if (!told.profile.coordinator_units.empty()) {  // as in Stockholm: elsewhere is possible, and asks for a reason (S4-19)
        CHECK(told.profile.name == "stockholm-2012");
        told.says_why_from_another_unit(false);
        CHECK(told.lacks("sara.lind", told.at("/coordinator"), new_coordinator("amir.haddad", "Allt är sagt.")) ==
              Missing{"field other_unit_reason"});
        told.says_why_from_another_unit(true);
    }
    // A coordinator of an agency that the consent does not name needs a consent first.
    CHECK(told.lacks("sara.lind", told.at("/coordinator"), new_coordinator("mia.holm", "Allt är sagt.")) ==
          Missing{"S0-13", "S0-54"});
    told.all_get(404, told.at(), {"mia.holm", "amir.haddad"});

    told.does("sara.lind", told.at("/coordinator"),
              new_coordinator("amir.haddad", "Skolan är sen med studieplanen. Ring mamman på kvällar."));
    CHECK(told.says("elin.berg", told.at("/members"),
                    "\"name\":\"Amir Haddad\",\"agency\":\"socialtjansten\",\"function\":\"coordinator\""));
    CHECK_FALSE(told.says("elin.berg", told.at("/members"), "Sara Lind"));
    told.all_get(200, told.at("/plan"), {"sara.lind", "amir.haddad"});  // Sara has the case itself still
    CHECK(told.status("amir.haddad", "/api/v1/cases/F-1/nomination") == 200);
    // The case goes to a colleague in the same hour, and access with it.
    told.does("karin.ostberg", told.at("/officer"),
              [](JsonWriter& json) { json.pair("person", "amir.haddad").pair("reason", "Sara slutar."); });
    for (const std::string rest : {"", "/plan", "/consent", "/members", "/gates", "/file"}) {
        told.all_get(404, told.at(rest), {"sara.lind"});
        told.all_get(200, told.at(rest), {"amir.haddad"});
    }
}

/// The consent names agencies and functions, so it survives; the others notice a new name and nothing else.
void goes_on(Told& told)
{
    CHECK(told.state("amir.haddad") == "active");
    told.all_get(200, told.at("/plan"), others);
    CHECK(told.says("amir.haddad", told.at("/consent"), "\"state\":\"valid\""));
    // What was to be done moves to who comes: nothing of it is left with who went.
    CHECK(told.due("amir.haddad", tell_youth) == told.by(add_days(told.today(), told.profile.acceptance_days)));
    CHECK(told.due("amir.haddad", "Håll möte 1") == told.by(2026y / 10 / 6));
    CHECK(told.due("amir.haddad", lift) == told.by(2026y / 9 / 28));  // days late from the day that was promised
    for (const auto& words : {tell_youth, std::string("Håll möte 1"), lift})
        CHECK_MESSAGE(told.due("sara.lind", words).empty(), words);
    CHECK(told.lacks("amir.haddad", told.at("/youth-told"), [](JsonWriter& json) { json.pair("told_on", "2026-09-28"); }) ==
          Missing{"field told_on"});
    told.does("amir.haddad", told.at("/youth-told"), [&](JsonWriter& json) { json.pair("told_on", told.today()); });
    CHECK(told.due("amir.haddad", tell_youth).empty());

    // The new one lifts what is late, a step at a time.
    const auto to_level = [](const char* level) {
        return [level](JsonWriter& json) {
            json.pair("what", "late-2").pair("level", level).pair("reason", "Studieplanen är inte gjord.");
        };
    };
    CHECK(told.lacks("sara.lind", told.at("/escalations"), to_level("1")) == Missing{"404"});
    CHECK(told.lacks("amir.haddad", told.at("/escalations"), to_level("2")) == Missing{"S1-37"});
    told.does("amir.haddad", told.at("/escalations"), to_level("1"));
    CHECK(told.says("hanna.rektor", "/api/v1/escalations", "\"commitment\":2"));
    CHECK(told.says("lars.polischef", "/api/v1/escalations", "\"escalations\":[]"));
}

/// The meeting that Sara called is held by Amir, who was not called: he comes for her agency.
void meeting_held(Told& told)
{
    told.on(2026y / 10 / 6, 14);
    const auto meeting = told.at("/meetings/1");
    for (int line = 1; line <= 7; ++line)
        told.does("amir.haddad", meeting + "/attendance/" + std::to_string(line), [&](JsonWriter& json) {
            const bool of_sara = told.says("amir.haddad", meeting, "\"line\":" + std::to_string(line) + ",\"member\":1,");
            json.pair("presence", of_sara ? "substitute" : "present").pair("seq_seen", 0);
            if (of_sara) json.pair("substitute_name", "Amir Haddad").pair("substitute_function", "case_officer");
        });
    const auto passed_over = told.lacks("amir.haddad", meeting + "/follow-up/2", [](JsonWriter& json) {
        json.pair("status", "ongoing").pair("text", "Går framåt.").pair("seq_seen", 0);
    });
    // A page says it at the field that makes it good.
    CHECK(passed_over == Missing{told.means == Means::pages ? "field new_last_day" : "S1-06"});
    for (const std::string commitment : {"1", "2", "3"})
        told.does("amir.haddad", meeting + "/follow-up/" + commitment, [&](JsonWriter& json) {
            json.pair("status", "ongoing").pair("text", "Går framåt.").pair("seq_seen", 0);
            if (commitment == "2") json.pair("new_last_day", "2026-10-20");  // what is late gets another day, or goes
        });
    told.does("amir.haddad", meeting + "/minutes", [](JsonWriter& json) {
        json.pair("who_may_hear", "Alla hör allt.")
            .pair("consent_checked", true)
            .pair("police_role_told", true)
            .pair("text", "Amir håller i gruppen.");
        json.pair("youth_opinion", "Okej.").pair("closure_question", "continue").pair("seq_seen", 0);
    });
    told.does("amir.haddad", told.at("/meetings"), [](JsonWriter& json) {
        json.pair("kind", "individual").pair("day", "2026-11-03").pair("clock", "13:00").pair("length_minutes", 60);
        json.pair("form", "in_person").pair("place", "Kulturhuset, rum 2");
        lots::test::write_texts(json, "signatories", {"1", "2", "3"});
        lots::test::write_texts(json, "members", {"2", "3", "4", "5"});
        lots::test::write_texts(json, "call_how", {"in_lots"});
    });
    told.does("amir.haddad", meeting + "/lock", [](JsonWriter&) {});
    CHECK(told.says("amir.haddad", meeting, "\"counts_as_individual\":true"));
    for (const std::string who : {"jonas.ek", "elin.berg", "sam"})
        CHECK_MESSAGE(told.says(who, meeting, "Amir håller i gruppen."), who);
}

/// From the day after the last one Sara is nobody here: her sign-in leads nowhere.
void gone(Told& told)
{
    told.leaves("sara.lind");
    told.on(2026y / 10 / 7);
    CHECK_THROWS(told.status("sara.lind", told.at()));
    told.all_get(200, told.at("/plan"), {"amir.haddad", "jonas.ek", "elin.berg", "ali.nouri", "sam"});
}

}  // namespace

TEST_CASE(
    "story (k): edge-4.26, S1-72 The coordinator leaves in the middle: never none and never two, and the group goes on")
{
    under_each_profile(monday(), [](Told& told) {
        told.running(lots::test::sam());
        told.tale.call(told.number, 2026y / 10 / 6, 13);
        deputised(told);
        replaced(told);
        goes_on(told);
        meeting_held(told);
        gone(told);
    });
}
