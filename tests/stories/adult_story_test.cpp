#include <doctest/doctest.h>

#include "stories/told.h"

// Somebody of 18 who wants to leave a gang: nobody is named before the own consent, whoever proposes.
using namespace lots;
using form::JsonWriter;
using lots::test::Means;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

const app::TaleYouth max{"Max", "Vikström", "", 2008y / 3 / 2, {{"youth", "Max Vikström", ""}}};

struct Proposal {
    std::string agency_kind, ground, consent_way = {};
    Date consent_last_day = {};
};

app::Tale::Write about_max(Told& told, const Proposal& proposal)
{
    return [&told, proposal](JsonWriter& json) {
        json.pair("given_name", max.given_name).pair("family_name", max.family_name).pair("born", max.born);
        json.pair("legal_ground", proposal.ground).pair("noticed_on", told.today()).pair("considered_for_sig", true);
        lots::test::write_texts(json, "reasons", {"leaves_network"});
        if (proposal.agency_kind == "police") {
            json.pair("registry_number", "A-2026-2001").pair("police_matter_code", "604");
            if (proposal.ground == "lul6_notification") json.pair("lul_reference", "LUL 14/26");
        }
        json.pair("reason", "Vill lämna gänget och har sagt det flera gånger.").pair("why_sig", "Flera behöver hjälpas åt.");
        json.pair("weighing", "Risken är stor, men viljan är tydlig.")
            .pair("origin", "none")
            .pair("known_before", "unknown");
        json.pair("feedback_asked", false);
        if (proposal.consent_way.empty()) return;
        json.pair("consent_given_on", add_days(told.today(), -3)).pair("consent_last_day", proposal.consent_last_day);
        json.pair("consent_way", proposal.consent_way).pair("consent_kept_at", "Pärm 4");
    };
}

/// Whatever the ground is called, the name goes nowhere without the person's own written consent that still holds.
void first_refused(Told& told, const std::string& who, const std::string& kind)
{
    const auto lacks = [&](const Proposal& proposal) {
        return told.lacks(who, "/api/v1/nominations", about_max(told, proposal));
    };
    // A page may know the age by then, and not offer what nobody of that age is proposed on.
    const auto rule_or_no_choice = [&](const Proposal& proposal) {
        const auto missing = lacks(proposal);
        return missing == Missing{"S0-46"} || (told.means == Means::pages && missing == Missing{"field legal_ground"});
    };
    CHECK(rule_or_no_choice({kind, "concern_notice"}));
    if (kind == "police")
        CHECK(rule_or_no_choice({kind, "lul6_notification"}));
    else
        CHECK(lacks({kind, "lul6_notification"}) == Missing{"field legal_ground"});
    CHECK(lacks({kind, "own_knowledge"}) == Missing{"field legal_ground"});
    CHECK(lacks({kind, "osl_10_15a"}) == Missing{"field legal_ground"});  // no jurist has said so (S0-50)
    CHECK(lacks({kind, "adult_consent"}) == Missing{"S0-48"});
    CHECK(lacks({kind, "adult_consent", "paper", add_days(told.today(), -1)}) == Missing{"S0-48"});
    CHECK(lacks({kind, "adult_consent", "oral", add_days(told.today(), 30)}) == Missing{"field consent_way"});
    CHECK(told.says(who, "/api/v1/nominations", "\"nominations\":[]"));
    CHECK(told.due("sara.lind", "Ta upp förslaget").empty());
    told.number = "F-1";
    told.all_get(404, told.at("/nomination"), {"sara.lind", "karin.ostberg", "jonas.ek", "elin.berg"});
    // What can be done at once: a telephone number, and nobody is named to anybody (S0-49).
    told.does(who, "/api/v1/referrals", [](JsonWriter& json) { json.pair("way", "slip"); });
    CHECK(told.says(who, "/api/v1/referrals", "\"referrals_this_year\":1"));
    CHECK(told.says(who, "/api/v1/referrals", "\"consent_text\":\""));
}

/// A week later Max has signed.
void then_by_consent(Told& told, const std::string& who, const std::string& kind)
{
    told.on(2026y / 9 / 14);
    const auto answer =
        told.does(who, "/api/v1/nominations", about_max(told, {kind, "adult_consent", "paper", add_days(told.today(), 30)}));
    CHECK(answer.find("\"nomination\":\"F-1\"") != std::string::npos);
    const auto nomination = told.at("/nomination");
    CHECK(told.due("sara.lind", "Ta upp förslaget") == told.by(add_days(told.today(), 14)));
    CHECK(told.says("sara.lind", nomination, "\"way\":\"paper\",\"kept_at\":\"Pärm 4\""));
    CHECK(told.says(who, nomination, "\"legal_ground\":\"adult_consent\""));
    CHECK_FALSE(told.says(who, nomination, "referral_consent"));
    for (const std::string other : {"jonas.ek", "elin.berg", "petra.dahl", "omar.farah", "mia.holm"})
        if (other != who) CHECK_MESSAGE(told.status(other, nomination) == 404, other);

    // Who proposed is told nothing more: no notice was made, so the law asks for no answer to one (SoL 19:6).
    told.retell("/review", {{"childs_view", ""}, {"best_interests", ""}, {"notice_number", ""}});
    told.offered("F-1", {{"category", "\"exit_seeker\""}, {"childs_view", ""}, {"best_interests", ""}}, false);
    CHECK(told.lacks("sara.lind", told.at("/nomination-feedback"), [&](JsonWriter& json) {
        json.pair("decided_on", told.today()).pair("told", "opened").pair("way", "phone").pair("given_on", told.today());
    }) == Missing{"S1-73"});
    CHECK(told.due("sara.lind", "Berätta för den som anmälde").empty());
    CHECK(told.status(who, told.at()) == 404);
    CHECK(told.read(who, "/api/v1/cases/F-1/nomination").find(told.number) == std::string::npos);
}

/// An adult signs alone, and the guardians have no part in it.
void in_a_group(Told& told)
{
    told.about_an_adult();
    told.tale.ask(told.number, max);
    CHECK(told.lacks("sara.lind", told.at("/signatories"), [&](JsonWriter& json) {
        json.pair("role", "guardian")
            .pair("name", "Ulla Vikström")
            .pair("protected_identity", "none")
            .pair("language", "svenska");
        json.pair("custody_source", "population_register").pair("custody_checked_on", told.today());
    }) == Missing{"404"});
    told.tale.sign(told.number, 1);
    CHECK(told.state() == "forming");
    CHECK(told.due("sara.lind", "Kalla till första mötet") ==
          told.by(add_days(told.today(), told.profile.first_meeting_days)));
    told.tale.form_group(told.number);
    told.tale.make_plan(told.number);
    CHECK(told.state() == "active");
    told.all_get(200, told.at("/plan"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri"});
    told.all_get(404, told.at("/plan"),
                 {"amir.haddad", "petra.dahl", "omar.farah", "nina.bup", "mia.holm", "eva.ternstrom"});
    // The referral consent opened the way in and nothing else (S0-48): the group stands on a consent of its own.
    CHECK_FALSE(told.says("sara.lind", told.at("/consent"), "Pärm 4"));
    CHECK(told.says("sara.lind", told.at("/consent"), "\"must_sign\":true"));
}

}  // namespace

TEST_CASE("story (b): S0-46, S0-48, S0-49 Somebody of 18 wants out: the police are first refused, then propose by consent")
{
    under_each_profile(monday(), [](Told& told) {
        first_refused(told, "jonas.ek", "police");
        then_by_consent(told, "jonas.ek", "police");
        in_a_group(told);
    });
}

TEST_CASE("story (b): settled-8, settled-27 The same proposed by a school: the same gate, without what only the police ask")
{
    under_each_profile(monday(), [](Told& told) {
        first_refused(told, "elin.berg", "school");
        CHECK(told.lacks("elin.berg", "/api/v1/nominations", [&](JsonWriter& json) {
            about_max(told, {"school", "adult_consent", "paper", add_days(told.today(), 30)})(json);
            json.pair("debut_age", 14);
        }) == Missing{"field debut_age"});
        then_by_consent(told, "elin.berg", "school");
        in_a_group(told);
    });
}
