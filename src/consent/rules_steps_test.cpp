#include "consent/rules_steps.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;
using access::CaseState;

namespace {

Form a_good_form()
{
    return {first_day, last_day, first_day, 12, {social_services, police, school}};
}

PaperAnswer a_good_answer() { return {AnswerKind::yes, first_day, first_day, last_day, true, true, true, false}; }

}  // namespace

TEST_CASE("S0-18 Somebody from another agency collects only with the approval of social services")
{
    CHECK(may_collect(true, false).allowed());
    CHECK(may_collect(false, true).allowed());
    CHECK(may_collect(false, false).lacks(guideline::collector_approved));
}

TEST_CASE("S0-52 Social services and the police are always among the agencies concerned")
{
    CHECK(may_judge(true, true).allowed());
    CHECK(may_judge(true, false).lacks(guideline::social_services_and_police));
    CHECK(may_judge(false, true).lacks(guideline::social_services_and_police));
}

TEST_CASE("S1-13 Nobody is asked before a conversation that told everything, by somebody who may ask")
{
    CHECK(may_ask(true, true, true).allowed());
    CHECK(may_ask(false, true, true).lacks(guideline::talked_before_asked));
    CHECK(may_ask(true, false, true).lacks(guideline::two_roles_told));
    CHECK(may_ask(true, true, false).lacks(guideline::collector_approved));
}

TEST_CASE("S0-15 A form names all agencies concerned")
{
    CHECK(may_open(nobody_asked(), a_good_form()).allowed());
    auto form = a_good_form();
    form.agencies.erase(police);
    CHECK(may_open(nobody_asked(), form).lacks(guideline::all_concerned_covered));
    auto unjudged = nobody_asked();
    unjudged.concerned.clear();
    CHECK(may_open(unjudged, a_good_form()).lacks(guideline::all_concerned_covered));
}

TEST_CASE("S0-22 A form is made when it is known who must sign")
{
    auto facts = nobody_asked();
    facts.signatories.resize(1);
    CHECK(may_open(facts, a_good_form()).lacks(guideline::all_have_signed));
    facts.signatories = {{eva, 1, SignatoryRole::guardian}};
    CHECK(may_open(facts, a_good_form()).lacks(guideline::all_have_signed));
}

TEST_CASE("S4-15 A form has a term that is not over and does not begin in the future")
{
    auto form = a_good_form();
    form.last_day = form.valid_from;
    CHECK(may_open(nobody_asked(), form).allowed());
    form.last_day = 2026y / 11 / 17;
    CHECK(may_open(nobody_asked(), form).lacks(guideline::within_term));
    form = a_good_form();
    form.on = last_day;
    CHECK(may_open(nobody_asked(), form).allowed());
    form.on = next_day(last_day);
    CHECK(may_open(nobody_asked(), form).lacks(guideline::within_term));
    // Nothing is in force: a form that begins tomorrow would open the room tomorrow with nobody deciding it.
    form = a_good_form();
    form.on = 2026y / 11 / 17;
    CHECK(may_open(nobody_asked(), form).lacks(guideline::within_term));
}

TEST_CASE("S0-23 A renewal begins at the latest when the consent in force ends: no gap")
{
    const auto facts = a_consent();
    CHECK(latest_start(facts, 2027y / 4 / 1) == 2027y / 5 / 1);
    CHECK(latest_start(facts, 2027y / 5 / 3) == 2027y / 5 / 3);
    auto form = a_good_form();
    form.on = 2027y / 4 / 1;
    form.valid_from = 2027y / 5 / 1;
    form.last_day = 2027y / 10 / 31;
    CHECK(may_open(facts, form).allowed());
    form.valid_from = 2027y / 5 / 2;
    CHECK(may_open(facts, form).lacks(guideline::within_term));
}

TEST_CASE("settled-12 The longest term is a value of the municipality")
{
    auto form = a_good_form();
    form.longest_months = 6;
    form.last_day = 2027y / 5 / 16;
    CHECK(may_open(nobody_asked(), form).allowed());
    form.last_day = 2027y / 5 / 17;
    CHECK(may_open(nobody_asked(), form).allowed());
    form.last_day = 2027y / 5 / 18;  // six months and a day, since both days are included
    CHECK(may_open(nobody_asked(), form).lacks(guideline::term_not_too_long));
}

TEST_CASE("S0-14 A yes has the scanned form and a signature that somebody has seen; a no needs neither")
{
    CHECK(may_register(a_good_answer()).allowed());
    auto answer = a_good_answer();
    answer.form_attached = false;
    CHECK(may_register(answer).lacks(guideline::in_writing));
    answer = a_good_answer();
    answer.signature_seen = false;
    CHECK(may_register(answer).lacks(guideline::in_writing));
    answer = {AnswerKind::no, first_day, first_day, last_day, false, false, false, false};
    CHECK(may_register(answer).allowed());
    answer.kind = AnswerKind::excludes_agency;
    CHECK(may_register(answer).allowed());
}

TEST_CASE("S4-15 An answer is signed no later than it is registered, and within the term")
{
    auto answer = a_good_answer();
    answer.registered_on = 2026y / 11 / 19;
    CHECK(may_register(answer).allowed());
    answer.registered_on = 2026y / 11 / 17;
    CHECK(may_register(answer).lacks(guideline::within_term));
    answer = a_good_answer();
    answer.signed_on = answer.registered_on = last_day;
    CHECK(may_register(answer).allowed());
    answer.signed_on = answer.registered_on = next_day(last_day);
    CHECK(may_register(answer).lacks(guideline::within_term));
}

TEST_CASE("S1-69 The question about research is answered apart with every yes")
{
    auto answer = a_good_answer();
    answer.follow_up_answered = false;
    CHECK(may_register(answer).lacks(guideline::follow_up_answer_apart));
    answer.kind = AnswerKind::no;
    CHECK(may_register(answer).allowed());
}

TEST_CASE("settled-4 A form from which somebody has stepped back takes no more answers")
{
    auto answer = a_good_answer();
    answer.withdrawn = true;
    CHECK(may_register(answer).lacks(guideline::not_withdrawn));
}

TEST_CASE("S0-15 The group begins when the consent holds for all who are judged concerned now")
{
    auto facts = a_consent();
    CHECK(may_start(facts, facts.consents[0], first_day).allowed());
    facts.concerned.insert(health);
    CHECK(may_start(facts, facts.consents[0], first_day).lacks(guideline::all_concerned_covered));
    facts = a_consent();
    without(facts, per);
    CHECK(may_start(facts, facts.consents[0], first_day).lacks(guideline::all_have_signed));
}

TEST_CASE("S0-22 A suspended case goes on when a consent holds again")
{
    auto facts = a_consent();
    CHECK(may_resume(facts, first_day).allowed());
    CHECK(may_resume(facts, next_day(last_day)).lacks(guideline::within_term));
    CHECK_FALSE(may_resume(nobody_asked(), first_day).allowed());
    // The renewal is asked for, the old one holds: it is the old one that lets the case go on.
    facts.consents.push_back(a_form(2, 2027y / 5 / 1, 2027y / 10 / 31));
    CHECK(may_resume(facts, first_day).allowed());
    CHECK(may_resume(facts, 2027y / 5 / 1).lacks(guideline::all_have_signed));
}

TEST_CASE("settled-4 Who withdraws ends the consent in force and the renewal that is being asked for")
{
    auto facts = a_consent();
    CHECK(withdrawable(facts, eva, last_day) == std::vector{id<ConsentId>(1)});
    CHECK(withdrawable(facts, eva, next_day(last_day)).empty());
    facts.consents.push_back(a_form(2, 2027y / 5 / 1, 2027y / 10 / 31));
    CHECK(withdrawable(facts, eva, 2027y / 4 / 20) == std::vector{id<ConsentId>(1), id<ConsentId>(2)});
    form(facts).withdrawals = {{eva, 2027y / 4 / 20}};
    form(facts, 2).withdrawals = {{eva, 2027y / 4 / 20}};
    CHECK(withdrawable(facts, eva, 2027y / 4 / 20).empty());
    CHECK_FALSE(withdrawable(facts, per, 2027y / 4 / 20).empty());
}

TEST_CASE("settled-4 Nobody withdraws who has said yes to nothing, or is not asked any more")
{
    auto facts = a_consent();
    without(facts, per);
    CHECK(withdrawable(facts, per, first_day).empty());
    CHECK(withdrawable(facts, uncle, first_day).empty());
    facts.signatories[1].ended_on = 2026y / 12 / 1;
    CHECK_FALSE(withdrawable(facts, eva, 2026y / 11 / 30).empty());
    CHECK(withdrawable(facts, eva, 2026y / 12 / 1).empty());
}

TEST_CASE("S0-23 The talk about a renewal is due on the last day that is covered")
{
    const auto facts = a_consent();
    for (const auto state : {CaseState::forming, CaseState::planning, CaseState::active, CaseState::closure_review}) {
        const auto duties = due(facts, state, first_day, 7);
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].requirement == &guideline::consent_renewed);
        CHECK(duties[0].last_day == last_day);
        CHECK(duties[0].path == "samtycken");
    }
    CHECK(due(facts, CaseState::closed, first_day, 7).empty());
    CHECK(due(facts, CaseState::consent_pending, first_day, 7).empty());
}

TEST_CASE("settled-4 The decision after a withdrawal is due so many days after the first who stepped back")
{
    auto facts = a_consent();
    form(facts).withdrawals = {{per, 2027y / 1 / 9}, {eva, 2027y / 1 / 5}};
    const auto duties = due(facts, CaseState::suspended, 2027y / 1 / 9, 7);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::not_withdrawn);
    CHECK(duties[0].last_day == 2027y / 1 / 12);
}

TEST_CASE("S0-23 When the consent has run out the decision is due so many days after the first day that was not covered")
{
    const auto facts = a_consent();
    for (const auto on : {next_day(last_day), add_days(last_day, 40)}) {
        const auto duties = due(facts, CaseState::suspended, on, 7);
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].requirement == &guideline::consent_renewed);
        CHECK(duties[0].last_day == add_days(next_day(last_day), 7));
        CHECK(duties[0].path == "samtycken");
    }
}

TEST_CASE("settled-3 After the 18th birthday the decision is due so many days after it")
{
    auto facts = a_consent();
    facts.born = 2009y / 1 / 20;
    const auto duties = due(facts, CaseState::suspended, 2027y / 1 / 25, 7);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::consent_renewed);
    CHECK(duties[0].last_day == 2027y / 1 / 27);
}

TEST_CASE("settled-35 A new consent that holds is a case to resume, so many days after it was complete")
{
    auto facts = a_consent();
    form(facts).withdrawals = {{eva, 2027y / 1 / 5}};
    auto again = a_form(2, 2027y / 1 / 8, 2027y / 6 / 30);
    again.answers = {yes(alex, 2027y / 1 / 8), yes(eva, 2027y / 1 / 10), yes(per, 2027y / 1 / 9)};
    facts.consents.push_back(again);
    CHECK(due(facts, CaseState::suspended, 2027y / 1 / 9, 7)[0].requirement == &guideline::not_withdrawn);
    for (const auto on : {2027y / 1 / 10, 2027y / 2 / 10}) {
        const auto duties = due(facts, CaseState::suspended, on, 7);
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].requirement == &guideline::all_have_signed);
        CHECK(duties[0].last_day == 2027y / 1 / 17);
        CHECK(duties[0].path == "samtycken/ateruppta");
    }
}
