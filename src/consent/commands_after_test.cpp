#include <doctest/doctest.h>

#include "consent/form_text.h"
#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

TEST_CASE("settled-7, edge-4.10: a form in a language nobody has confirmed is not signed; the interpreter's language is kept")
{
    with([](Asking& a) {
        a.ask();
        RegisterAnswer own;
        own.case_number = a.number;
        own.signatory = "2";
        own.answer = "yes";
        own.signed_on = a.first;
        own.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
        own.signature_seen = true;
        own.follow_up_answer = "no";
        own.text_language = "so";
        CHECK(fault_of(a.sara(register_answer_command(), own)) == "settled-7");
        own.text_language = "sv";
        own.help = {"phone", "", true};
        CHECK(fault_of(a.sara(register_answer_command(), own)) == "interpreter_language");
        own.help.language = "somaliska";
        Asking::must(a.sara(register_answer_command(), own));
        CHECK(a.count("SELECT COUNT(*) FROM consent_answer WHERE interpreter_way = 'phone' AND easy_read = 1 AND "
                      "text_language = 'sv'") == 1);
        a.profile(R"({"confirmed_languages": ["sv", "so"]})");
        own.text_language = "so";
        own.signatory = "3";
        Asking::must(a.sara(register_answer_command(), own));
    });
}

TEST_CASE("S0-09, settled-6, edge-4.12: a form is made when residence and custody are looked up; who has moved is decided about")
{
    with([](Asking& a) {
        a.ask();
        OpenConsent form{a.number, a.first, add_months(a.first, 6), "a", "b", "c", "population_register", a.first,
                         true,     false};
        CHECK(fault_of(a.sara(open_consent_command(), form)) == "S0-09");
        form.lives_here = true;
        form.list_complete = false;
        CHECK(fault_of(a.sara(open_consent_command(), form)) == "settled-6");
        CHECK(a.due_by("duty.look_up_circumstances") == add_months(a.first, 6));
        a.town.set(next_day(a.first));
        Asking::must(a.sara(check_circumstances_command(),
                            {a.number, "own_statement", a.town.today(), true, "no", "Flyttat till Tallby"}));
        CHECK(a.due_by("duty.moved_away") == add_days(a.town.today(), 7));
        CHECK_FALSE(a.due_by("duty.look_up_circumstances").has_value());
    });
}

TEST_CASE("settled-6: a form rests on a check that is not older than the municipality allows, and made since the consent in force began")
{
    with([](Asking& a) {
        a.agree();
        a.town.set(add_days(a.first, 20));
        const auto today = a.town.today();
        OpenConsent form{a.number, today, add_months(today, 6), "a", "b", "c", "population_register", next_day(today), true, true};
        CHECK(fault_of(a.sara(open_consent_command(), form)) == "circumstances_checked_on");
        form.circumstances_checked_on = add_days(a.first, -1);
        CHECK(fault_of(a.sara(open_consent_command(), form)) == "settled-6");
        form.circumstances_checked_on = a.first;
        Asking::must(a.sara(open_consent_command(), form));
        a.town.set(add_months(a.first, 2));
        a.profile(R"({"recheck_months": 1})");
        CHECK(fault_of(a.sara(open_consent_command(), form)).find("settled-6") != std::string::npos);
    });
}

TEST_CASE("S0-15: each agency has a row on the form, as it stood when the form was made; S1-65: the whole wording is kept")
{
    with([](Asking& a) {
        a.ask();
        const DescribeAgency part{a.number,        "skolan",   "Högstadiet",         "mentor",
                                  "070-000 00 01", {"school"}, {"school", "leisure"}};
        a.town.set(next_day(a.first));
        CHECK(fault_of(a.sara(describe_agency_command(), {a.number, "skolan", "a", "b", "c", {"health"}, {}})) == "gives");
        Asking::must(a.sara(describe_agency_command(), part));
        const auto sheet = [&] { return a.page("sara", {{"signatory", "2"}}, sheet_page); };
        CHECK(sheet().find("Högstadiet") == std::string::npos);  // the form is older
        a.town.set(add_days(a.first, 2));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        CHECK(sheet().find("Björkskolan, Högstadiet, mentor, 070-000 00 01") != std::string::npos);
        const auto page = a.page("sara", {}, consents_page);
        CHECK(page.find("Hela texten på blankett 2") != std::string::npos);
        CHECK(a.count("SELECT COUNT(*) FROM consent_wording") == 2);
    });
}

TEST_CASE("edge-4.5, settled-6: everybody's sheet holds the own name and nobody else's")
{
    with([](Asking& a) {
        a.ask();
        const auto sheet = [&](const std::string& who, int number) {
            return a.page(who, {{"signatory", std::to_string(number)}}, sheet_page);
        };
        CHECK(sheet("sara", 2).find("Eva Ternström") != std::string::npos);
        CHECK(sheet("sara", 2).find("Per Ternström") == std::string::npos);
        CHECK(sheet("sara", 3).find("Eva Ternström") == std::string::npos);
        CHECK(sheet("alex", 1).find("Alex Ternström") != std::string::npos);
        CHECK(sheet("alex", 2) == "not found");
        CHECK(sheet("sara", 4) == "not found");
    });
}

TEST_CASE("Who opens the own form again reads what was answered, and no boxes; social services print it for a new answer")
{
    with([](Asking& a) {
        a.ask();
        const auto sheet = [&](const std::string& who) { return a.page(who, {{"signatory", "1"}}, sheet_page); };
        const auto has = [](const std::string& page, const std::string& part) {
            return page.find(part) != std::string::npos;
        };
        const auto to_fill_in = [&](const std::string& page) { return has(page, "☐") && has(page, "________"); };
        const auto nothing_to_fill_in = [&](const std::string& page) { return !has(page, "☐") && !has(page, "________"); };
        CHECK(to_fill_in(sheet("alex")));
        CHECK(has(sheet("alex"), "Skriv ut sidan"));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        CHECK(nothing_to_fill_in(sheet("alex")));
        CHECK(has(sheet("alex"), "Alex Ternström"));
        CHECK(has(sheet("alex"), say_date(Language::sv, a.town.today())));
        CHECK_FALSE(has(sheet("alex"), "Skriv ut sidan"));
        CHECK(to_fill_in(sheet("sara")));
        CHECK(has(sheet("sara"), "Skriv ut sidan"));
        Asking::must(a.withdraw("alex", 1));
        CHECK(has(sheet("alex"), "Tagit tillbaka"));
        CHECK(nothing_to_fill_in(sheet("alex")));
    });
}

TEST_CASE("S1-67, S1-69: research is taken back apart, and nothing else changes")
{
    with([](Asking& a) {
        a.ask();
        for (const int signatory : {1, 2, 3}) {
            RegisterAnswer said;
            said.case_number = a.number;
            said.signatory = std::to_string(signatory);
            said.answer = "yes";
            said.signed_on = a.first;
            said.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
            said.signature_seen = true;
            said.follow_up_answer = "yes";
            Asking::must(a.sara(register_answer_command(), said));
        }
        CHECK(a.json("sara").find("\"follow_up\":true") != std::string::npos);
        Asking::must(a.sara(withdraw_follow_up_command(), {a.number, "3", "letter", a.first, ""}));
        CHECK(a.json("sara").find("\"follow_up\":false") != std::string::npos);
        // The sheet asks for both: talks and statistics, after an ethical review, by others than the agencies.
        const auto sheet = a.page("sara", {{"signatory", "1"}}, sheet_page);
        CHECK(sheet.find("utanför myndigheterna, efter etisk prövning, prata med dig eller hämta statistik") != std::string::npos);
        CHECK(a.facts().state == CaseState::forming);
    });
}

TEST_CASE("S1-66, S1-70: a renewal that asks nobody leaves the yes to research alone; five years after the end it is over")
{
    with([](Asking& a) {
        a.ask();
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory, "yes", "yes"));
        a.town.set(add_days(a.first, 30));
        Asking::must(a.open_form(a.town.today(), add_months(a.town.today(), 6)));
        for (const int signatory : {1, 2, 3}) Asking::must(a.talk(signatory));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory, "yes", "not_asked"));
        const auto says = [&] { return a.json("sara").find("\"follow_up\":true") != std::string::npos; };
        const auto page_says = [&] { return a.page("sara", {}, consents_page).find("Alla har sagt ja till att forskare") != std::string::npos; };
        CHECK(says());
        CHECK(page_says());
        Asking::must(a.town.as("sara", [&](access::Work& work) -> Result<int> {
            const auto permit = access::permit<Operation::keep_file>(work, a.number);
            if (!permit) return permit.error();
            const auto note = cases::add_decision(*permit, a.resumption().note, "sol-18-4");
            cases::move(*permit, CaseState::closed, "T17", note);
            return 1;
        }));
        const auto last = add_months(a.town.today(), 60);
        a.town.set(last);
        CHECK(says());
        CHECK(page_says());
        a.town.set(next_day(last));
        CHECK_FALSE(says());
        CHECK_FALSE(page_says());
    });
}

TEST_CASE("settled-4, edge-4.6: a withdrawal keeps the day it came beside the moment in which sharing stopped")
{
    with([](Asking& a) {
        a.agree();
        a.town.set(add_days(a.first, 3));
        CHECK(fault_of(a.sara(withdraw_consent_command(), {a.number, "3", "letter", "", add_days(a.first, 4)})) ==
              "came_on");
        Asking::must(a.sara(withdraw_consent_command(), {a.number, "3", "letter", "", add_days(a.first, 1)}));
        CHECK(a.facts().consent_state == ConsentState::ended);
        CHECK(a.json("sara").find("\"came_on\":\"" + iso(add_days(a.first, 1)) + "\"") != std::string::npos);
        CHECK(a.due_by("duty.decide_after_withdrawal") == add_days(a.first, 10));
    });
}

TEST_CASE("S0-23, S1-42: a talk about going on moves the next one")
{
    with([](Asking& a) {
        a.agree();
        const auto ends = add_months(a.first, 6);
        CHECK(a.due_by("duty.talk_of_renewal") == add_days(ends, -30));
        a.town.set(add_days(ends, -25));
        Asking::must(
            a.sara(register_conversation_command(),
                   {a.number, "1", a.town.today(), "phone", false, false, false, "", "Vill fortsätta", {"renewal"}}));
        CHECK(a.due_by("duty.talk_of_renewal") == add_days(ends, -3));
    });
}
