#include "consent/rules_steps.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

Form a_good_form()
{
    Form form{first_day, last_day, first_day, 12, {social_services, police, school}, true, true, Collecting::in_order};
    form.checked_on = first_day;
    return form;
}

/// Which part of the term is wrong.
std::string term_lacks(const guideline::Decision& decision)
{
    std::string all;
    for (const auto* finding : decision.missing())
        if (finding->requirement == &guideline::within_term) all += (all.empty() ? "" : " ") + finding->about;
    return all;
}

PaperAnswer a_good_answer() { return {AnswerKind::yes, first_day, first_day, last_day, true, true, true, false}; }

}  // namespace

TEST_CASE("S0-52 Social services and the police are always among the agencies concerned")
{
    CHECK(may_judge(true, true).allowed());
    CHECK(may_judge(true, false).lacks(guideline::social_services_and_police));
    CHECK(may_judge(false, true).lacks(guideline::social_services_and_police));
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
    CHECK(term_lacks(may_open(nobody_asked(), form)) == "ended");
    form = a_good_form();
    form.on = form.valid_from = form.checked_on = last_day;
    CHECK(may_open(nobody_asked(), form).allowed());
    form.on = form.valid_from = next_day(last_day);
    CHECK(term_lacks(may_open(nobody_asked(), form)) == "ended");
    // A form is for the time to come: nobody says yes to what has been shared already.
    form = a_good_form();
    form.on = next_day(first_day);
    CHECK(term_lacks(may_open(nobody_asked(), form)) == "past");
    // Nothing is in force: a form that begins tomorrow would open the room tomorrow with nobody deciding it.
    form = a_good_form();
    form.on = 2026y / 11 / 17;
    CHECK(term_lacks(may_open(nobody_asked(), form)) == "gap");
    // Two ways to be over: it ends before it begins, or it has ended already.
    form = a_good_form();
    form.on = 2027y / 4 / 1;
    form.valid_from = 2027y / 5 / 1;
    form.last_day = 2027y / 4 / 20;
    CHECK(term_lacks(may_open(a_consent(), form)) == "ended");
    form.valid_from = 2027y / 3 / 1;
    form.last_day = 2027y / 3 / 20;
    CHECK(term_lacks(may_open(a_consent(), form)) == "ended past");
    form.last_day = form.on;
    CHECK(term_lacks(may_open(a_consent(), form)) == "past");
}

TEST_CASE("S0-23 A renewal begins at the latest when the consent in force ends: no gap")
{
    const auto facts = a_consent();
    CHECK(latest_start(facts, 2027y / 4 / 1) == 2027y / 5 / 1);
    CHECK(latest_start(facts, 2027y / 5 / 3) == 2027y / 5 / 3);
    auto form = a_good_form();
    form.on = form.checked_on = 2027y / 4 / 1;
    form.valid_from = 2027y / 5 / 1;
    form.last_day = 2027y / 10 / 31;
    CHECK(may_open(facts, form).allowed());
    form.valid_from = 2027y / 5 / 2;
    CHECK(term_lacks(may_open(facts, form)) == "gap");
}

TEST_CASE("settled-6, S0-09 A form is made when custody and protection are looked up, and the young person still lives here")
{
    auto form = a_good_form();
    form.list_complete = false;
    CHECK(may_open(nobody_asked(), form).lacks(guideline::circumstances_checked));
    form = a_good_form();
    form.lives_here = false;
    CHECK(may_open(nobody_asked(), form).lacks(guideline::lives_here));
}

TEST_CASE("settled-6 What was looked up long ago, on a day to come or before the consent in force began is not looked up for this form")
{
    const auto check_lacks = [](const Facts& facts, Date on, Date checked_on) {
        auto form = a_good_form();
        form.on = form.valid_from = on;
        form.checked_on = checked_on;
        const auto decision = may_open(facts, form);
        const auto missing = decision.missing();
        REQUIRE(missing.size() < 2);
        return missing.empty() ? std::string{} : std::string(missing[0]->requirement->id) + " " + missing[0]->about;
    };
    CHECK(check_lacks(nobody_asked(), first_day, first_day).empty());
    CHECK(check_lacks(nobody_asked(), first_day, 2026y / 5 / 18).empty());
    CHECK(check_lacks(nobody_asked(), first_day, 2026y / 5 / 17) == "settled-6 check_old");
    CHECK(check_lacks(nobody_asked(), first_day, next_day(first_day)) == "settled-6 check_old");
    CHECK(check_lacks(a_consent(), add_days(first_day, 9), first_day).empty());
    CHECK(check_lacks(a_consent(), add_days(first_day, 9), add_days(first_day, -1)) == "settled-6 check_old");
    auto form = a_good_form();
    form.check_months = 1;
    form.checked_on = 2026y / 10 / 18;
    CHECK(may_open(nobody_asked(), form).allowed());
    form.checked_on = 2026y / 10 / 17;
    CHECK(may_open(nobody_asked(), form).lacks(guideline::circumstances_checked));
}

TEST_CASE("S0-18 A form is not made while the approval of who collects has run out, nor when who collects has left")
{
    auto form = a_good_form();
    for (const auto& [collecting, about] :
         {std::pair{Collecting::not_approved, ""}, std::pair{Collecting::left, "collector_left"}}) {
        form.collecting = collecting;
        const auto decision = may_open(nobody_asked(), form);
        REQUIRE(decision.missing().size() == 1);
        CHECK(decision.lacks(guideline::collector_approved));
        CHECK(decision.missing()[0]->about == about);
    }
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
    CHECK(term_lacks(may_register(answer)) == "signed_later");
    answer = a_good_answer();
    answer.signed_on = answer.registered_on = last_day;
    CHECK(may_register(answer).allowed());
    answer.signed_on = answer.registered_on = next_day(last_day);
    CHECK(term_lacks(may_register(answer)) == "signed_late");
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

TEST_CASE("settled-7 A yes in a language whose text nobody has confirmed is not registered; a no always is")
{
    auto answer = a_good_answer();
    answer.text_confirmed = false;
    CHECK(may_register(answer).lacks(guideline::language_confirmed));
    answer = {AnswerKind::no, first_day, first_day, last_day};
    answer.text_confirmed = false;
    CHECK(may_register(answer).allowed());
}

TEST_CASE("settled-3 Signed for the time after the 18th birthday: from 17 years and 9 months, where a jurist has decided so")
{
    CHECK(adult_signing_from(born) == 2027y / 12 / 14);
    auto answer = a_good_answer();
    answer.born = born;
    answer.as_adult = answer.jurist_has_decided = true;
    answer.signed_on = answer.registered_on = 2027y / 12 / 14;
    answer.last_day = 2028y / 5 / 31;
    CHECK(may_register(answer).allowed());
    answer.jurist_has_decided = false;
    CHECK(may_register(answer).lacks(guideline::signs_as_adult));
    answer.jurist_has_decided = true;
    answer.signed_on = 2027y / 12 / 13;
    CHECK(may_register(answer).lacks(guideline::signs_as_adult));
    answer.as_adult = false;
    CHECK(may_register(answer).allowed());
}
