#include "stories/case_by_api.h"

#include <doctest/doctest.h>

// From the group to the closure.
namespace lots::test {

namespace {

Body decision(const std::string& what)
{
    return {{"what", json_text(what)},
            {"why", json_text("Alla har sagt sitt.")},
            {"how", json_text("I samråd med alla.")},
            {"who", json_text("Sara Lind håller ihop ärendet.")},
            {"delegation", json_text("2.4")},
            {"childs_view", json_text("Det blir bra.")},
            {"best_interests", json_text("Stödet väger tyngst.")}};
}

Body call_on(const std::string& day)
{
    return {{"kind", json_text("individual")},   {"day", json_text(day)},
            {"clock", json_text("13:00")},       {"length_minutes", "60"},
            {"form", json_text("in_person")},    {"place", json_text("Kulturhuset, rum 2")},
            {"signatories", R"(["1","2","3"])"}, {"members", R"(["1","2","3","4"])"},
            {"call_how", R"(["in_lots"])"}};
}

bool has(const std::string& json, const std::string& part) { return json.find(part) != std::string::npos; }

}  // namespace

void CaseByApi::group_formed()
{
    step("sara.lind", of_case("/coordinator"),
         {{"person", json_text("sara.lind")}, {"reason", json_text("Har lett samtalen.")}}, {{"reason", ""}}, "reason");
    for (const auto& [person, function] : std::vector<std::pair<std::string, std::string>>{
             {"jonas.ek", "police_officer"}, {"elin.berg", "teacher"}, {"ali.nouri", "leisure_leader"}})
        // Nobody of an agency that the consent does not name is among those who can be chosen.
        step("sara.lind", of_case("/members"),
             {{"person", json_text(person)},
              {"function", json_text(function)},
              {"knows_youth", "true"},
              {"reason", json_text("Känner ungdomen.")}},
             {{"person", json_text("omar.farah")}}, "person");
    gates_are("forming", {{"start_planning", true}});
    done("sara.lind", of_case("/planning"), {});
    CHECK(has(read(of_case("/members"), "elin.berg"), R"("agency":"polisen")"));
}

void CaseByApi::plan_drafted()
{
    gates_are("planning", {{"decide_plan", false}, {"call_meeting", true}});
    for (const auto& [area, goal, agency] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"school", "Vara i skolan varje dag", "bjorkskolan"}, {"crime", "Inte begå fler brott", "polisen"}})
        step("sara.lind", of_case("/goals"),
             {{"area", json_text(area)},
              {"goal_text", json_text(goal)},
              {"reached_how", json_text("Varje månad.")},
              {"responsible", json_text(agency)}},
             {{"reached_how", ""}}, "reached_how");
    const auto promise = [&](const std::string& goal, const std::string& measure, const std::string& by,
                             const std::string& day, int order) {
        step("sara.lind", of_case("/commitments"),
             {{"in_goal", json_text(goal)},
              {"measure", json_text(measure)},
              {"promised_by", json_text(by)},
              {"done_by", json_text(day)},
              {"documented_how", json_text("Anteckning.")},
              {"plain_words", json_text(measure)},
              {"order_number", std::to_string(order)}},
             {{"done_by", ""}}, "done_by");
    };
    promise("1", "Ta fram en studieplan", "member-3", "2026-09-28", 2);
    promise("2", "Samtal en gång i veckan", "member-2", "2026-12-01", 3);
    step("sara.lind", of_case("/plan/words"),
         {{"youth_words", json_text("Jag vill gå ut nian.")},
          {"guardian_words", json_text("Lugnt hemma.")},
          {"crisis_contact", json_text("Socialjouren")},
          {"took_part_on", json_text("2026-09-07")},
          {"seq_seen", "0"}},
         {{"crisis_contact", ""}}, "crisis_contact");

    // Without a commitment of the young person's own there is no plan to decide.
    const auto decided = decision("Planen gäller.");
    const auto refused = call("sara.lind", of_case("/plan/decision"), &decided);
    CHECK(refused.status == 422);
    CHECK(has(refused.body, "Minst ett åtagande är ungdomens eget."));
    promise("1", "Gå till skolan varje dag", "signatory-1", "2026-12-01", 1);
}

void CaseByApi::plan_decided()
{
    done("elin.berg", of_case("/commitments/1/acceptance"), {});
    done("jonas.ek", of_case("/commitments/2/acceptance"), {});
    step("sara.lind", of_case("/commitments/3/acceptance"),
         {{"way", json_text("meeting")}, {"said_on", json_text("2026-09-07")}}, {{"way", ""}}, "way");
    gates_are("planning", {{"decide_plan", true}, {"call_meeting", true}});
    step("sara.lind", of_case("/plan/decision"), decision("Planen gäller från i dag."), {{"why", ""}}, "why");
    gates_are("active", {{"call_meeting", true}});
    CHECK(has(read(of_case("/plan"), "elin.berg"), R"("versions":[{"number":1)"));
}

void CaseByApi::meeting_held()
{
    // Without the police it is no individual meeting.
    step("sara.lind", of_case("/meetings"), call_on("2026-09-10"), {{"members", R"(["1","3","4"])"}}, "S1-16");
    const auto meeting = of_case("/meetings/1");
    const Body line{{"status", json_text("ongoing")}, {"text", json_text("Går framåt.")}, {"seq_seen", "0"}};
    const auto early = call("sara.lind", meeting + "/follow-up/1", &line);
    CHECK(early.status == 422);  // it has not begun

    new_day(at_local(2026y / 9 / 10, 14, 0));
    for (int called = 1; called <= 7; ++called) {
        const bool ill = called == 3;
        step("sara.lind", meeting + "/attendance/" + std::to_string(called),
             {{"presence", json_text(ill ? "absent" : "present")},
              {"reason", ill ? json_text("Arbetar.") : ""},
              {"seq_seen", "0"}},
             ill ? Body{{"reason", ""}} : Body{{"presence", ""}}, ill ? "reason" : "presence");
    }
    step("elin.berg", meeting + "/own-picture", {{"kinds", R"(["school"])"}, {"text", json_text("Kommer varje dag.")}}, {{"text", ""}}, "text");
    // Only the police tell of a new suspicion.
    const Body suspicion{{"officer", json_text("2")}, {"told_on", json_text("2026-09-10")}, {"text", json_text("Misstänks för stöld.")}};
    CHECK(call("elin.berg", of_case("/suspicions"), &suspicion).status == 422);
    step("jonas.ek", of_case("/suspicions"), suspicion, {{"text", ""}}, "text");
    const Body minutes{{"who_may_hear", json_text("Alla vid bordet får höra allt.")},
                       {"consent_checked", "true"},
                       {"police_role_told", "true"},
                       {"text", json_text("Vi gick igenom planen.\nSkolan går bättre.")},
                       {"youth_opinion", json_text("Det är okej.")},
                       {"closure_question", json_text("continue")},
                       {"seq_seen", "0"}};
    step("sara.lind", meeting + "/minutes", minutes, {{"youth_opinion", ""}}, "youth_opinion");
    for (int commitment = 1; commitment <= 3; ++commitment) {
        const Body nothing;
        const auto too_soon = call("sara.lind", meeting + "/lock", &nothing);  // each open commitment has a line
        CHECK(too_soon.status == 422);
        CHECK(has(too_soon.body, "Varje öppet åtagande har en rad i uppföljningen."));
        step("sara.lind", meeting + "/follow-up/" + std::to_string(commitment), line, {{"text", ""}}, "text");
    }
    CHECK(has(read(meeting), R"("requirement":"S0-32")"));
    done("sara.lind", of_case("/meetings"), call_on("2026-10-08"));
    CHECK(has(done("sara.lind", meeting + "/lock", {}), R"("counts_as_individual":true)"));
    const auto again = call("sara.lind", meeting + "/minutes", &minutes);  // what is locked stays as it is
    CHECK(again.status == 422);
    CHECK(has(read(meeting, "elin.berg"), "Skolan går bättre."));
    CHECK(has(read(meeting, "ali.nouri"), "Kommer varje dag."));
    done("ali.nouri", meeting + "/receipt", {});
    step("sara.lind", meeting + "/given", {{"given_on", json_text("2026-09-10")}, {"way", json_text("paper")}}, {{"way", ""}}, "way");
    between_meetings();
}

/// A note with its readers, and the prosecutor who moves a day in court (story j).
void CaseByApi::between_meetings()
{
    const Body note{{"kind", json_text("observation")}, {"seen_on", json_text("2026-09-10")}, {"part_of_day", json_text("evening")},
                    {"basis", json_text("commitment-3")}, {"text", json_text("Sågs med äldre.")}, {"third_party", "true"},
                    {"readers", R"(["member-3"])"}};
    step("jonas.ek", of_case("/notes"), note, {{"readers", R"(["signatory-1"])"}}, "settled-33");
    CHECK(has(read(of_case("/notes"), "elin.berg"), "Sågs med äldre."));
    CHECK_FALSE(has(read(of_case("/notes"), "ali.nouri"), "Sågs med äldre."));
    step("sara.lind", of_case("/outside-contacts"),
         {{"authority", json_text("prosecutor")}, {"whom", json_text("Åklagare Vik")}, {"contact_on", json_text("2026-09-10")},
          {"what", json_text("Rättegången krockar med ett prov.")}, {"outcome", json_text("Ny dag.")},
          {"basis", json_text("nothing_secret")}, {"decider", json_text("Sara Lind")}},
         {{"what", ""}}, "what");
    CHECK(call("jonas.ek", of_case("/outside-contacts"), nullptr).status == 404);
    step("sara.lind", of_case("/disclosures"),
         {{"from_agency", json_text("socialtjansten")}, {"to_whom", json_text("Polisen")}, {"disclosed_on", json_text("2026-09-10")},
          {"what", json_text("Risk för bråk i helgen.")}, {"basis", json_text("osl_10_18a")},
          {"necessity", json_text("De är på väg dit.")}, {"balancing", json_text("Skyddet väger tyngre.")},
          {"decider", json_text("Sara Lind")}},
         {{"balancing", ""}}, "edge-4.19");
}

void CaseByApi::commitment_is_late()
{
    CHECK_FALSE(has(read(of_case("/commitments"), "elin.berg"), R"("late":true)"));
    new_day(at_local(2026y / 10 / 5, 9, 0));
    CHECK(has(read(of_case("/commitments"), "elin.berg"), R"("late":true)"));
    step("elin.berg", of_case("/commitments/1/status"),
         {{"status", json_text("ongoing")}, {"note", json_text("Rektorn skriver på i veckan.")}},
         {{"status", json_text("not_done")}, {"note", ""}}, "note");
    step("sara.lind", of_case("/meetings/2/cancellation"), {{"reason", json_text("agency_absent")}}, {{"reason", ""}},
         "reason");
}

void CaseByApi::closed()
{
    new_day(at_local(2026y / 12 / 14, 9, 0));
    step("elin.berg", of_case("/closure-question"),
         {{"ground", json_text("goals_reached")}, {"facts", json_text("Skolan fungerar.")}}, {{"facts", ""}}, "facts");
    gates_are("closure_review", {{"close_case", false}, {"continue_case", true}});
    auto end = decision("Insatsgruppen avslutas.");
    end.insert(end.end(), {{"reason", json_text("goals_reached")},
                           {"ground", json_text("Målen är nådda.")},
                           {"informed", json_text("Alla, vid mötet.")}});
    const auto refused = call("sara.lind", of_case("/closure"), &end);
    CHECK(refused.status == 422);
    for (const auto* missing : {R"("requirement":"S3-10")", R"("requirement":"S1-62")"}) CHECK(has(refused.body, missing));
    for (int goal = 1; goal <= 2; ++goal)
        step("sara.lind", of_case("/goals/" + std::to_string(goal) + "/result"),
             {{"result", json_text("reached")}, {"text", json_text("Målet är nått.")}, {"seq_seen", "0"}}, {{"text", ""}}, "text");
    for (int commitment = 1; commitment <= 2; ++commitment)  // the third is the young person's own (settled 30)
        step("sara.lind", of_case("/commitments/" + std::to_string(commitment) + "/hand-over"),
             {{"agency", json_text("bjorkskolan")}, {"accepted_on", json_text("2026-12-14")}, {"note", json_text("Elin Berg fortsätter.")},
              {"seq_seen", "0"}},
             {{"note", ""}}, "note");
    gates_are("closure_review", {{"close_case", true}, {"continue_case", true}});
    step("sara.lind", of_case("/closure"), end, {{"reason", ""}}, "reason");
    gates_are("closed", {{"read_closure", true}});

    const auto told = read(of_case("/closure"));
    for (const auto* part :
         {R"("reason":"goals_reached")", R"({"goal":2,"result":"reached")", R"({"commitment":2,"agency":"bjorkskolan")"})
        CHECK(has(told, part));
    CHECK(call("elin.berg", of_case("/plan"), nullptr).status == 404);
    CHECK_FALSE(has(read(of_case("/closure"), "elin.berg"), "reason"));
}

}  // namespace lots::test
