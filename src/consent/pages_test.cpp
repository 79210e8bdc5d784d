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
        for (const auto* words : {"Eva Ternström", "Vårdnadshavare 2", "3 av 3 har sagt ja", "Björkskolan", "Bra samtal"})
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
