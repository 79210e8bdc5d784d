#include <doctest/doctest.h>

#include "stories/told.h"

// What becomes of a case when the consent is not the simple one: told by programs, over the API.
using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;

namespace {

/// Of 14, younger than those whom one of the profiles turns to.
app::TaleYouth young_sam()
{
    auto sam = lots::test::sam();
    sam.personal_number.clear();
    sam.born = 2012y / 3 / 8;
    return sam;
}

app::Tale::Write answer_of(Told& told, const char* answer)
{
    return [&told, answer](JsonWriter& json) {
        json.pair("answer", answer).pair("signed_on", told.today());
        if (std::string_view(answer) == "excludes_agency") json.pair("excluded_agency", "region");
    };
}

app::Tale::Write a_form(Told& told, Date last_day)
{
    return [&told, last_day](JsonWriter& json) {
        json.pair("valid_from", told.today()).pair("last_day", last_day);
        json.pair("purpose", "Att ni får tala med varandra.").pair("information_kinds", "Skola och hälsa.");
        json.pair("not_shared", "Journaler.").pair("circumstances_source", "population_register");
        json.pair("circumstances_checked_on", told.today()).pair("list_complete", true).pair("lives_here", true);
    };
}

app::Tale::Write concerned(const std::vector<std::string>& codes)
{
    return [codes](JsonWriter& json) {
        lots::test::write_texts(json, "concerned", codes);
        json.pair("not_concerned_reason", "Ingen kontakt i dag.");
    };
}

const std::vector<std::string> group{"sara.lind", "jonas.ek", "elin.berg", "ali.nouri"};
const std::vector<std::string> outside{"amir.haddad", "petra.dahl", "omar.farah", "nina.bup", "mia.holm"};

}  // namespace

TEST_CASE("story (a): S0-22, edge-4.2 One guardian says no: the way to a group ends, and the other lawful ways are shown")
{
    under_each_profile(monday(), [](Told& told) {
        const auto youth = young_sam();
        const auto nomination = told.tale.propose(youth);
        // The ages that the municipality turns to ask for a reason, and for no more.
        const bool too_young = told.profile.youngest_years > 14;
        CHECK(too_young == (told.profile.name == "stockholm-2012"));
        if (too_young) {
            told.number = nomination;
            told.tale.take_up(nomination);
            told.tale.add_source(nomination);
            CHECK(told.lacks("sara.lind", told.at("/offer-decision"), [](JsonWriter& json) {
                json.pair("outcome", "offer")
                    .pair("category", "at_risk")
                    .pair("crime_ground", "suspected")
                    .pair("room_for_more", true);
                json.pair("mode", "cooperation_form").pair("ground", "sol");
                app::write_decision(json, "Ungdomen erbjuds en social insatsgrupp.");
            }) == Missing{"field outside_age_band_reason"});
            told.retell("/offer-decision", {{"outside_age_band_reason", "\"Samma umgänge som de äldre.\""}});
            told.number = told.tale.offer(nomination);
        } else
            told.offered(nomination);

        told.tale.ask(told.number, youth);
        CHECK(told.state() == "consent_pending");
        // Nobody asks for longer than the municipality allows.
        CHECK(told.lacks("sara.lind", told.at("/consents"),
                         a_form(told, add_months(told.today(), told.profile.consent_months_longest))) ==
              Missing{"settled-12"});
        told.tale.sign(told.number, 1);
        told.tale.sign(told.number, 2);
        CHECK(told.says("sara.lind", told.at("/consent"), "\"other_paths\":[]"));
        // Each of the family sees the own answer, and nothing of the others' (settled 6).
        CHECK(told.says("lena.karlberg", told.at("/consent"), "\"answer\":\"yes\""));
        CHECK_FALSE(told.says("lena.karlberg", told.at("/consent"), "Nils"));
        CHECK(told.read("lena.karlberg", told.at("/consent")).find("\"signatory\":1") == std::string::npos);

        told.does("sara.lind", told.at("/signatories/3/answers"), answer_of(told, "no"));
        CHECK(told.state() == "consent_refused");
        for (const std::string law : {"sol-11-1", "fb-6-13a", "sol-21-1", "sol-19-1"}) {
            CAPTURE(law);
            CHECK(told.says("sara.lind", told.at("/consent"), "\"reference\":\"" + law + "\""));
        }
        CHECK(told.says("sara.lind", told.at("/consent"), "consent.path.ask_again"));
        // None of them opens a room: nobody else is told anything, the asking is over, and there is no group to form.
        for (const std::string rest : {"", "/plan", "/members", "/consent", "/gates"}) {
            told.all_get(404, told.at(rest), {"jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"});
            told.all_get(404, told.at(rest), outside);
        }
        CHECK(told.lacks("sara.lind", told.at("/signatories/3/answers"), answer_of(told, "yes")) == Missing{"404"});
        CHECK(told.lacks("sara.lind", told.at("/coordinator"), [](JsonWriter& json) {
            json.pair("person", "sara.lind").pair("reason", "Har lett samtalen.");
        }) == Missing{"404"});
        CHECK(told.due("sara.lind", "Prata med alla som ska tillfrågas om samtycke").empty());
        CHECK(told.due("sara.lind", "Kalla till första mötet").empty());
        // The police have their own proposal, which reads as it did, and not what became of it.
        const auto own = told.read("jonas.ek", "/api/v1/cases/" + nomination + "/nomination");
        CHECK(own.find("\"legal_ground\":\"concern_notice\"") != std::string::npos);
        CHECK(own.find(told.number) == std::string::npos);
        CHECK_FALSE(own.find("kept_until") != std::string::npos);
        // Who was not given a group is kept until a day of the profile, and may be proposed anew.
        CHECK(told.says("sara.lind", told.at("/nomination"),
                        "\"last_day\":\"" + iso(add_months(told.today(), told.profile.keep_declined_months)) + "\""));
        CHECK(told.tale.propose(youth) == "F-2");
    });
}

TEST_CASE("story (e): settled-5, S0-16 A new agency is needed and refused: the work goes on with the old consent until "
          "social services decide")
{
    under_each_profile(monday(), [](Told& told) {
        told.running(lots::test::robin());
        told.on(2026y / 9 / 14);
        told.does("sara.lind", told.at("/concerned-agencies"),
                  concerned({"socialtjansten", "polisen", "bjorkskolan", "fritid", "region"}));
        // The case goes on, and the new agency sees nothing and cannot be let in.
        CHECK(told.state() == "active");
        told.all_get(200, told.at("/plan"), group);
        told.all_get(404, told.at(), outside);
        const auto let_in = [](JsonWriter& json) {
            json.pair("person", "nina.bup")
                .pair("function", "health_contact")
                .pair("knows_youth", false)
                .pair("reason", "Behövs för sömnen.");
        };
        CHECK(told.lacks("sara.lind", told.at("/members"), let_in) == Missing{"S0-13"});

        told.on(2026y / 9 / 15);
        told.does("sara.lind", told.at("/consents"),
                  a_form(told, add_months(told.today(), told.profile.consent_months_usual)));
        told.tale.talk(told.number, 1);
        told.tale.sign(told.number, 1);
        CHECK(told.state() == "active");
        CHECK(told.due("sara.lind", "Besluta om insatsgruppen: någon har sagt nej till en berörd myndighet").empty());
        told.does("sara.lind", told.at("/signatories/2/answers"), answer_of(told, "excludes_agency"));
        CHECK(told.state() == "closure_review");
        CHECK(told.due("sara.lind", "Besluta om insatsgruppen: någon har sagt nej till en berörd myndighet") ==
              told.by(add_days(told.today(), told.profile.decide_after_withdrawal_days)));
        // What was said yes to holds: the group reads, and who was refused does not. Why it is looked at is social services'
        // (settled 18).
        told.all_get(200, told.at("/plan"), group);
        told.all_get(404, told.at(), outside);
        told.all_get(404, told.at("/consent"), {"jonas.ek", "elin.berg", "ali.nouri"});
        CHECK(told.says("sara.lind", told.at("/consent"), "consent.path.usual"));
        CHECK(told.lacks("sara.lind", told.at("/members"), let_in) == Missing{"S0-13"});
        CHECK(told.lacks("elin.berg", told.at("/continuation"),
                         [](JsonWriter& json) { app::write_decision(json, "Gruppen fortsätter."); }) == Missing{"404"});

        // Social services judge that it can do without: the group goes on as before.
        told.does("sara.lind", told.at("/concerned-agencies"),
                  concerned({"socialtjansten", "polisen", "bjorkskolan", "fritid"}));
        told.does("sara.lind", told.at("/continuation"),
                  [](JsonWriter& json) { app::write_decision(json, "Gruppen fortsätter."); });
        CHECK(told.state() == "active");
        CHECK(told.due("sara.lind", "Besluta om insatsgruppen: någon har sagt nej till en berörd myndighet").empty());
        told.all_get(200, told.at("/plan"), group);
        told.all_get(404, told.at(), outside);
    });
}

namespace {

constexpr auto birthday_of_sam = 2028y / 1 / 4;
constexpr auto a_jurist =
    R"("adult_signs_ahead": {"jurist": "A. Alm", "reference": "KS 2026/14", "decided_on": "2026-10-02"})";

/// A group that has begun to plan, nine weeks before Sam turns 18.
void until_the_birthday(Told& told)
{
    told.offered(told.tale.propose(lots::test::sam()));
    told.tale.ask(told.number, lots::test::sam());
    for (int line = 1; line <= 3; ++line) told.tale.sign(told.number, line);
    told.tale.form_group(told.number);
    told.all_get(200, told.at("/members"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"});
    told.on(add_days(birthday_of_sam, -1), 23);
    told.all_get(200, told.at("/members"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam", "lena.karlberg"});
}

}  // namespace

TEST_CASE("story (d): settled-3, edge-4.1 The 18th birthday: strict by default, sharing stops at midnight until the adult's "
          "own consent")
{
    under_each_profile(at_local(2027y / 11 / 1, 9, 0), [](Told& told) {
        until_the_birthday(told);
        told.on(birthday_of_sam, 0);
        CHECK(told.state() == "suspended");
        told.all_get(404, told.at("/members"), {"jonas.ek", "elin.berg", "ali.nouri", "lena.karlberg"});
        told.all_get(200, told.at("/members"), {"sara.lind", "sam"});
        CHECK(told.state("elin.berg") == "suspended");  // that it rests, and no more
        CHECK(told.state("lena.karlberg") == "404");    // the mother is no guardian of an adult
        CHECK(told.due("sara.lind", "Besluta om ärendet efter att samtycket har upphört") ==
              told.by(add_days(told.today(), told.profile.decide_after_withdrawal_days)));

        // Nobody but the adult can open it again, and nobody resumes it before that.
        told.on(add_days(birthday_of_sam, 2));
        told.about_an_adult();
        const auto resume = [](JsonWriter& json) {
            json.pair("what", "Gruppen fortsätter.")
                .pair("why", "Vill själv.")
                .pair("how", "Samtal.")
                .pair("who", "Sara Lind")
                .pair("delegation", "2.4");
        };
        CHECK(told.lacks("sara.lind", told.at("/resumption"), resume).contains("S0-22"));
        told.does("sara.lind", told.at("/signatories/1/conversations"), [&](JsonWriter& json) {
            json.pair("held_on", told.today())
                .pair("way", "meeting")
                .pair("told_purpose", true)
                .pair("told_withdrawal", true);
            json.pair("told_police_duty", true).pair("note", "Vill fortsätta.");
            lots::test::write_texts(json, "about", {"adulthood"});
        });
        told.does("sara.lind", told.at("/consents"),
                  a_form(told, add_months(told.today(), told.profile.consent_months_usual)));
        CHECK(told.lacks("sara.lind", told.at("/signatories/2/answers"), answer_of(told, "yes")) == Missing{"404"});
        told.tale.sign(told.number, 1);
        CHECK(told.state() == "suspended");  // a decision of social services', not by itself
        CHECK_FALSE(told.due("sara.lind", "Besluta om ärendet ska återupptas: samtycket gäller igen").empty());
        told.all_get(404, told.at("/members"), {"jonas.ek", "elin.berg"});
        told.does("sara.lind", told.at("/resumption"), resume);
        CHECK(told.state() == "planning");
        told.all_get(200, told.at("/members"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam"});
        told.all_get(404, told.at("/members"), {"lena.karlberg"});
    });
}

TEST_CASE("story (d): settled-3, edge-4.1 The 18th birthday where a jurist has decided so: what the young person signed for "
          "that time too goes on")
{
    under_each_profile(
        at_local(2027y / 11 / 1, 9, 0),
        [](Told& told) {
            told.retell("/signatories/1/answers", {{"as_adult", "true"}});
            until_the_birthday(told);
            told.on(birthday_of_sam, 0);
            CHECK(told.state() == "planning");
            told.all_get(200, told.at("/members"), {"sara.lind", "jonas.ek", "elin.berg", "ali.nouri", "sam"});
            told.all_get(404, told.at(), {"lena.karlberg"});  // the guardians are out all the same
            CHECK(told.due("sara.lind", "Besluta om ärendet efter att samtycket har upphört").empty());
        },
        a_jurist);
    // Without the jurist's decision nobody signs ahead.
    under_each_profile(at_local(2027y / 11 / 1, 9, 0), [](Told& told) {
        told.offered(told.tale.propose(lots::test::sam()));
        told.tale.ask(told.number, lots::test::sam());
        CHECK(told.lacks("sara.lind", told.at("/signatories/1/answers"), [&](JsonWriter& json) {
            json.pair("answer", "yes").pair("signed_on", told.today()).pair("as_adult", true);
        }) == Missing{"field as_adult"});
    });
}
