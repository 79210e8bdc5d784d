#include "proof/typed_cases.h"

#include <doctest/doctest.h>

#include <vector>

// How the typist is set up, and one case from the proposal to its closure.
namespace lots::test {

using form::JsonWriter;

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

void TypedCases::post(const std::string& handle, const std::string& number, const std::string& rest, const app::Tale::Write& write)
{
    tale_.post(handle, "/api/v1/cases/" + number + rest, write);
}

void TypedCases::post(const std::string& number, const std::string& rest, const app::Tale::Write& write)
{
    post("sara.lind", number, rest, write);
}

std::string TypedCases::offered(const app::TaleYouth& youth)
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

void TypedCases::ask_anew(const std::string& number)
{
    post(number, "/consents", [&](JsonWriter& json) {
        json.pair("valid_from", tale_.today()).pair("last_day", add_months(tale_.today(), 6));
        json.pair("circumstances_source", "population_register").pair("circumstances_checked_on", tale_.today());
        json.pair("list_complete", true).pair("lives_here", true);
    });
}

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
    post("jonas.ek", number, "/plan/avoid", [](JsonWriter& json) { json.pair("kind", "person"); });
    post("jonas.ek", number, "/plan/avoid/1/removal", [](JsonWriter&) {});
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
    post("amir.haddad", number, "/emergency-access", [](JsonWriter& json) { json.pair("hours", 2); });
    post("karin.ostberg", number, "/emergency-accesses/1/told", [](JsonWriter&) {});
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
    post("elin.berg", number, "/meetings/1/answer", [](JsonWriter& json) { json.pair("answer", "no"); });
    post(number, "/meetings/1/answers/2", [&](JsonWriter& json) {
        json.pair("answer", "no").pair("way", "phone").pair("said_on", tale_.today()).pair("seq_seen", 0);
    });
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

}  // namespace lots::test
