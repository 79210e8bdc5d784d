#include <doctest/doctest.h>

#include "consent/form_text.h"
#include "consent/pages_more.h"
#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

constexpr auto jurist =
    R"({"hindered_guardian": {"jurist": "A. Alm", "reference": "SN 4", "decided_on": "2026-10-01"},
        "adult_signs_ahead": {"jurist": "A. Alm", "reference": "SN 5", "decided_on": "2026-10-02"}})";

/// Leisure is needed too, and everybody is asked for it on a new form.
void ask_for_more(Asking& a)
{
    a.town.set(next_day(a.town.today()));  // the newer judgement counts: not in the same moment
    Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen", "skolan", "fritid"}, "x"}));
    Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
    for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
}

}  // namespace

TEST_CASE("S0-16, settled-5, edge-4.7, edge-4.8, T16: a refused extension raises the question whether the group can go on, and the old consent holds")
{
    with([](Asking& a) {
        a.agree();
        ask_for_more(a);
        const auto refusal = a.answer(3, "no");
        Asking::must(refusal);
        CHECK((*refusal).done == "consent.extension_refused");
        CHECK(a.facts().state == CaseState::closure_review);
        CHECK(a.facts().consent_state == ConsentState::valid);
        CHECK(a.transitions() == "T1 T5 T6 T7 T16");
        CHECK(a.due_by("duty.decide_after_refusal") == add_days(a.town.today(), 7));
        CHECK(a.json("sara").find("consent.path.one_guardian") != std::string::npos);
        // The guardian changes their mind: everybody says yes to the new form, and it covers the new agency.
        a.town.set(a.town.today(), 13);
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(names(a.facts().consent, a.town.agencies.at("fritid"), a.town.today()));
        CHECK_FALSE(a.due_by("duty.decide_after_refusal").has_value());
    });
}

TEST_CASE("edge-4.2: after one guardian's no the other ways are shown, with the paragraphs")
{
    with([](Asking& a) {
        a.ask();
        CHECK(a.json("sara").find("\"other_paths\":[]") != std::string::npos);
        Asking::must(a.answer(1));
        Asking::must(a.answer(3, "no"));
        const auto page = a.page("sara", {}, consents_page);
        CHECK(page.find("Andra vägar") != std::string::npos);
        CHECK(page.find("6 kap. 13 a § föräldrabalken (1949:381)") != std::string::npos);
        CHECK(page.find("21 kap. 1 § socialtjänstlagen (2025:400)") != std::string::npos);
    });
}

TEST_CASE("S0-18, S1-23: an approved collector sees who is to be asked and the form, until the approval ends, and nothing else")
{
    with([](Asking& a) {
        a.profile(R"({"collecting_agencies": ["police"]})");
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 10)}));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen", "skolan"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        auto hidden = a.person("guardian", "Per Ternström");
        hidden.protected_identity = "confidentiality_mark";
        hidden.contact = "Gömda gatan 1";
        Asking::must(a.sara(add_signatory_command(), hidden));
        CHECK(a.due_by("duty.collect_consent") == add_days(a.first, 10));
        CHECK(a.due_by("duty.contact_signatories") == add_days(a.first, 14));

        auto page = a.page("jonas", {}, collection_page);
        CHECK(page.find("Eva Ternström") != std::string::npos);
        CHECK(page.find("Per Ternström") == std::string::npos);  // edge 4.5: social services ask a protected person
        CHECK(page.find("Gömda gatan") == std::string::npos);
        CHECK(page.find("inte tagit fram blanketten") != std::string::npos);
        CHECK(a.page("petra", {}, collection_page) == "not found");
        CHECK(a.page("jonas", {}, consents_page) == "not found");

        const auto talk = [&](const std::string& who, int signatory) {
            return a.town.run(
                who, collect_conversation_command(),
                {a.number, std::to_string(signatory), a.town.today(), "home_visit", true, true, true, "", "Bra samtal"});
        };
        Asking::must(talk("jonas", 1));
        CHECK(fault_of(talk("petra", 1)) == "not found");
        Asking::must(talk("jonas", 2));
        // Nor by the number: the form and the command know whom the page has no button for.
        CHECK(fault_of(talk("jonas", 3)) == "not found");
        const auto page_about = [&](const char* signatory) {
            const web::PathParts parts{{"case", a.number}, {"signatory", signatory}};
            return fault_of(a.town.look("jonas", parts, web::entry_of(collect_conversation_command()).show));
        };
        CHECK(page_about("2") == "none");
        CHECK(page_about("3") == "not found");
        Asking::must(a.talk(3));
        CHECK_FALSE(a.due_by("duty.contact_signatories").has_value());
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        CHECK(a.page("jonas", {}, collection_page).find("10 kap. 1 §") != std::string::npos);
        Asking::must(a.answer(1));  // what the collector told counts

        a.town.set(add_days(a.first, 10));
        CHECK(a.page("jonas", {}, collection_page) != "not found");
        a.town.set(add_days(a.first, 11));
        CHECK(a.page("jonas", {}, collection_page) == "not found");
        CHECK(fault_of(talk("jonas", 1)) == "not found");
    });
}

TEST_CASE("S0-18, edge-4.3: a collector asks nobody who is hindered, until the days of the hindrance are over")
{
    with([](Asking& a) {
        a.profile(R"({"collecting_agencies": ["police"],
                      "hindered_guardian": {"jurist": "A. Alm", "reference": "SN 4", "decided_on": "2026-10-01"}})");
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 60)}));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Per Ternström")));
        const auto talk = [&](int signatory) {
            return fault_of(a.town.run(
                "jonas", collect_conversation_command(),
                {a.number, std::to_string(signatory), a.town.today(), "phone", true, true, true, "", "Bra samtal"}));
        };
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        CHECK(talk(3) == "none");
        Asking::must(a.sara(hinder_guardian_command(), {a.number, "3", "abroad", "Brev från ambassaden", "Karin Östberg",
                                                        a.first, add_days(a.first, 30), true}));
        CHECK(talk(3) == "not found");
        CHECK(talk(2) == "none");
        a.town.set(add_days(a.first, 31));
        CHECK(talk(3) == "none");
    });
}

TEST_CASE("S0-18: a collector who has left collects nothing more, and the asking goes on as social services' own")
{
    with([](Asking& a) {
        a.profile(R"({"collecting_agencies": ["police"]})");
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 30)}));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        CHECK(a.due_by("duty.collect_consent").has_value());
        a.town.leaves("jonas");
        CHECK_FALSE(a.due_by("duty.collect_consent").has_value());
        CHECK(a.due_by("duty.contact_signatories").has_value());
        for (const auto& duty : a.due()) CHECK(duty.person == a.town.people.at("sara"));
        CHECK(fault_of(a.open_form(a.first, add_months(a.first, 6))) == "S0-18");
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
    });
}

TEST_CASE("S0-17: only the agencies that the municipality lets collect, also when approved; somebody else takes over")
{
    with([](Asking& a) {
        // By default nobody but social services.
        for (const auto* who : {"jonas", "elin"})
            CHECK(fault_of(a.sara(start_consent_command(), {a.number, who, true, add_days(a.first, 10)})) == "S0-17");
        a.profile(R"({"collecting_agencies": ["school"]})");
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 10)})) == "S0-17");
        Asking::must(a.sara(start_consent_command(), {a.number, "elin", true, add_days(a.first, 10)}));
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        CHECK(a.transitions() == "T1 T5 T6");
        CHECK(a.page("elin", {}, collection_page) == "not found");
    });
}

TEST_CASE("edge-4.3: a hindered guardian is left out by the jurist's decision, until the day that it is looked at again")
{
    with([](Asking& a) {
        a.ask();
        Asking::must(a.answer(1));
        Asking::must(a.answer(2));
        const HinderGuardian hindrance{
            a.number, "3", "abroad", "Brev från ambassaden", "Karin Östberg", a.first, add_days(a.first, 30), true};
        CHECK(fault_of(a.sara(hinder_guardian_command(), hindrance)) == "edge-4.3");
        CHECK(a.facts().state == CaseState::consent_pending);
        a.profile(jurist);
        Asking::must(a.sara(hinder_guardian_command(), hindrance));
        CHECK(a.facts().state == CaseState::forming);
        CHECK(a.count("SELECT COUNT(*) FROM signatory_hindrance WHERE setting = 'A. Alm, SN 4, 2026-10-01'") == 1);
        CHECK(a.due_by("duty.look_at_hindrance") == add_days(a.first, 30));
        a.town.set(add_days(a.first, 30));
        CHECK(a.facts().state == CaseState::forming);
        a.town.set(add_days(a.first, 31));
        CHECK(a.facts().state == CaseState::suspended);
    });
}

TEST_CASE("S0-22, edge-4.3: who has said no or taken back a yes is not hindered; who is hindered may say no, and take back a yes")
{
    with([](Asking& a) {
        a.agree();
        a.profile(jurist);
        const auto hindrance = [&] {
            const auto today = a.town.today();
            return HinderGuardian{a.number, "3", "abroad", "Brev", "Karin Östberg", today, add_days(today, 30), true};
        };
        // The consent in force is Per's too: hindered, he takes it back, and everything rests.
        Asking::must(a.sara(hinder_guardian_command(), hindrance()));
        CHECK(a.facts().state == CaseState::forming);
        Asking::must(a.withdraw("sara", 3));
        CHECK(a.facts().recorded_state == CaseState::suspended);
        CHECK(a.count("SELECT COUNT(*) FROM signatory_hindrance_end WHERE way = 'withdrew'") == 1);
        CHECK_FALSE(a.due_by("duty.look_at_hindrance").has_value());
        CHECK(fault_of(a.sara(hinder_guardian_command(), hindrance())) == "S0-22");
        CHECK(a.page("sara", {{"signatory", "3"}}, sheet_page) != "not found");
        // A new form does not make him forget what he said.
        a.town.set(add_days(a.first, 2));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        CHECK(fault_of(a.sara(hinder_guardian_command(), hindrance())) == "S0-22");
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2}) Asking::must(a.answer(signatory));
        CHECK(fault_of(a.sara(resume_case_command(), a.resumption())).find("S0-22") != std::string::npos);
        Asking::must(a.answer(3));
        CHECK(fault_of(a.sara(hinder_guardian_command(), hindrance())) == "none");  // his last word is a yes
    });
    with([](Asking& a) {
        a.ask();
        a.profile(jurist);
        auto hindrance = HinderGuardian{a.number, "3", "ill", "Brev", "Karin Östberg", a.first, add_days(a.first, 30), false};
        CHECK(fault_of(a.sara(hinder_guardian_command(), hindrance)) == "edge-4.3");  // it can wait
        hindrance.cannot_wait = true;
        Asking::must(a.sara(hinder_guardian_command(), hindrance));
        for (const int signatory : {1, 2}) Asking::must(a.answer(signatory));
        CHECK(a.facts().state == CaseState::forming);
        const auto page = a.page("sara", {}, consents_page);
        CHECK(page.find("Hindrad till och med") != std::string::npos);
        CHECK(page.find("underskrivare/3/hinder/avsluta") != std::string::npos);
        a.town.set(add_days(a.first, 3));
        Asking::must(a.answer(3, "no"));
        CHECK(a.facts().recorded_state == CaseState::suspended);
        CHECK(a.count("SELECT COUNT(*) FROM signatory_hindrance_end WHERE way = 'answered'") == 1);
    });
}

TEST_CASE("edge-4.3: a hindrance ends when the guardian can be asked again; from that day the person must sign")
{
    with([](Asking& a) {
        a.ask();
        a.profile(jurist);
        CHECK(fault_of(a.sara(end_hindrance_command(), {a.number, "3"})) == "not found");
        Asking::must(a.sara(hinder_guardian_command(),
                            {a.number, "3", "ill", "Brev", "Karin Östberg", a.first, add_days(a.first, 30), true}));
        for (const int signatory : {1, 2}) Asking::must(a.answer(signatory));
        a.town.set(add_days(a.first, 5));
        CHECK(a.facts().state == CaseState::forming);
        Asking::must(a.sara(end_hindrance_command(), {a.number, "3"}));
        CHECK(a.facts().recorded_state == CaseState::suspended);
        CHECK(fault_of(a.sara(end_hindrance_command(), {a.number, "3"})) == "not found");
        // What was shared before was shared in order.
        const auto facts = a.facts().consent;
        CHECK(in_force(facts, add_days(a.first, 4)) != nullptr);
        CHECK(in_force(facts, add_days(a.first, 5)) == nullptr);
        // A yes from the one who was hindered completes it again.
        Asking::must(a.answer(3));
        CHECK(a.facts().consent_state == ConsentState::valid);
    });
}

TEST_CASE("settled-3: with the jurist's decision what was signed as an adult goes on over the 18th birthday, without it everything rests")
{
    for (const bool allowed : {false, true})
        with([&](Asking& a) {
            const Date asked_on = 2027y / 12 / 1, of_age = 2028y / 2 / 2;
            a.town.set(asked_on);
            a.first = asked_on;
            if (allowed) a.profile(jurist);
            a.ask();
            RegisterAnswer own;
            own.case_number = a.number;
            own.signatory = "1";
            own.answer = "yes";
            own.signed_on = asked_on;
            own.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
            own.signature_seen = own.as_adult = true;
            own.follow_up_answer = "no";
            if (!allowed) {
                CHECK(fault_of(a.sara(register_answer_command(), own)) == "settled-3");
                own.as_adult = false;
            }
            Asking::must(a.sara(register_answer_command(), own));
            for (const int signatory : {2, 3}) Asking::must(a.answer(signatory));
            CHECK(a.due_by("duty.talk_of_adulthood").has_value() == !allowed);
            a.town.set(add_days(of_age, -1));
            CHECK(a.facts().state == CaseState::forming);
            a.town.set(of_age);
            CHECK(a.facts().state == (allowed ? CaseState::forming : CaseState::suspended));
        });
}
