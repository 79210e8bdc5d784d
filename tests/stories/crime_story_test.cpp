#include <doctest/doctest.h>

#include "stories/told.h"

// The crimes go on. The group may not roll on as if that were accepted: somebody has to decide.
using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

const std::vector<std::string> members{"jonas.ek", "elin.berg", "ali.nouri"};
const std::string raise = "Ta upp frågan om avslut efter ny misstanke om brott";
const std::string answer = "Besluta om insatsgruppen ska fortsätta eller avslutas";
const std::string decide = "Besluta om insatsgruppen ska fortsätta";

app::Tale::Write a_decision(const char* what)
{
    return [what](JsonWriter& json) { app::write_decision(json, what); };
}

app::Tale::Write suspicion(Told& told)
{
    return [&told](JsonWriter& json) {
        json.pair("officer", "2").pair("told_on", told.today()).pair("text", "Misstänks för rån.");
    };
}

/// The police tell what they may, and are asked to raise what it means.
void told_of_a_new_crime(Told& told)
{
    told.on(2026y / 9 / 14);
    CHECK(told.lacks("elin.berg", told.at("/suspicions"), suspicion(told)) == Missing{"S0-27"});
    told.does("jonas.ek", told.at("/suspicions"), suspicion(told));
    told.all_get(200, told.at("/suspicions"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam"});
    CHECK(told.says("elin.berg", told.at("/suspicions"), "Misstänks för rån."));
    CHECK(told.says("sam", told.at("/suspicions"), "Misstänks för rån."));
    // A guardian gets it when somebody has released it, with a reason (settled 21).
    CHECK_FALSE(told.says("lena.karlberg", told.at("/suspicions"), "Misstänks för rån."));
    told.does("sara.lind", told.at("/suspicions/1/release"), [](JsonWriter& json) {
        json.pair("signatory", "2").pair("reason", "Mamman behöver veta för att kunna hjälpa till.");
    });
    CHECK(told.says("lena.karlberg", told.at("/suspicions"), "Misstänks för rån."));
    told.all_get(404, told.at("/suspicions"), {"amir.haddad", "petra.dahl", "omar.farah", "nina.bup", "mia.holm"});
    CHECK(told.due("jonas.ek", raise) == told.by(add_days(told.today(), 7)));
    CHECK(told.due("elin.berg", raise).empty());
}

/// Social services answer, and nobody else: this time it goes on.
void raised_and_continued(Told& told)
{
    told.on(2026y / 9 / 16);
    const auto question = [](JsonWriter& json) {
        json.pair("ground", "continued_crime").pair("facts", "Nytt rån trots planen.");
    };
    CHECK(told.lacks("amir.haddad", told.at("/closure-question"), question) == Missing{"404"});
    told.does("jonas.ek", told.at("/closure-question"), question);
    CHECK(told.state() == "closure_review");
    CHECK(told.due("jonas.ek", raise).empty());
    CHECK(told.due("sara.lind", answer) == told.by(add_days(told.today(), told.profile.decide_days)));
    told.all_get(200, told.at("/plan"), members);  // the consent holds, so the group reads on
    for (const auto& who : members) {
        CAPTURE(who);
        CHECK(told.lacks(who, told.at("/closure"), a_decision("Avslutas.")) == Missing{"404"});
        CHECK(told.lacks(who, told.at("/continuation"), a_decision("Fortsätter.")) == Missing{"404"});
    }
    // Late, it is still there.
    told.on(2026y / 9 / 25);
    CHECK(told.due("sara.lind", answer) == told.by(add_days(Date{2026y / 9 / 16}, told.profile.decide_days)));
    CHECK(told.lacks("sara.lind", told.at("/continuation"), [](JsonWriter& json) {
        json.pair("what", "Gruppen fortsätter.")
            .pair("why", "Skäl")
            .pair("how", "Möte")
            .pair("who", "Sara Lind")
            .pair("delegation", "2.4");
    }) == Missing{"field best_interests", "field childs_view"});
    told.does("sara.lind", told.at("/continuation"), a_decision("Gruppen fortsätter i ett halvår."));
    CHECK(told.state() == "active");
    CHECK(told.due("sara.lind", answer).empty());
}

/// Half a year later nobody has decided anew: neither the plan nor the consent can be renewed before somebody does.
void half_a_year_without_a_decision(Told& told)
{
    const auto limit = add_months(Date{2026y / 9 / 25}, told.profile.continue_or_close_months);
    told.on(add_days(limit, -25));
    CHECK(told.due("sara.lind", decide) == told.by(limit));
    // The consent is renewed in time, so that only the decision is missing.
    const auto form = [&](JsonWriter& json) {
        json.pair("valid_from", told.today()).pair("last_day", add_months(told.today(), told.profile.consent_months_usual));
        json.pair("purpose", "Att ni får tala med varandra.").pair("information_kinds", "Skola och fritid.");
        json.pair("not_shared", "Journaler.").pair("circumstances_source", "population_register");
        json.pair("circumstances_checked_on", told.today()).pair("list_complete", true).pair("lives_here", true);
    };
    told.does("sara.lind", told.at("/consents"), form);
    for (int line = 1; line <= 3; ++line) {
        told.does("sara.lind", told.at("/signatories/" + std::to_string(line) + "/conversations"), [&](JsonWriter& json) {
            json.pair("held_on", told.today())
                .pair("way", "meeting")
                .pair("told_purpose", true)
                .pair("told_withdrawal", true);
            json.pair("told_police_duty", true).pair("note", "Om att fortsätta.");
        });
        told.tale.sign(told.number, line);
    }
    told.on(next_day(limit));
    CHECK(told.due("sara.lind", decide) == told.by(limit));
    CHECK(told.state() == "active");
    told.all_get(200, told.at("/plan"), members);
    CHECK(told.lacks("sara.lind", told.at("/consents"), form) == Missing{"S1-61"});
    told.does("sara.lind", told.at("/commitments"), [&](JsonWriter& json) {
        json.pair("in_goal", "1")
            .pair("measure", "Läxhjälp")
            .pair("promised_by", "member-3")
            .pair("done_by", add_days(told.today(), 30));
        json.pair("documented_how", "Anteckning.").pair("plain_words", "Läxhjälp på torsdagar.").pair("order_number", 4);
    });
    const auto again = [](JsonWriter& json) {
        app::write_decision(json, "Ny plan.");
        json.pair("change_reason", "Läxhjälp");
    };
    CHECK(told.lacks("sara.lind", told.at("/plan/decision"), again) == Missing{"S1-61"});
}

/// This time it is closed, with what each promise and goal became.
void closed(Told& told)
{
    const auto end = [](JsonWriter& json) {
        json.pair("reason", "continued_crime").pair("ground", "Brotten fortsätter.").pair("informed", "Alla, vid samtal.");
        app::write_decision(json, "Insatsgruppen avslutas.");
    };
    CHECK(told.lacks("sara.lind", told.at("/closure"), end) == Missing{"S1-62", "S3-10"});
    for (const std::string goal : {"1", "2"})
        told.does("sara.lind", told.at("/goals/" + goal + "/result"), [](JsonWriter& json) {
            json.pair("result", "not_reached").pair("text", "Brotten har fortsatt.").pair("seq_seen", 0);
        });
    CHECK(told.lacks("sara.lind", told.at("/closure"), end) == Missing{"S1-62"});
    for (const std::string commitment : {"2", "3"})
        told.does("sara.lind", told.at("/commitments/" + commitment + "/hand-over"), [&](JsonWriter& json) {
            json.pair("agency", commitment == "2" ? "bjorkskolan" : "polisen").pair("accepted_on", told.today());
            json.pair("note", "I det vanliga arbetet.").pair("seq_seen", 0);
        });
    const auto missing = told.lacks("sara.lind", told.at("/commitments/1/hand-over"), [&](JsonWriter& json) {
        json.pair("agency", "bjorkskolan").pair("accepted_on", told.today()).pair("note", "Går vidare.").pair("seq_seen", 0);
    });
    CHECK(missing == Missing{"settled-30"});  // the young person's own is nobody's to take over
    // What was added and never decided binds nobody, and goes before the end.
    told.does("sara.lind", told.at("/commitments/4/removal"), [](JsonWriter& json) { json.pair("seq_seen", 1); });
    told.does("sara.lind", told.at("/closure"), end);
    CHECK(told.state() == "closed");
    for (const auto& words : {answer, decide, std::string("Kalla till nästa möte")})
        CHECK(told.due("sara.lind", words).empty());
    for (const auto& who : members) {
        CAPTURE(who);
        CHECK(told.state(who) == "closed");
        CHECK(told.status(who, told.at("/plan")) == 404);
        CHECK(told.status(who, told.at("/suspicions")) == 404);
        CHECK_FALSE(told.says(who, told.at("/closure"), "Brotten fortsätter."));  // that it ended, and not why
    }
    CHECK(told.says("sam", told.at("/closure"), "\"closed_on\""));
    CHECK(told.says("sara.lind", told.at("/closure"), "\"reason\":\"continued_crime\""));
}

}  // namespace

TEST_CASE("story (g): S1-60, S1-61, S0-27 Unchanged crime: the police raise it, and social services have to decide whether "
          "the group goes on or ends")
{
    under_each_profile(monday(), [](Told& told) {
        told.running(lots::test::sam());
        told_of_a_new_crime(told);
        raised_and_continued(told);
        half_a_year_without_a_decision(told);
        closed(told);
    });
}
