// Every text and every file of every command, with canaries: none can be read on the disk, and the doctor finds all of it in
// order.
#include <doctest/doctest.h>

#include <set>

#include "app/demo_tale.h"
#include "app/doctor.h"
#include "proof/caller.h"
#include "proof/everywhere.h"
#include "proof/inside.h"
#include "proof/typist.h"
#include "stories/world.h"

using namespace lots;
using namespace lots::test;
using form::JsonWriter;

namespace {

/// Whose commands the typist fills in: the tale of the demo, and beside it every command that the tale has no use for.
class TypedCases {
    Typist& typist_;
    std::set<std::string> usual_;  // fields that most cases are not asked for
    app::Tale tale_;

    void post(const std::string& handle, const std::string& number, const std::string& rest, const app::Tale::Write& write)
    {
        tale_.post(handle, "/api/v1/cases/" + number + rest, write);
    }
    void post(const std::string& number, const std::string& rest, const app::Tale::Write& write)
    {
        post("sara.lind", number, rest, write);
    }

    std::string offered(const app::TaleYouth& youth)
    {
        const auto nomination = tale_.propose(youth);
        tale_.take_up(nomination);
        post(nomination, "/assessments",
             [&](JsonWriter& json) { json.pair("instrument", "savry").pair("assessed_on", tale_.today()); });
        const auto number = tale_.offer(nomination);
        post(number, "/decision-told", [&](JsonWriter& json) {
            json.name("told_whom").array().value("youth").value("guardians").end_array();
            json.pair("way", "meeting").pair("told_on", tale_.today());
        });
        post(number, "/other-support", [&](JsonWriter& json) { json.pair("from_day", tale_.today()); });
        return number;
    }
    /// A new form, of the agencies as they are described now.
    void ask_anew(const std::string& number)
    {
        post(number, "/consents", [&](JsonWriter& json) {
            json.pair("valid_from", tale_.today()).pair("last_day", add_months(tale_.today(), 6));
            json.pair("circumstances_source", "population_register").pair("circumstances_checked_on", tale_.today());
            json.pair("list_complete", true).pair("lives_here", true);
        });
    }
    void at_the_first_meeting(const std::string& number);
    void between_meetings(const std::string& number);
    void around_the_group(const std::string& number);

public:
    TypedCases(World& world, Typist& typist);

    app::Tale& tale() { return tale_; }
    std::string from_proposal_to_closure();
    void withdrawn_and_resumed();
    void refused_by_one();
    void lifted_marked_and_kept();
    void asked_with_every_care();
    void told_of_another_age_and_dead();
    void of_an_adult_and_for_others(World& world);
    void taken_up_in_the_working_group();
};

TypedCases::TypedCases(World& world, Typist& typist)
    : typist_(typist), tale_(world.program->site(), world.clock, app::demo().password)
{
    tale_.retell = [&](const std::string& path, const std::string& json) {
        // Whoever has an account stands in the list by the account's name.
        const bool has_account = path.ends_with("/signatories") && json.find(R"("account":)") != std::string::npos;
        if (has_account) typist.spared.insert("add_signatory.name");
        auto typed = typist.type(path, json);
        if (has_account) typist.spared.erase("add_signatory.name");
        return typed;
    };
    typist.spared = {"propose.police_matter_code",            // a notice of the police must have 604
                     "propose.on_behalf_name",                // social services are asked, for another agency
                     "propose.ground_motive",                 // asked where OSL 10:15 a is allowed
                     "propose.ground_manager",
                     "decide_offer.outside_age_band_reason",  // asked outside the ages only
                     "add_signatory.account",                 // a name of somebody who can sign in
                     "judge_helper.account",
                     "accept_commitment.said_by",             // asked when it is written down for an agency
                     "report_commitment.said_by",
                     "decide_plan.change_reason",             // asked from the second version on
                     "add_goal.assessment_conclusion",        // asked where the consent lets it be told
                     "change_goal.assessment_conclusion"};
    usual_ = typist.spared;
}

const std::vector<app::TaleSignatory> three{{"youth", "Robin", ""}, {"guardian", "Siv", ""}, {"guardian", "Ove", ""}};

void TypedCases::at_the_first_meeting(const std::string& number)
{
    const auto about_school = [](JsonWriter& json) { json.name("kinds").array().value("school").end_array(); };
    post(number, "/meetings/1/pictures", [&](JsonWriter& json) {
        json.pair("agency", "polisen").pair("way", "phone");
        about_school(json);
    });
    post("elin.berg", number, "/meetings/1/own-picture", about_school);
    post(number, "/meetings/1/pictures/1/release", [](JsonWriter& json) { json.pair("signatory", "2"); });
    post("jonas.ek", number, "/suspicions",
         [&](JsonWriter& json) { json.pair("officer", "2").pair("told_on", tale_.today()).pair("meeting", "1"); });
    post(number, "/suspicions/1/release", [](JsonWriter& json) { json.pair("signatory", "2"); });
    post(number, "/meetings/1/decisions", [](JsonWriter&) {});
    tale_.meet(number, 1, {1, 2, 3}, 2026y / 10 / 12);
    post(number, "/meetings/1/adjustments", [](JsonWriter&) {});
}

void TypedCases::between_meetings(const std::string& number)
{
    post("jonas.ek", number, "/commitments/3/status",
         [](JsonWriter& json) { json.pair("status", "ongoing").pair("needs_help", true); });
    post(number, "/goals/1", [](JsonWriter& json) {
        json.pair("seq_seen", 1).pair("area", "school").pair("responsible", "bjorkskolan").pair("dropped", false);
    });
    post(number, "/commitments/2", [&](JsonWriter& json) {
        json.pair("seq_seen", 1)
            .pair("in_goal", "1")
            .pair("promised_by", "member-3")
            .pair("done_by", add_days(tale_.today(), 60))
            .pair("order_number", 2);
    });
    post(number, "/meetings/3/cancellation", [](JsonWriter& json) { json.pair("reason", "moved"); });
    post("sam", number, "/youth-words", [](JsonWriter& json) { json.pair("seq_seen", 0); });
    post("jonas.ek", number, "/notes", [&](JsonWriter& json) {
        json.pair("kind", "observation").pair("seen_on", tale_.today()).pair("basis", "commitment-3").pair("third_party", false);
        json.name("readers").array().value("member-3").end_array();
    });
    post(number, "/outside-contacts", [&](JsonWriter& json) {
        json.pair("authority", "prosecutor").pair("contact_on", tale_.today()).pair("basis", "nothing_secret");
    });
    post(number, "/disclosures", [&](JsonWriter& json) {
        json.pair("from_agency", "socialtjansten").pair("disclosed_on", tale_.today()).pair("basis", "osl_10_18a");
    });
    post(number, "/members/4/end", [&](JsonWriter& json) { json.pair("youth_told_on", tale_.today()); });
}

/// Who stands in, a private person from the wish to the end, the proposals for the police, and a second version of the plan.
void TypedCases::around_the_group(const std::string& number)
{
    const auto today = tale_.today();
    post(number, "/deputies", [&](JsonWriter& json) {
        json.pair("person", "amir.haddad").pair("from_day", today).pair("last_day", add_days(today, 7));
    });
    post(number, "/deputies/1/end", [](JsonWriter&) {});
    post(number, "/youth-told", [&](JsonWriter& json) { json.pair("told_on", today); });
    post(number, "/helpers", [&](JsonWriter& json) { json.pair("relation", "coach").pair("wished_on", today).pair("way", "meeting"); });
    for (const auto* guardian : {"2", "3"})
        post(number, "/helpers/1/answers", [&](JsonWriter& json) {
            json.pair("signatory", guardian).pair("answer", "yes").pair("said_on", today).pair("way", "phone");
        });
    const auto judgement = [&](JsonWriter& json) {
        json.pair("suitable", "yes").pair("from_day", today).pair("last_day", add_days(today, 30));
    };
    typist_.spared.erase("judge_helper.account");
    CHECK_THROWS(post(number, "/helpers/1/judgement", judgement));  // an account that nobody has
    typist_.spared.insert("judge_helper.account");
    post(number, "/helpers/1/judgement", judgement);
    post(number, "/helpers/1/reservation", [&](JsonWriter& json) { json.pair("signed_on", today).pair("signature_seen", true); });
    post(number, "/helpers/1/end", [](JsonWriter& json) { json.pair("reason", "task_done"); });
    // Another one is bound by a duty of the own.
    post(number, "/helpers", [&](JsonWriter& json) { json.pair("relation", "other").pair("wished_on", today).pair("way", "meeting"); });
    for (const auto* guardian : {"2", "3"})
        post(number, "/helpers/2/answers", [&](JsonWriter& json) {
            json.pair("signatory", guardian).pair("answer", "yes").pair("said_on", today).pair("way", "phone");
        });
    post(number, "/helpers/2/judgement", judgement);
    post(number, "/helpers/2/reservation", [&](JsonWriter& json) { json.pair("bound_by", "own_duty").pair("signed_on", today); });

    post(number, "/plan/versions/1/translations",
         [&](JsonWriter& json) { json.pair("language", "ar").pair("translated_on", today); });
    post(number, "/plan/areas", [](JsonWriter& json) { json.pair("seq_seen", 0); });
    post(number, "/police-commitments", [&](JsonWriter& json) {
        json.pair("in_goal", "2").pair("promised_by", "member-2").pair("done_by", add_days(today, 30));
    });
    for (const auto* proposal : {"/commitments/4/removal", "/commitments/5/removal"})
        post(number, proposal, [](JsonWriter& json) { json.pair("seq_seen", 1); });
    const std::set<std::string> asked_now{"accept_commitment.said_by", "report_commitment.said_by", "decide_plan.change_reason"};
    for (const auto& asked : asked_now) typist_.spared.erase(asked);
    const auto by_phone = [&](JsonWriter& json) { json.pair("way", "phone").pair("said_on", today); };
    post(number, "/commitments/2/acceptance", by_phone);
    post(number, "/commitments/3/status", [&](JsonWriter& json) {
        json.pair("status", "ongoing");
        by_phone(json);
    });
    post(number, "/plan/decision", [](JsonWriter& json) { app::write_decision(json, ""); });
    typist_.spared.insert(asked_now.begin(), asked_now.end());
}

std::string TypedCases::from_proposal_to_closure()
{
    // Somebody who can sign in, for words of their own.
    const std::vector<app::TaleSignatory> with_account{{"youth", "Sam Karlberg", "sam"}, {"guardian", "Siv", ""}, {"guardian", "Ove", ""}};
    const app::TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6, with_account};
    const auto number = offered(robin);
    tale_.ask(number, robin);
    post(number, "/concerned-agencies/socialtjansten",
         [](JsonWriter& json) { json.name("gives").array().value("social").value("assessment").end_array(); });
    ask_anew(number);
    const std::set<std::string> of_assessment{"add_goal.assessment_conclusion", "change_goal.assessment_conclusion"};
    for (const auto& field : of_assessment) typist_.spared.erase(field);
    for (int line = 1; line <= 3; ++line) tale_.sign(number, line);
    tale_.form_group(number);
    tale_.make_plan(number);
    tale_.call(number, 2026y / 9 / 14, 13);
    tale_.at(2026y / 9 / 14, 14, 30);
    at_the_first_meeting(number);
    tale_.at(2026y / 10 / 12, 14, 30);
    const auto later = 2026y / 11 / 20;
    post(number, "/meetings/2/decisions", [](JsonWriter&) {});
    tale_.meet(number, 2, {1, 2, 3}, 2026y / 11 / 9, {{1, later}, {2, later}, {3, later}});
    between_meetings(number);
    around_the_group(number);
    post(number, "/closure-question", [](JsonWriter& json) { json.pair("ground", "goals_reached"); });
    post(number, "/continuation", [](JsonWriter& json) { app::write_decision(json, ""); });
    tale_.close(number, {1, 2}, {2, 3});
    typist_.spared.insert(of_assessment.begin(), of_assessment.end());
    return number;
}

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

/// Sealed columns of which the doctor does not know what they are bound to.
std::string not_looked_at(World& world)
{
    std::string all;
    for (const auto& finding : app::examine(world.house.paths, world.clock.now()))
        if (finding.text.find("was not looked at") != std::string::npos) all += finding.text + "\n";
    return all;
}

}  // namespace

TEST_CASE("Every text and file of every command, with a canary in each, leaves none to be read on the disk, and the doctor "
          "finds all in order")
{
    on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        Canary canary(chance_of_a_run());
        Typist typist(world.program->site(), canary);
        TypedCases cases(world, typist);
        const auto number = cases.from_proposal_to_closure();
        cases.withdrawn_and_resumed();
        cases.refused_by_one();
        cases.lifted_marked_and_kept();
        tamper(world, "municipality",
               R"(UPDATE municipality SET profile = '{"collecting_agencies": ["police"], "hindered_guardian": {"jurist": "Bo Al", )"
               R"("reference": "KS 15", "decided_on": "2026-01-10"}}')");
        cases.asked_with_every_care();
        cases.told_of_another_age_and_dead();
        cases.of_an_adult_and_for_others(world);
        tamper(world, "municipality", R"(UPDATE municipality SET profile = '{"named_preparation": true}')");
        cases.taken_up_in_the_working_group();

        auto& sara = cases.tale().hand("sara.lind", "social_worker");
        CHECK(sara.call(http::Method::post, "/api/v1/session", typist.type("/api/v1/session", "{}")).status == 401);
        std::string left_out;
        // What groups and areas are called is clear, like the names of agencies.
        const std::set<std::string> clear{"make_group.name", "make_group.code", "add_area.name", "add_area.code"};
        for (const auto& field : typist.left_out())
            if (!clear.contains(field)) left_out += field + " ";
        CHECK(left_out == "");
        // It was kept: the one who may read it finds it.
        const auto page = sara.get("/api/v1/cases/" + number + "/nomination");
        CHECK_FALSE(canary.in_text("answer", page).empty());
        world.house.log->settle();
        const auto found = everywhere(canary, world.folder(), world.house.paths);
        CHECK_MESSAGE(found.empty(), canary.given() << " canaries, found: " << listed(found));
        CHECK(problems_of(world) == "");
        CHECK(not_looked_at(world) == "");
    });
}
