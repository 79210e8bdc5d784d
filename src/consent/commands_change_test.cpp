#include <doctest/doctest.h>

#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

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

        CHECK(a.due_by("duty.decide_after_withdrawal") == add_days(a.first, 7));
        CHECK(a.due()[0].person == a.town.people.at("sara"));

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

TEST_CASE("S0-23, edge-4.9: a consent that ran out is written down as a suspension by the next command, and stays one")
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
        CHECK(fault_of(a.answer(1)) == "S1-13 S1-13 S0-55");  // settled 6: the talk before the first form was for that one
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        Asking::must(a.answer(1));
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

TEST_CASE("S1-61: while the decision to continue or close is overdue nobody is asked for a new consent")
{
    with([](Asking& a) {
        a.agree();
        a.profile(R"({"continue_or_close_months": 1})");
        const auto renew = [&a] { return fault_of(a.open_form(a.town.today(), add_months(a.town.today(), 6))); };
        const auto decided = [&a](const std::string& transition) {
            Asking::must(a.town.as("sara", [&](access::Work& work) -> Result<Done> {
                const auto permit = access::permit<Operation::prepare_consent>(work, a.number);
                if (!permit) return permit.error();
                const auto note = cases::add_decision(*permit, {"a", "b", "c", "d", "e", "f", "g"}, "sol-18-4");
                cases::move(*permit, CaseState::active, transition, note);
                return Done{};
            }));
        };
        a.town.set(add_months(a.first, 2));
        CHECK(renew() == "none");  // no plan yet: there is nothing that could roll on
        decided("T10");
        a.town.set(add_months(a.town.today(), 1));
        CHECK(renew() == "none");
        a.town.set(next_day(a.town.today()));
        CHECK(renew() == "S1-61");
        CHECK(a.count("SELECT COUNT(*) FROM consent") == 3);  // of the refused one nothing is kept
        decided("T17");
        CHECK(renew() == "none");
    });
}

TEST_CASE("settled-4: a yes is not overwritten by a no, and who withdraws takes back the renewal too")
{
    with([](Asking& a) {
        a.agree();
        CHECK(fault_of(a.answer(2, "no")) == "answer");
        a.town.set(add_days(a.first, 100));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        Asking::must(a.talk(1));
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
