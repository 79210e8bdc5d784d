#include <doctest/doctest.h>

#include "app/test_transitions.h"

// The life cycle (docs/method/lifecycle.md, settled 35), both directions: each transition is refused for each thing that it must have,
// one at a time, and taken when all is there. The things that people see on a page are refused where the rule stands; what a form asks
// for is corrected at its field.
using namespace lots;
using namespace lots::app;
using lots::app::test::Changes;
using lots::app::test::Lack;
using lots::app::test::Moved;
using lots::app::test::Teller;
using lots::app::test::Town;

namespace {

const TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                      {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

const std::string police = "jonas.ek", school = "elin.berg";

/// The four fields and the two about the child, in each decision (S1-71, settled 14).
std::vector<Lack> four_fields(const std::string& transition, const std::string& step)
{
    std::vector<Lack> lacks;
    for (const auto* field : {"what", "why", "how", "who", "childs_view", "best_interests"})
        lacks.push_back({transition, step, std::string("field ") + field, {{field, ""}}});
    return lacks;
}

const std::vector<Lack> proposing{
    {.transition = "T1", .when = "/nominations", .missing = "S0-41", .instead = {{"considered_for_sig", "false"}}, .who = police, .role = "police"},
    {.transition = "T1", .when = "/nominations", .missing = "field registry_number", .instead = {{"registry_number", ""}}, .who = police,
     .role = "police"},
    {.transition = "T1", .when = "/nominations", .missing = "field matter_code_reason", .instead = {{"police_matter_code", R"("605")"}},
     .who = police, .role = "police"},
    {.transition = "T1",
     .when = "/nominations",
     .missing = "S0-46",
     .instead = {{"born", R"("2007-01-04")"}, {"personal_number", ""}},
     .who = police,
     .role = "police"},
    {.transition = "T1", .when = "/nominations", .missing = "field weighing", .instead = {{"weighing", ""}}, .who = police, .role = "police"},
    {.transition = "T1", .when = "/nominations", .missing = "field why_sig", .instead = {{"why_sig", ""}}, .who = police, .role = "police"},
    {.transition = "T1", .when = "/nominations", .missing = "field reasons", .instead = {{"reasons", "[]"}}, .who = police, .role = "police"},
    {.transition = "T1",
     .when = "/nominations",
     .missing = "field legal_ground",
     .instead = {{"legal_ground", R"("own_knowledge")"}},
     .who = police,
     .role = "police"},
    {.transition = "T1", .when = "/nominations", .missing = "nobody", .who = "ulla.arkiv", .role = ""},
    {.transition = "T2", .when = "/review", .missing = "S0-09", .instead = {{"lives_here", "false"}}},
    {.transition = "T2", .when = "/review", .missing = "S0-20", .instead = {{"notice_number", ""}}},
    {.transition = "T2", .when = "/review", .missing = "S1-71", .instead = {{"why", ""}}},
    {.transition = "T2", .when = "/review", .missing = "settled-14", .instead = {{"childs_view", ""}}},
    {.transition = "T2", .when = "/review", .missing = "settled-14", .instead = {{"best_interests", ""}}},
    {.transition = "T2", .when = "/review", .missing = "field known_before", .instead = {{"known_before", ""}}},
    {.transition = "T2", .when = "/review", .missing = "nobody", .who = police, .role = "police"},
    {.transition = "T5", .when = "/offer-decision", .missing = "S1-45", .instead = {{"room_for_more", "false"}}},
    {.transition = "T5", .when = "/offer-decision", .missing = "S4-14", .instead = {{"mode", R"("assessed_intervention")"}}},
    {.transition = "T5", .when = "/offer-decision", .missing = "field category", .instead = {{"category", ""}}},
    {.transition = "T5", .when = "/offer-decision", .missing = "field crime_ground", .instead = {{"crime_ground", ""}}},
    {.transition = "T5",
     .when = "/sources",
     .missing = "S0-19",
     .instead = {{"outcome", R"("offer")"},
                 {"category", R"("at_risk")"},
                 {"crime_ground", R"("suspected")"},
                 {"room_for_more", "true"},
                 {"mode", R"("cooperation_form")"},
                 {"ground", R"("sol")"}},
     .address = "/offer-decision"},
    {.transition = "T5", .when = "/offer-decision", .missing = "nobody", .who = police, .role = "police"},
};

const Changes whole_form{{"purpose", R"("Att ni får tala med varandra.")"},
                   {"information_kinds", R"("Skolgång.")"},
                   {"not_shared", R"("Vård.")"},
                   {"circumstances_source", R"("population_register")"},
                   {"circumstances_checked_on", R"("2026-05-11")"},
                   {"valid_from", R"("2026-05-11")"},
                   {"last_day", R"("2026-11-10")"},
                   {"list_complete", "true"},
                   {"lives_here", "true"}};

const std::vector<Lack> consenting{
    {.transition = "T6", .when = "/consent-collection", .missing = "S0-18", .instead = {{"collector", R"("jonas.ek")"}}},
    {.transition = "T6", .when = "/consent-collection", .missing = "nobody", .who = police, .role = "police"},
    {.transition = "T7", .when = "/concerned-agencies", .missing = "S0-52", .instead = {{"concerned", R"(["socialtjansten"])"}}},
    {.transition = "T7", .when = "/concerned-agencies", .missing = "S0-15", .instead = whole_form, .address = "/consents"},
    {.transition = "T7", .when = "/signatories", .missing = "S0-22", .instead = whole_form, .address = "/consents"},
    {.transition = "T7", .when = "/signatories", .missing = "S0-22", .instead = whole_form, .address = "/consents", .nth = 2},
    {.transition = "T7", .when = "/consents", .missing = "S4-15", .instead = {{"last_day", R"("2026-05-10")"}}},
    {.transition = "T7", .when = "/consents", .missing = "S4-15", .instead = {{"valid_from", R"("2026-05-10")"}}},
    {.transition = "T7", .when = "/consents", .missing = "settled-6", .instead = {{"list_complete", "false"}}},
    {.transition = "T7", .when = "/consents", .missing = "S0-09", .instead = {{"lives_here", "false"}}},
    {.transition = "T7", .when = "/consents", .missing = "settled-12", .instead = {{"last_day", R"("2027-05-11")"}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "S0-14", .instead = {{"signed_form", ""}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "S0-14", .instead = {{"signature_seen", "false"}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "S1-69", .instead = {{"follow_up_answer", ""}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "S4-15", .instead = {{"signed_on", R"("2026-05-12")"}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "S1-13", .instead = {{"signed_on", R"("2026-05-10")"}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "S0-55", .instead = {{"signed_on", R"("2026-05-10")"}}},
    {.transition = "T7", .when = "/signatories/1/answers", .missing = "nobody", .who = police, .role = "police"},
    // S0-22: with one answer missing there is no group to form.
    {.transition = "T9", .when = "/signatories/3/answers", .missing = "nobody", .address = "/planning"},
};

const std::vector<Lack> forming{
    {.transition = "T9", .when = "/coordinator", .missing = "S1-72", .address = "/planning"},
    {.transition = "T9", .when = "/coordinator", .missing = "field reason", .instead = {{"reason", ""}}},
    {.transition = "T9", .when = "/members", .missing = "S0-52", .address = "/planning"},
    {.transition = "T9", .when = "/members", .missing = "field reason", .instead = {{"reason", ""}}},
    // An agency that is not concerned and not named in the consent (S0-54, S0-13).
    {.transition = "T9", .when = "/members", .missing = "field person", .instead = {{"person", R"("nina.bup")"}}},
    // S0-24 is a should: without the school it may begin, when it is said why.
    {.transition = "T9", .when = "/members", .missing = "field missing_reason", .address = "/planning", .nth = 2},
    {.transition = "T9", .when = "/planning", .missing = "nobody", .who = school, .role = ""},
};

const std::vector<Lack> planning{
    {.transition = "T10", .when = "/goals", .missing = "S4-16", .address = "/plan/decision"},
    {.transition = "T10", .when = "/goals", .missing = "S0-79", .address = "/plan/decision"},
    {.transition = "T10", .when = "/goals", .missing = "S4-17", .address = "/plan/decision"},
    {.transition = "T10", .when = "/commitments", .missing = "S0-80", .address = "/plan/decision"},
    {.transition = "T10", .when = "/commitments", .missing = "S4-16", .address = "/plan/decision"},
    {.transition = "T10", .when = "/commitments", .missing = "S0-28", .address = "/plan/decision", .nth = 3},
    {.transition = "T10", .when = "/plan/words", .missing = "S4-17", .address = "/plan/decision"},
    {.transition = "T10", .when = "/plan/words", .missing = "edge-4.21", .address = "/plan/decision"},
    {.transition = "T10", .when = "/plan/decision", .missing = "nobody", .who = school, .role = ""},
};

const std::vector<Lack> holding{
    {.transition = "T9b", .when = "/meetings", .missing = "S0-08", .instead = {{"signatories", R"(["2","3"])"}}},
    {.transition = "T9b", .when = "/meetings", .missing = "S0-53", .instead = {{"signatories", R"(["1","2"])"}}},
    {.transition = "T9b", .when = "/meetings", .missing = "S0-52", .instead = {{"members", R"(["1","3","4"])"}}},
    {.transition = "T9b", .when = "/meetings", .missing = "S1-16", .instead = {{"members", R"(["1","2","4"])"}}},
    {.transition = "T11", .when = "/meetings/1/attendance/1", .missing = "S1-20", .address = "/meetings/1/lock"},
    {.transition = "T11", .when = "/meetings/1/follow-up/3", .missing = "S0-32", .address = "/meetings/1/lock"},
    {.transition = "T11", .when = "/meetings/1/minutes", .missing = "S1-17", .address = "/meetings/1/lock"},
    {.transition = "T11", .when = "/meetings/1/minutes", .missing = "S4-15", .address = "/meetings/1/lock"},
    {.transition = "T11", .when = "/meetings/1/minutes", .missing = "S0-55", .address = "/meetings/1/lock"},
    {.transition = "T11", .when = "/meetings/1/minutes", .missing = "S1-60", .address = "/meetings/1/lock"},
    {.transition = "T11", .when = "/meetings", .missing = "S1-14", .address = "/meetings/1/lock", .nth = 2},
    {.transition = "T11", .when = "/meetings/1/lock", .missing = "nobody", .who = school, .role = ""},
    // T12: a version more is one that changes something.
    {.transition = "T12", .when = "/closure-question", .missing = "S2-15", .instead = {{"change_reason", R"("Nytt läge.")"}},
     .address = "/plan/decision"},
};

const std::vector<Lack> closing{
    {.transition = "T16", .when = "/closure-question", .missing = "field facts", .instead = {{"facts", ""}}},
    {.transition = "T16", .when = "/closure-question", .missing = "field ground", .instead = {{"ground", ""}}},
    {.transition = "T17", .when = "/goals/1/result", .missing = "S3-10",
     .instead = {{"reason", R"("goals_reached")"}, {"ground", R"("Klart.")"}, {"informed", R"("Alla.")"}},
     .address = "/closure"},
    {.transition = "T17", .when = "/commitments/2/hand-over", .missing = "S1-62",
     .instead = {{"reason", R"("goals_reached")"}, {"ground", R"("Klart.")"}, {"informed", R"("Alla.")"}},
     .address = "/closure"},
    {.transition = "T17", .when = "/closure", .missing = "field reason", .instead = {{"reason", ""}}},
    {.transition = "T17", .when = "/closure", .missing = "field ground", .instead = {{"ground", ""}}},
    {.transition = "T17", .when = "/closure", .missing = "field informed", .instead = {{"informed", ""}}},
    // S1-63: nobody but social services.
    {.transition = "T17", .when = "/closure", .missing = "nobody", .who = school, .role = ""},
    {.transition = "T17", .when = "/closure", .missing = "nobody", .who = police, .role = "police"},
};

const std::vector<Moved> moves{
    {"T5", "/offer-decision", "decided_offer"},
    {"T6", "/consent-collection", "consent_pending"},
    {"T7", "/signatories/1/answers", "consent_pending"},
    {"T7", "/signatories/2/answers", "consent_pending"},
    {"T7", "/signatories/3/answers", "forming"},
    {"T9", "/planning", "planning"},
    {"T10", "/plan/decision", "active"},
    {"T11", "/meetings/1/lock", "active"},
    {"T16", "/closure-question", "closure_review"},
    {"T17", "/closure", "closed"},
};

std::vector<Lack> all_lacks()
{
    std::vector<Lack> all;
    for (const auto& part : {proposing, four_fields("T5", "/offer-decision"), consenting, forming, planning, four_fields("T10", "/plan/decision"),
                             holding, closing, four_fields("T17", "/closure")})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

TEST_CASE("S1-71, S0-22, S0-80, S1-62 From the proposal to the closure: each transition is refused for each missing thing, then taken")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Town town(place);
        Teller teller(town, all_lacks(), moves);
        auto& tale = teller.tale;
        const auto nomination = tale.propose(robin);
        tale.take_up(nomination);
        const auto number = tale.offer(nomination);
        tale.ask(number, robin);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
        tale.call(number, 2026y / 5 / 18, 13);
        tale.at(2026y / 5 / 18, 14);
        tale.meet(number, 1, {1, 2, 3}, 2026y / 6 / 8);
        tale.close(number, {1, 2}, {2, 3});
        teller.check_state();
        teller.check_all_tried();
        CHECK(teller.state(number) == "closed");
    });
}
