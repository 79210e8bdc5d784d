#include <doctest/doctest.h>

#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

TEST_CASE("settled-6: a signatory sees and takes back the own answer, and nothing of the others")
{
    with([](Asking& a) {
        a.agree();
        const auto own = a.json("alex");
        CHECK(own.find("Alex Ternstr") != std::string::npos);
        CHECK(own.find("Eva") == std::string::npos);
        CHECK(own.find("findings") == std::string::npos);
        CHECK(own.find(R"("signatory":2)") == std::string::npos);
        CHECK(a.json("sara").find("Eva") != std::string::npos);
        CHECK(a.json("jonas") == "not found");

        const auto page = a.town.look("alex", {{"case", a.number}}, consents_page);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).main.str().find("Eva") == std::string::npos);
        CHECK((*page).main.str().find("Per Ternstr") == std::string::npos);

        CHECK(fault_of(a.withdraw("alex", 2)) == "not found");
        CHECK(a.facts().state == CaseState::forming);
        const auto taken = a.withdraw("alex", 1);
        Asking::must(taken);
        CHECK((*taken).page.str() == "/");
        CHECK(a.facts().recorded_state == CaseState::suspended);
        CHECK(a.count("SELECT COUNT(*) FROM consent_withdrawal WHERE way = 'own_page'") == 1);
    });
}

TEST_CASE("UX 3.8 A signatory reads what was said yes to, with whom, until when, and takes it back with one button")
{
    with([](Asking& a) {
        const auto own = [&] { return a.page("alex", {}, consents_page); };
        a.ask();
        CHECK(own().find("Du har inte svarat än.") != std::string::npos);
        CHECK(own().find("Du svarar på ett papper.") != std::string::npos);
        CHECK(own().find("Ta tillbaka mitt ja") == std::string::npos);  // nothing is given yet
        Asking::must(a.answer(1));
        CHECK(own().find("Det gäller inte i dag.") != std::string::npos);  // not who is missing (settled 6)
        Asking::must(a.answer(2));
        Asking::must(a.answer(3));
        for (const auto* words : {"Du har sagt ja. De får prata med varandra om dig.", "Vilka får prata med varandra?", "Björkskolan",
                                  "Hur länge?", "Vill du ändra dig?", "underskrivare/1/ta-tillbaka"})
            CHECK_MESSAGE(own().find(words) != std::string::npos, words);
        Asking::must(a.withdraw("sara", 3));
        CHECK(own().find("Det gäller inte i dag.") != std::string::npos);
        CHECK(own().find("Du har tagit tillbaka") == std::string::npos);  // it was another
    });
}

TEST_CASE("settled-6: what is checked before the own yes is taken back says what ends and when, and nothing of the others")
{
    with([](Asking& a) {
        a.agree();
        const web::PathParts own{{"case", a.number}, {"signatory", "1"}};
        const auto mine = a.town.look("alex", own, withdraw_consent_command().prepare);
        REQUIRE(static_cast<bool>(mine));
        const auto check = (*mine).check.str();
        CHECK(check.find("Ditt ja slutar gälla i dag. Annars gäller det till " +
                         say_date(Language::sv, add_months(a.first, 6))) != std::string::npos);
        CHECK(check.find("De slutar dela om dig direkt.") != std::string::npos);
        for (const auto* hidden : {"Eva", "Per ", "Vårdnadshavare", "vilande"})
            CHECK_MESSAGE(check.find(hidden) == std::string::npos, hidden);
        const auto officers = a.town.look("sara", own, withdraw_consent_command().prepare);
        REQUIRE(static_cast<bool>(officers));
        CHECK((*officers).check.str().find("ärendet blir vilande") != std::string::npos);
        CHECK((*officers).check.str().find("Det gäller: Ungdomen") != std::string::npos);
    });
}

TEST_CASE("UX 4 Before anything is asked for the page says what a missing consent means, and what comes first")
{
    with([](Asking& a) {
        const auto page = [&] { return a.page("sara", {}, consents_page); };
        CHECK(page().find("Inga samtycken finns.") != std::string::npos);
        CHECK(page().find("Utan samtycke delar ni inget om Alex här. Du ska alltid göra orosanmälan när lagen kräver det.") !=
              std::string::npos);
        CHECK(page().find("Börja hämta in samtycke") != std::string::npos);
        a.ask();
        CHECK(page().find("Inga samtycken finns.") == std::string::npos);
        CHECK(page().find("0 av 3 är klara.") != std::string::npos);
        CHECK(page().find("Ingen länk skickas.") != std::string::npos);
        CHECK(page().find("Förnya samtycket") == std::string::npos);
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(page().find("Ingen länk skickas.") == std::string::npos);  // everybody has answered
        const auto has_button = [&] {
            const auto at = page().find("Förnya samtycket");
            REQUIRE(at != std::string::npos);
            const auto before = page().substr(0, at);
            return before.rfind("govuk-button") > before.rfind("govuk-details") && before.rfind("govuk-button") != std::string::npos;
        };
        CHECK_FALSE(has_button());  // there is half a year left
        a.town.set(add_days(add_months(a.first, 6), -31));
        CHECK_FALSE(has_button());
        a.town.set(add_days(add_months(a.first, 6), -30));
        CHECK(has_button());
    });
}

TEST_CASE("S0-14: every answer stands in the history with what is written beside it, also one that was changed")
{
    with([](Asking& a) {
        a.ask();
        Asking::must(a.answer(1));
        a.town.set(add_days(a.first, 1));
        RegisterAnswer again;
        again.case_number = a.number;
        again.signatory = "1";
        again.answer = "yes";
        again.signed_on = a.first;
        again.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
        again.signature_seen = true;
        again.follow_up_answer = "yes";
        again.place = "Ekvik";
        again.original_kept_at = "Skåp 3";
        Asking::must(a.sara(register_answer_command(), again));
        const auto page = a.page("sara", {}, consents_page);
        for (const auto* words : {"Alla svar", "Ort: Ekvik", "Var finns originalet? Skåp 3", "Forskning: Ja", "Forskning: Nej"})
            CHECK_MESSAGE(page.find(words) != std::string::npos, words);
        CHECK(a.page("alex", {}, consents_page).find("Ekvik") == std::string::npos);
    });
}

TEST_CASE("T15: before the case goes on the page says where, and until when the consent holds")
{
    with([](Asking& a) {
        a.agree();
        const auto check = [&] {
            const auto found = a.town.look("sara", {{"case", a.number}}, resume_case_command().prepare);
            return found ? (*found).check.str() : std::string("not found");
        };
        Asking::must(a.withdraw("sara", 3));
        CHECK(check().find("Samtycke") == std::string::npos);  // none holds
        a.town.set(add_days(a.first, 3));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(check().find("Ärendet fortsätter där det stannade: Gruppen bildas. Samtycke 2 gäller") != std::string::npos);
        CHECK(check().find("De här ser ärendet igen:") != std::string::npos);
    });
}

TEST_CASE("S0-10: only social services register, ask and resume; others do not find the case")
{
    with([](Asking& a) {
        a.agree();
        for (const std::string who : {"jonas", "elin", "amir", "alex"}) {
            CHECK(fault_of(a.town.run(who, judge_agencies_command(), {a.number, {"soc", "polisen"}, "x"})) == "not found");
            CHECK(fault_of(a.town.run(who, add_signatory_command(), a.person("guardian", "Nils Ny"))) == "not found");
            CHECK(fault_of(a.town.run(who, resume_case_command(), a.resumption())) == "not found");
        }
        CHECK(fault_of(a.withdraw("jonas", 1)) == "not found");
    });
}

TEST_CASE("edge-4.5, settled-18: an answer is registered with the name of who gave it, a protected person's by role alone")
{
    with([](Asking& a) {
        a.ask();
        auto hidden = a.person("guardian", "Nils Ternström");
        hidden.protected_identity = "protected_registration";
        Asking::must(a.sara(add_signatory_command(), hidden));
        const auto form_of = [&](const std::string& signatory) {
            const auto form = a.town.look("sara", {{"case", a.number}, {"signatory", signatory}}, register_answer_command().prepare);
            Asking::must(form);
            CHECK((*form).check.str().find("Vårdnadshavare") != std::string::npos);
            return (*form).above.str();
        };
        CHECK(form_of("3").find("Vårdnadshavare 2 (Per Ternström), blankett 1") != std::string::npos);
        CHECK(form_of("4").find("Vårdnadshavare 3, blankett 1") != std::string::npos);
        CHECK(form_of("4").find("Nils") == std::string::npos);
    });
}

TEST_CASE("edge-4.5: where a protected person is reached is not on the page of consents")
{
    with([](Asking& a) {
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        auto hidden = a.person("guardian", "Eva Ternström");
        hidden.protected_identity = "protected_registration";
        Asking::must(a.sara(add_signatory_command(), hidden));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Per Ternström")));
        const auto kept = a.town.as("sara", [&](access::Work& work) -> Result<std::vector<KeptSignatory>> {
            const auto permit = access::permit<Operation::read_consent>(work, a.number);
            if (!permit) return permit.error();
            return signatories(*permit);
        });
        REQUIRE((*kept).size() == 2);
        CHECK((*kept)[0].contact.empty());
        CHECK((*kept)[1].contact == "070-000 00 00");

        const auto reads_contact = [&]() {
            return a.town.as("sara", [&](access::Work& work) -> Result<std::string> {
                const auto permit = access::permit<Operation::read_protected_contact>(work, a.number);
                if (!permit) return permit.error();
                return protected_contact(*permit, (*kept)[0].id);
            });
        };
        CHECK(fault_of(reads_contact()) == "not found");
        Asking::must(a.town.as("sara", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<Operation::prepare_consent>(work, a.number);
            if (!permit) return permit.error();
            cases::assign(*permit, work.reader.person, work.reader.unit, "named_reader");
            return Done{};
        }));
        const auto contact = reads_contact();
        REQUIRE(static_cast<bool>(contact));
        CHECK(*contact == "070-000 00 00");
    });
}

TEST_CASE("settled-18: scope and days of the consent, without names")
{
    with([](Asking& a) {
        a.agree();
        const auto scope = a.town.look("sara", {{"case", a.number}}, scope_json);
        REQUIRE(static_cast<bool>(scope));
        CHECK((*scope).find(R"("holds":true)") != std::string::npos);
        CHECK((*scope).find(R"("agencies":["skolan","polisen","soc"])") != std::string::npos);
        CHECK((*scope).find(iso(add_months(a.first, 6))) != std::string::npos);
        CHECK((*scope).find("Tern") == std::string::npos);
        const auto page = a.town.look("sara", {{"case", a.number}}, consents_page);
        REQUIRE(static_cast<bool>(page));
        for (const auto* words : {"Eva Ternström", "Vårdnadshavare 2", "3 av 3 är klara", "Krävs: Alex + alla vårdnadshavare.",
                                  "Björkskolan", "Bra samtal"})
            CHECK((*page).main.str().find(words) != std::string::npos);
    });
}

TEST_CASE("T8, T14: the pages of every step open for the case officer, with what is needed")
{
    with([](Asking& a) {
        CHECK(static_cast<bool>(a.town.look("sara", {{"case", a.number}}, start_consent_command().prepare)));
        CHECK_FALSE(static_cast<bool>(a.town.look("sara", {{"case", a.number}}, open_consent_command().prepare)));
        a.ask();
        const auto form = a.town.look("sara", {{"case", a.number}}, open_consent_command().prepare);
        REQUIRE(static_cast<bool>(form));
        CHECK((*form).gate.allowed());
        CHECK((*form).input.last_day == add_days(add_months(a.first, 6), -1));
        const web::PathParts first{{"case", a.number}, {"signatory", "1"}};
        for (const auto* number : {"0", "4", "x", "01"})
            CHECK_FALSE(static_cast<bool>(a.town.look("sara", {{"case", a.number}, {"signatory", number}}, register_answer_command().prepare)));
        CHECK(static_cast<bool>(a.town.look("sara", first, register_answer_command().prepare)));
        CHECK(static_cast<bool>(a.town.look("sara", first, register_conversation_command().prepare)));
        CHECK(static_cast<bool>(a.town.look("sara", first, end_signatory_command().prepare)));
        CHECK_FALSE(static_cast<bool>(a.town.look("sara", first, withdraw_consent_command().prepare)));
        Asking::must(a.answer(1));
        CHECK(static_cast<bool>(a.town.look("sara", first, withdraw_consent_command().prepare)));
        CHECK(static_cast<bool>(a.town.look("sara", {{"case", a.number}}, add_signatory_command().prepare)));
        CHECK(static_cast<bool>(a.town.look("sara", {{"case", a.number}}, judge_agencies_command().prepare)));
    });
}
