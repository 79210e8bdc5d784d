#include "consent/commands.h"

#include <doctest/doctest.h>

#include "cases/decision_note.h"
#include "consent/duties.h"
#include "consent/pages.h"
#include "consent/store.h"
#include "guideline/requirements.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::consent;
using access::CaseState;
using access::ConsentState;
using access::Operation;
using test::Municipality;

namespace {

template <class T>
std::string fault_of(const Result<T>& result)
{
    if (result) return "none";
    if (const auto* refused = result.error().template as<Refused>()) {
        std::string all;
        for (const auto* finding : refused->decision.missing()) all += (all.empty() ? "" : " ") + std::string(finding->requirement->id);
        return all;
    }
    if (const auto* faults = result.error().template as<Invalid>()) return faults->fields.at(0).field;
    return "not found";
}

/// A case that is to be offered, about Alex who is 16 and lives with Eva and Per; Sara is the case officer.
struct Asking {
    Municipality& town;
    std::string number;
    Date first;

    explicit Asking(Municipality& municipality) : town(municipality), first(municipality.today())
    {
        const auto made = town.as("sara", [&](access::Work& work) -> Result<std::string> {
            const auto youth = cases::add_youth(work, {"Alex", "Ternström", "", 2010y / 2 / 2});
            const auto permit = access::permit<Operation::take_up>(work, cases::open_case(work, youth, town.units.at("soc")));
            if (!permit) return permit.error();
            cases::assign(*permit, work.reader.person, work.reader.unit, "officer");
            const auto note = cases::add_decision(*permit, {"a", "b", "c", "d", "e", "f", "g"}, "sol-18-4");
            const auto id = work.new_id<RecordId>();
            work.db.run("INSERT INTO offer_decision (municipality, id, case_id, outcome, category, mode, ground, commits_crimes, "
                        "sources_sealed, room_for_more, decision_note) VALUES ($1, $2, $3, 'offer', 'exit_seeker', 'cooperation_form', "
                        "'none', 1, $4, 1, $5)",
                        work.municipality, id, permit->case_id(), Bytes(8, 1), note);
            cases::move(*permit, CaseState::decided_offer, "T5", note);
            return cases::give_case_number(*permit);
        });
        must(made);
        number = *made;
    }

    template <class T>
    static void must(const Result<T>& result)
    {
        INFO(fault_of(result));
        REQUIRE(static_cast<bool>(result));
    }
    template <class Input>
    Result<web::Landing> sara(const web::Command<Input>& command, const Input& input)
    {
        return town.run("sara", command, input);
    }

    AddSignatory person(const std::string& role, const std::string& name, const std::string& account = "") const
    {
        return {number, role, name, "", "070-000 00 00", "none", "population_register", town.today(), "svenska", account};
    }
    Result<web::Landing> talk(int signatory, const std::string& way = "meeting", bool police = true)
    {
        return sara(register_conversation_command(), {number, std::to_string(signatory), town.today(), way, true, true, police, "", "Bra samtal"});
    }
    Result<web::Landing> open_form(Date from, Date to)
    {
        return sara(open_consent_command(), {number, from, to, "Att prata", "Skola", "Vård", "population_register", town.today()});
    }
    Result<web::Landing> answer(int signatory, const std::string& what = "yes")
    {
        RegisterAnswer input;
        input.case_number = number;
        input.signatory = std::to_string(signatory);
        input.answer = what;
        input.signed_on = town.today();
        if (what == "yes") input.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
        input.signature_seen = what == "yes";
        input.follow_up_answer = what == "yes" ? "no" : "";
        return sara(register_answer_command(), input);
    }
    Result<web::Landing> withdraw(const std::string& who, int signatory)
    {
        return town.run(who, withdraw_consent_command(), {number, std::to_string(signatory), "phone", ""});
    }
    ResumeCase resumption() const { return {number, {"a", "b", "c", "d", "e", "f", "g"}}; }

    /// Everything up to the form: three agencies, three signatories who have been talked with.
    void ask()
    {
        must(sara(start_consent_command(), {number, "sara", false}));
        must(sara(judge_agencies_command(), {number, {"soc", "polisen", "skolan"}, "Ingen kontakt"}));
        must(sara(add_signatory_command(), person("youth", "Alex Ternström", "alex")));
        must(sara(add_signatory_command(), person("guardian", "Eva Ternström")));
        must(sara(add_signatory_command(), person("guardian", "Per Ternström")));
        for (const int signatory : {1, 2, 3}) must(talk(signatory));
        must(open_form(first, add_months(first, 6)));
    }
    /// A consent that all have signed.
    void agree()
    {
        ask();
        for (const int signatory : {1, 2, 3}) must(answer(signatory));
    }

    access::CaseFacts facts()
    {
        const auto found = town.as("sara", [&](access::Work& work) -> Result<access::CaseFacts> { return *access::load_case_facts(work, number); });
        return *found;
    }
    std::string transitions()
    {
        std::string all;
        town.in_unit([&](storage::Session& db) {
            db.each("SELECT transition FROM case_transition ORDER BY seq",
                    [&](const storage::Row& row) { all += (all.empty() ? "" : " ") + row.get<std::string>(0); });
        });
        return all;
    }
    int count(storage::Sql sql)
    {
        int found = 0;
        town.in_unit([&](storage::Session& db) { found = *db.one(sql, [](const storage::Row& row) { return row.get<int>(0); }); });
        return found;
    }
    std::string json(const std::string& who)
    {
        const auto found = town.look(who, {{"case", number}}, consents_json);
        return found ? *found : std::string("not found");
    }
};

void with(void (*story)(Asking&))
{
    test::on_both_engines([&](const test::Place& place) {
        Municipality town(place);
        Asking asking(town);
        story(asking);
    });
}

}  // namespace

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
        Asking::must(a.answer(2, "excludes_agency"));
        CHECK(a.facts().state == CaseState::consent_refused);
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
        CHECK(fault_of(a.answer(1)) == "S1-13 S0-55");
        Asking::must(a.talk(1, "attempt"));
        CHECK(fault_of(a.answer(1)) == "S1-13 S0-55");
        Asking::must(a.talk(1, "phone", false));
        CHECK(fault_of(a.answer(1)) == "S0-55");
        Asking::must(a.talk(2));  // with somebody else
        CHECK(fault_of(a.answer(1)) == "S0-55");
        Asking::must(a.talk(1));
        Asking::must(a.answer(1));
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

TEST_CASE("S0-18: somebody from another agency collects only when approved, and the form says so")
{
    with([](Asking& a) {
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "jonas", false})) == "S0-18");
        CHECK(a.facts().state == CaseState::decided_offer);
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true}));
        CHECK(fault_of(a.sara(start_consent_command(), {a.number, "sara", false})) == "not found");
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "Ingen kontakt"}));
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        CHECK(a.count("SELECT COUNT(*) FROM consent WHERE collector IS NOT NULL AND collector_approved_by IS NOT NULL") == 1);
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

TEST_CASE("settled-4, T14, T15: a withdrawal stops sharing in the same command; a new consent does not wake the case by itself")
{
    with([](Asking& a) {
        a.agree();
        Asking::must(a.withdraw("sara", 3));
        CHECK(a.facts().recorded_state == CaseState::suspended);
        CHECK(a.facts().consent_state == ConsentState::ended);
        CHECK(a.facts().left_state == CaseState::forming);
        CHECK(fault_of(a.withdraw("sara", 3)) == "not found");
        CHECK(fault_of(a.sara(resume_case_command(), a.resumption())).find("settled-4") != std::string::npos);

        const auto due = a.town.as("sara", [&](access::Work& work) -> Result<std::vector<guideline::Duty>> {
            const auto permit = access::permit<Operation::read_consent>(work, a.number);
            if (!permit) return permit.error();
            return duties(*permit);
        });
        REQUIRE((*due).size() == 1);
        CHECK((*due)[0].last_day == add_days(a.first, 7));
        CHECK((*due)[0].person == a.town.people.at("sara"));

        a.town.set(add_days(a.first, 3));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(a.facts().consent_state == ConsentState::valid);
        CHECK(a.facts().state == CaseState::suspended);
        Asking::must(a.sara(resume_case_command(), a.resumption()));
        CHECK(a.facts().state == CaseState::forming);
        CHECK(a.transitions() == "T1 T5 T6 T7 T14 T15");
    });
}

TEST_CASE("S0-23: a consent that ran out is written down as a suspension by the next command, and stays one")
{
    with([](Asking& a) {
        a.agree();
        a.town.set(next_day(add_months(a.first, 6)));
        CHECK(a.facts().state == CaseState::suspended);
        CHECK(a.facts().recorded_state == CaseState::forming);
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        CHECK(a.facts().recorded_state == CaseState::suspended);
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(a.facts().state == CaseState::suspended);
    });
}

TEST_CASE("S0-23: a renewal in good time takes over without a gap; the old consent holds until it ends")
{
    with([](Asking& a) {
        a.agree();
        const auto ends = next_day(add_months(a.first, 6));
        a.town.set(add_days(ends, -20));
        CHECK(fault_of(a.open_form(next_day(ends), add_months(ends, 6))) == "S4-15");
        Asking::must(a.open_form(ends, add_months(ends, 6)));
        CHECK(fault_of(a.answer(1)) == "none");  // talked with since the consent in force began
        CHECK(a.facts().consent_state == ConsentState::valid);
        Asking::must(a.answer(2));
        Asking::must(a.answer(3, "no"));
        CHECK(a.facts().state == CaseState::forming);  // a no to the renewal takes nothing from the one in force
        a.town.set(add_days(ends, -10));
        Asking::must(a.answer(3));
        a.town.set(ends);
        CHECK(a.facts().state == CaseState::forming);
        const auto facts = a.facts();
        REQUIRE(in_force(facts.consent, ends) != nullptr);
        CHECK(in_force(facts.consent, ends)->number == 2);
    });
}

TEST_CASE("settled-4: a yes is not overwritten by a no, and who withdraws takes back the renewal too")
{
    with([](Asking& a) {
        a.agree();
        CHECK(fault_of(a.answer(2, "no")) == "answer");
        a.town.set(add_days(a.first, 100));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        Asking::must(a.withdraw("sara", 2));
        CHECK(a.count("SELECT COUNT(*) FROM consent_withdrawal") == 2);
        CHECK(a.facts().state == CaseState::suspended);
        CHECK(fault_of(a.answer(1)) == "settled-4");
    });
}

TEST_CASE("settled-4, T8: taken back before the others have answered, it is a refusal")
{
    with([](Asking& a) {
        a.ask();
        CHECK(fault_of(a.withdraw("sara", 1)) == "not found");  // has not answered
        Asking::must(a.answer(1));
        Asking::must(a.withdraw("sara", 1));
        CHECK(a.facts().state == CaseState::consent_refused);
        CHECK(a.count("SELECT COUNT(*) FROM open_case") == 0);
    });
}

TEST_CASE("settled-4: a new guardian who has not signed suspends the case at once; ended as a mistake it waits for a decision")
{
    with([](Asking& a) {
        a.agree();
        Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Nils Ny")));
        CHECK(a.facts().recorded_state == CaseState::suspended);
        Asking::must(a.sara(end_signatory_command(), {a.number, "4", "registered_wrong", "Fel person", a.first}));
        CHECK(a.facts().consent_state == ConsentState::valid);
        CHECK(a.facts().state == CaseState::suspended);
        Asking::must(a.sara(resume_case_command(), a.resumption()));
        CHECK(a.facts().state == CaseState::forming);
    });
}

TEST_CASE("edge-4.4, T7: the only one who has not signed is no longer a guardian, so the consent is complete")
{
    with([](Asking& a) {
        a.ask();
        Asking::must(a.answer(1));
        Asking::must(a.answer(2));
        CHECK(fault_of(a.sara(end_signatory_command(), {a.number, "1", "deceased", "x", a.first})) == "reason");
        CHECK(fault_of(a.sara(end_signatory_command(), {a.number, "3", "custody_changed", "Dom", next_day(a.first)})) == "ended_on");
        Asking::must(a.sara(end_signatory_command(), {a.number, "3", "custody_changed", "Dom", a.first}));
        CHECK(a.facts().state == CaseState::forming);
        CHECK(fault_of(a.talk(3)) == "not found");
    });
}

TEST_CASE("settled-5: an agency judged concerned later does not stop the work, and is not let in")
{
    with([](Asking& a) {
        a.agree();
        a.town.set(add_days(a.first, 10));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen", "skolan", "fritid"}, "x"}));
        const auto facts = a.facts();
        CHECK(facts.state == CaseState::forming);
        CHECK(facts.consent_state == ConsentState::valid);
        CHECK_FALSE(names(facts.consent, a.town.agencies.at("fritid"), a.town.today()));
    });
}

TEST_CASE("S0-15: an agency judged concerned while all are signing holds back the start")
{
    with([](Asking& a) {
        a.ask();
        a.town.set(add_days(a.first, 1));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen", "skolan", "fritid"}, "x"}));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(a.facts().state == CaseState::consent_pending);
        a.town.set(add_days(a.first, 2));
        Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen", "skolan"}, "Behövs inte"}));
        CHECK(a.facts().state == CaseState::forming);
    });
}

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
        CHECK((*form).input.last_day == add_months(a.first, 6));
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
