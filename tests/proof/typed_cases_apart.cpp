#include "proof/typed_cases.h"

#include <doctest/doctest.h>

#include <vector>

#include "proof/caller.h"
#include "proof/inside.h"

// The commands that most cases have no use for, each in a case that has.
namespace lots::test {

using form::JsonWriter;

namespace {

const std::vector<app::TaleSignatory> three{{"youth", "Robin", ""}, {"guardian", "Siv", ""}, {"guardian", "Ove", ""}};

}  // namespace

void TypedCases::withdrawn_and_resumed()
{
    const app::TaleYouth kim{"Kim", "Öberg", "201001082393", 2010y / 1 / 8, three};
    const auto number = offered(kim);
    tale_.ask(number, kim);
    for (int line = 1; line <= 3; ++line) tale_.sign(number, line);
    tale_.withdraw(number, 2);
    tale_.at(add_days(tale_.today(), 1), 9);
    for (int line = 1; line <= 3; ++line) tale_.talk(number, line);
    ask_anew(number);
    for (int line = 1; line <= 3; ++line) tale_.sign(number, line);
    post(number, "/resumption", [](JsonWriter& json) { app::write_decision(json, ""); });
    post(number, "/signatories/3/end",
         [&](JsonWriter& json) { json.pair("reason", "registered_wrong").pair("ended_on", tale_.today()); });
}

void TypedCases::refused_by_one()
{
    const app::TaleYouth alex{"Alex", "Ek", "", 2010y / 2 / 2, three};
    const auto number = offered(alex);
    tale_.ask(number, alex);
    post(number, "/signatories/2/answers", [&](JsonWriter& json) {
        json.pair("answer", "no")
            .pair("signed_on", tale_.today())
            .pair("signature_seen", false)
            .pair("follow_up_answer", "not_asked");
    });
}

/// A commitment is late and lifted; the police keep their own checklist; the file is kept right; the case ends and begins anew.
void TypedCases::lifted_marked_and_kept()
{
    const app::TaleYouth maja{"Maja", "Ek", "", 2010y / 4 / 4, three};
    const auto number = offered(maja);
    tale_.ask(number, maja);
    for (int line = 1; line <= 3; ++line) tale_.sign(number, line);
    tale_.form_group(number);
    tale_.make_plan(number);
    const auto police = [&](const std::string& rest, const app::Tale::Write& write) { post("jonas.ek", number, rest, write); };
    police("/asp-reminder", [&](JsonWriter& json) {
        json.pair("conditions", "met").pair("assessed_on", tale_.today()).pair("noted_on", tale_.today()).pair("contact", "2");
        json.pair("block_code", "4").pair("seq_seen", 0);
    });
    tale_.at(add_days(tale_.today(), 30), 9);  // the school's commitment was due after 21 days
    post(number, "/escalations", [](JsonWriter& json) { json.pair("what", "late-2").pair("level", "1"); });
    const auto lifted = tale_.hand("hanna.rektor").get("/api/v1/escalations");
    CHECK(lifted.find(R"("commitment":2)") != std::string::npos);
    tale_.post("hanna.rektor", "/api/v1/escalations/answers", [](JsonWriter& json) { json.pair("number", "1"); });
    post(number, "/officer-deputies", [&](JsonWriter& json) {
        json.pair("person", "amir.haddad").pair("from_day", tale_.today()).pair("last_day", add_days(tale_.today(), 5));
    });
    post(number, "/named-readers", [](JsonWriter& json) { json.pair("person", "sara.lind").pair("ends", false); });
    post(number, "/identity", [](JsonWriter& json) { json.pair("born", "2010-04-05"); });
    post("elin.berg", number, "/conflict", [](JsonWriter&) {});
    typist_.spared = {"close_after_death.childs_view", "close_after_death.best_interests"};
    post(number, "/closure-after-death", [](JsonWriter&) {});
    police("/asp-reminder/removal", [&](JsonWriter& json) { json.pair("removed_on", tale_.today()); });
    post(number, "/new-episode", [](JsonWriter&) {});
    post(number, "/officer", [](JsonWriter& json) { json.pair("person", "amir.haddad"); });
    typist_.spared = usual_;
}

/// What most cases have no use for: agencies described, circumstances looked up, a hindrance, talks of others, research taken back.
void TypedCases::asked_with_every_care()
{
    const app::TaleYouth bo{"Bo", "Ek", "", 2010y / 2 / 3, three};
    const auto number = offered(bo);
    tale_.ask(number, bo);
    post(number, "/consent-collection", [&](JsonWriter& json) {
        json.pair("collector", "jonas.ek").pair("approved", true).pair("approved_until", tale_.today());
    });
    post("jonas.ek", number, "/collection/1/conversations", [&](JsonWriter& json) {
        json.pair("held_on", tale_.today()).pair("way", "phone").pair("interpreter_way", "phone");
    });
    post(number, "/concerned-agencies/polisen", [](JsonWriter& json) { json.name("gives").array().value("police").end_array(); });
    post(number, "/circumstances", [&](JsonWriter& json) {
        json.pair("source", "own_statement").pair("checked_on", tale_.today()).pair("list_complete", true).pair("lives_here", "yes");
    });
    post(number, "/signatories/1/information", [&](JsonWriter& json) {
        json.pair("given_on", tale_.today()).pair("given_by", "jonas.ek").pair("way", "on_paper");
    });
    const auto hinder = [&](bool cannot_wait) {
        post(number, "/signatories/3/hindrance", [&](JsonWriter& json) {
            json.pair("reason", "abroad").pair("from_day", tale_.today()).pair("recheck_on", add_days(tale_.today(), 10));
            json.pair("cannot_wait", cannot_wait);
        });
    };
    CHECK_THROWS(hinder(false));  // refused, and must leave no trace
    hinder(true);
    post(number, "/signatories/3/hindrance/end", [](JsonWriter&) {});
    for (int line = 1; line <= 3; ++line) tale_.sign(number, line);
    post(number, "/signatories/1/follow-up-withdrawal",
         [&](JsonWriter& json) { json.pair("way", "phone").pair("came_on", tale_.today()); });
    post(number, "/motivation-contacts",
         [&](JsonWriter& json) { json.pair("signatory", "1").pair("held_on", tale_.today()).pair("way", "phone"); });
    typist_.spared = usual_;
}

/// A notification under the law on young offenders may carry any code; a child younger than the band is offered with a
/// reason.
void TypedCases::told_of_another_age_and_dead()
{
    typist_.spared = {"add_signatory.account", "propose.on_behalf_name", "propose.ground_motive", "propose.ground_manager"};
    const auto nomination =
        text_in(tale_.post("jonas.ek", "/api/v1/nominations",
                           [&](JsonWriter& json) {
                               json.pair("born", "2016-05-05")
                                   .pair("legal_ground", "lul6_notification")
                                   .pair("noticed_on", tale_.today())
                                   .pair("considered_for_sig", true);
                               json.name("reasons").array().value("company").end_array();
                               json.pair("origin", "none").pair("known_before", "unknown").pair("feedback_asked", true);
                           }),
                "nomination");
    tale_.take_up(nomination);
    const auto number = tale_.offer(nomination);
    const auto page = tale_.hand("sara.lind", "social_worker").get("/api/v1/cases/" + number + "/nomination");
    CHECK(page.find("\"police_matter_code\":\"q") != std::string::npos);
    tale_.ask(number, {"", "", "", 2016y / 5 / 5, three});
    typist_.spared.clear();
    // An account that nobody has is refused, and must leave no trace either.
    CHECK_THROWS(post(number, "/signatories", [&](JsonWriter& json) {
        json.pair("role", "guardian")
            .pair("protected_identity", "none")
            .pair("custody_source", "population_register")
            .pair("custody_checked_on", tale_.today());
    }));
    // What a child would have said is not asked after its death: sent all the same, it is refused.
    CHECK_THROWS(post(number, "/closure-after-death", [](JsonWriter&) {}));
    typist_.spared = {"close_after_death.childs_view", "close_after_death.best_interests"};
    post(number, "/closure-after-death", [](JsonWriter&) {});
    typist_.spared = usual_;
}

/// Somebody of 20 with a consent of the own, and on another ground; and a proposal that social services write down and that is taken back.
void TypedCases::of_an_adult_and_for_others(World& world)
{
    const auto propose = [&](const std::string& handle, const char* born, const char* ground, const app::Tale::Write& more) {
        return text_in(tale_.post(handle, "/api/v1/nominations",
                                  [&](JsonWriter& json) {
                                      json.pair("born", born).pair("legal_ground", ground).pair("noticed_on", tale_.today());
                                      json.pair("considered_for_sig", true).pair("feedback_asked", false);
                                      json.name("reasons").array().value("company").end_array();
                                      json.pair("origin", "none").pair("known_before", "unknown");
                                      more(json);
                                  }),
                       "nomination");
    };
    typist_.spared = {"propose.on_behalf_name", "propose.ground_motive", "propose.ground_manager"};
    const auto adult = propose("jonas.ek", "2006-05-05", "adult_consent", [&](JsonWriter& json) {
        json.pair("consent_given_on", tale_.today()).pair("consent_last_day", tale_.today()).pair("consent_way", "paper");
    });
    CHECK(tale_.hand("sara.lind", "social_worker").get("/api/v1/cases/" + adult + "/nomination").find("referral_consent") != std::string::npos);

    typist_.spared = {"propose.police_matter_code", "propose.matter_code_reason", "propose.lul_reference", "propose.ground_motive",
                      "propose.ground_manager"};
    const auto theirs = propose("sara.lind", "2010-05-05", "concern_notice",
                                [](JsonWriter& json) { json.pair("on_behalf_of", "fritid").pair("on_behalf_way", "phone"); });
    tale_.take_up(theirs);
    post(theirs, "/nomination-taken-back", [&](JsonWriter& json) { json.pair("taken_back_on", tale_.today()); });

    typist_.spared = usual_;
    const auto own = tale_.propose({"Ove", "Ek", "", 2010y / 6 / 6, three});
    post("jonas.ek", own, "/nomination/taken-back", [](JsonWriter&) {});

    tamper(world, "municipality",
           "UPDATE municipality SET profile = '{\"osl_10_15a\": {\"jurist\": \"Bo Al\", \"reference\": \"KS 14\", \"decided_on\": "
           "\"2026-01-10\"}}'");
    typist_.spared = {"propose.on_behalf_name"};
    static_cast<void>(propose("jonas.ek", "2006-06-06", "osl_10_15a", [](JsonWriter&) {}));
    typist_.spared = usual_;
}

/// The names of this one are no canaries: a text that holds the name of the young person is refused.
void TypedCases::taken_up_in_the_working_group()
{
    typist_.spared.insert({"propose.given_name", "propose.family_name"});
    const auto number = tale_.propose({"Tyra", "Öst", "", 2010y / 1 / 12, three});
    typist_.spared = usual_;
    tale_.take_up(number);
    post(number, "/school", [](JsonWriter& json) { json.pair("organiser", "independent"); });
    const auto group = [&](const std::string& rest, const app::Tale::Write& write) {
        tale_.post("sara.lind", "/api/v1/working-group/meetings" + rest, write);
    };
    const auto day = add_days(tale_.today(), 1);
    group("", [&](JsonWriter& json) { json.pair("group", "arbetsgruppen").pair("day", day).pair("clock", "09:00"); });
    group("/1/area-items", [](JsonWriter&) {});
    const auto show = [&](const char* form) {
        post(number, "/deidentified-items", [&](JsonWriter& json) {
            json.pair("meeting", "1").pair("item_form", form).pair("could_be_about", 1).pair("approved", true);
            json.pair("consent_signed_on", tale_.today()).pair("consent_last_day", add_days(day, 30)).pair("all_have_signed", true);
        });
    };
    show("deidentified");
    show("named");
    group("/1/items/1/recommendation",
          [](JsonWriter& json) { json.pair("advice", "offer").pair("contact_agency", "bjorkskolan"); });
    post(number, "/deidentified-items/1/1/answer", [](JsonWriter& json) { json.pair("follows", "no"); });
    tale_.at(day, 10);
    group("/1/end", [](JsonWriter& json) { json.name("present").array().value("1").value("2").end_array(); });
}

void TypedCases::somebody_new_at_work()
{
    typist_.spared.insert("add_person.handle");  // a sign-in name is no secret
    tale_.post("rut.behorighet", "/api/v1/units/drift/people", [&](JsonWriter& json) {
        json.pair("handle", "ny.kollega").pair("role", "agency_staff").pair("from_day", tale_.today());
    });
    typist_.spared = usual_;
}

}  // namespace lots::test
