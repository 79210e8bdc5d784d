#include <doctest/doctest.h>

#include "consent/form_text.h"
#include "consent/pages_more.h"
#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

TEST_CASE("T6, T7: talked with, asked, and the group begins with the last yes and not before")
{
    with([](Asking& a) {
        a.ask();
        CHECK(a.facts().state == CaseState::consent_pending);
        Asking::must(a.answer(1));
        Asking::must(a.answer(2));
        CHECK(a.facts().state == CaseState::consent_pending);
        CHECK(a.facts().consent_state == ConsentState::pending);
        const auto last = a.answer(3);
        Asking::must(last);
        CHECK((*last).done == "consent.complete");
        CHECK(a.facts().state == CaseState::forming);
        CHECK(a.facts().consent_state == ConsentState::valid);
        CHECK(a.transitions() == "T1 T5 T6 T7");
        CHECK(a.count("SELECT COUNT(*) FROM attachment WHERE compartment = 'social_services'") == 3);
    });
}

TEST_CASE("S0-22, T8: one no ends it, and the person is free for a new episode")
{
    with([](Asking& a) {
        a.ask();
        Asking::must(a.answer(1));
        const auto refusal = a.answer(3, "no");
        Asking::must(refusal);
        CHECK((*refusal).done == "consent.refused");
        CHECK(a.facts().state == CaseState::consent_refused);
        CHECK(a.count("SELECT COUNT(*) FROM open_case") == 0);
        CHECK(fault_of(a.answer(2)) == "not found");
    });
}

TEST_CASE("S0-16, T8: leaving out an agency concerned is a refusal")
{
    with([](Asking& a) {
        a.ask();
        RegisterAnswer excludes;
        excludes.case_number = a.number;
        excludes.signatory = "2";
        excludes.answer = "excludes_agency";
        excludes.signed_on = a.first;
        for (const auto* other : {"", "fritid", "ingen"}) {  // which one: of those on the form
            excludes.excluded_agency = other;
            CHECK(fault_of(a.sara(register_answer_command(), excludes)) == "excluded_agency");
        }
        Asking::must(a.answer(2, "excludes_agency"));
        CHECK(a.facts().state == CaseState::consent_refused);
        CHECK(a.json("sara").find("\"excluded_agency\":\"skolan\"") != std::string::npos);
    });
}

TEST_CASE("S1-13, S0-55: a yes is registered only after a talk with this person that told everything")
{
    with([](Asking& a) {
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        CHECK(fault_of(a.answer(1)) == "S1-13 S1-13 S0-55");
        Asking::must(a.talk(1, "attempt"));
        CHECK(fault_of(a.answer(1)) == "S1-13 S1-13 S0-55");
        Asking::must(a.talk(1, "phone", false));
        CHECK(fault_of(a.answer(1)) == "S0-55");
        Asking::must(a.talk(2));  // with somebody else
        CHECK(fault_of(a.answer(1)) == "S0-55");
        Asking::must(a.talk(1));
        Asking::must(a.answer(1));
    });
}

TEST_CASE("S0-18: a renewal is social services' own, whoever was approved to ask for the first consent")
{
    with([](Asking& a) {
        a.profile(R"({"collecting_agencies": ["police"]})");
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 5)}));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen", "skolan"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        for (const int signatory : {1, 2}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2}) Asking::must(a.answer(signatory));
        CHECK(a.facts().state == CaseState::forming);
        for (const int days : {3, 40}) {  // within the approval, and long after it
            a.town.set(add_days(a.first, days));
            Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
            CHECK(a.page("sara", {{"signatory", "1"}}, sheet_page).find("godkänd av socialtjänsten") == std::string::npos);
        }
        CHECK(a.count("SELECT COUNT(*) FROM consent WHERE collector IS NOT NULL") == 1);
        for (const int signatory : {1, 2}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2}) Asking::must(a.answer(signatory));
    });
}

TEST_CASE("S0-14, S1-69: a yes without paper, signature or the question apart is refused; nothing of it is kept")
{
    with([](Asking& a) {
        a.ask();
        RegisterAnswer bare;
        bare.case_number = a.number;
        bare.signatory = "1";
        bare.answer = "yes";
        bare.signed_on = a.first;
        CHECK(fault_of(a.sara(register_answer_command(), bare)) == "S0-14 S1-69");
        CHECK(a.count("SELECT COUNT(*) FROM consent_answer") == 0);
        CHECK(a.count("SELECT COUNT(*) FROM attachment") == 0);
    });
}

TEST_CASE("S2-04, S0-17, S0-18: social services of another board collect as another agency does, approved and until a day")
{
    with([](Asking& a) {
        auto& town = a.town;
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            const auto board = *organisation::add_agency(change, {"soc-syd", "social_services", "Socialtjänsten syd"});
            town.units["soc-syd"] = *organisation::add_unit(change, {board, "soc-syd-enhet", "Enheten"});
        });
        town.add("vera", "Vera Sund", "soc-syd", access::Role::social_worker);
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "vera", false})) == "S0-17 S0-18");
        a.profile(R"({"collecting_agencies": ["social_services"]})");
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "vera", false})) == "S0-18");
        const auto last = add_days(a.first, 10);
        Asking::must(a.sara(start_consent_command(), {a.number, "vera", true, last}));
        CHECK(a.count("SELECT COUNT(*) FROM collector_approval") == 1);
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        CHECK(a.due_by("duty.collect_consent") == last);
        CHECK(a.page("vera", {}, collection_page) != "not found");
        town.set(next_day(last));
        CHECK(a.page("vera", {}, collection_page) == "not found");
        // Of the own board nobody is approved, and nothing runs out.
        Asking::must(a.sara(start_consent_command(), {a.number, "amir", false}));
        town.set(add_days(last, 30));
        CHECK(a.page("amir", {}, collection_page) != "not found");
        CHECK(a.count("SELECT COUNT(*) FROM collector_approval") == 1);
    });
}

TEST_CASE("S0-18: somebody from another agency collects only when approved, and the form says so")
{
    with([](Asking& a) {
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "jonas", false})) == "S0-17 S0-18");
        a.profile(R"({"collecting_agencies": ["police"]})");
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "jonas", false})) == "S0-18");
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "jonas", true})) == "approved_until");
        CHECK(a.facts().state == CaseState::decided_offer);
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 30)}));
        CHECK(a.count("SELECT COUNT(*) FROM collector_approval") == 1);
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        CHECK(a.count("SELECT COUNT(*) FROM consent WHERE collector IS NOT NULL AND collector_approved_by IS NOT NULL") == 1);
        const auto sheet = [&] { return a.page("sara", {{"signatory", "1"}}, sheet_page); };
        CHECK(sheet().find("godkänd av socialtjänsten") != std::string::npos);
        // On the day after the approval nothing goes on with it, until social services ask themselves.
        for (const int signatory : {1, 2}) Asking::must(a.talk(signatory));
        a.town.set(add_days(a.first, 30));
        Asking::must(a.answer(1));
        a.town.set(add_days(a.first, 31));
        CHECK(sheet().find("godkänd av socialtjänsten") == std::string::npos);
        CHECK(fault_of(a.answer(2)) == "S0-18");
        CHECK(fault_of(a.open_form(a.town.today(), add_months(a.town.today(), 6))) == "S0-18");
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        Asking::must(a.answer(2));
        CHECK(a.facts().state == CaseState::forming);
    });
}

TEST_CASE("S0-15, S0-22, S0-52: no form before it is known who signs and which agencies are concerned")
{
    with([](Asking& a) {
        CHECK(fault_of(a.open_form(a.first, add_months(a.first, 6))) == "not found");  // nobody has begun to ask
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        CHECK(fault_of(a.open_form(a.first, add_months(a.first, 6))) == "S0-22 S0-15");
        CHECK(fault_of(a.sara(judge_agencies_command(), {a.number, {"soc", "skolan"}, "x"})) == "S0-52");
        CHECK(fault_of(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, ""})) == "not_concerned_reason");
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "x"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        CHECK(fault_of(a.sara(add_signatory_command(), a.person("youth", "Alex igen"))) == "role");
        CHECK(fault_of(a.open_form(a.first, add_months(a.first, 6))) == "S0-22");
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        CHECK(fault_of(a.open_form(a.first, add_days(a.first, 400))) == "settled-12");
        CHECK(fault_of(a.open_form(next_day(a.first), add_months(a.first, 6))) == "S4-15");
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
    });
}
