#include "consent/rules_steps.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

// Who asks, what is told before, and who may be left out.
using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

HinderedGuardian a_hindered_guardian()
{
    return {SignatoryRole::guardian, true, true, {first_day, add_days(first_day, 30)}, first_day, false, true};
}

/// Why the hindered guardian may not be left out.
std::string hindrance_lacks(const HinderedGuardian& guardian)
{
    std::string all;
    const auto decision = may_leave_out(guardian);
    for (const auto* finding : decision.missing()) all += (all.empty() ? "" : " ") + finding->about;
    return all;
}

/// What is missing before somebody may be asked, by whoever may ask.
std::string ask_lacks(const Told& told)
{
    std::string all;
    const auto decision = may_ask(told, Collecting::in_order);
    for (const auto* finding : decision.missing())
        all += (all.empty() ? "" : " ") + std::string(finding->requirement->id) + (finding->about.empty() ? "" : " " + finding->about);
    return all;
}

}  // namespace

TEST_CASE("S0-18 Somebody from another agency collects only with the approval of social services")
{
    CHECK(may_collect(true, false, false).allowed());
    CHECK(may_collect(false, true, true).allowed());
    CHECK(may_collect(false, false, true).lacks(guideline::collector_approved));
}

TEST_CASE("S0-18 That who collects has left is told apart from an approval that is missing, and said only while nobody else is named")
{
    const Told all{true, true, true, true};
    const auto in_order = may_ask(all, Collecting::in_order), not_approved = may_ask(all, Collecting::not_approved),
               left = may_ask(all, Collecting::left);
    for (const auto& finding : in_order.findings()) CHECK(finding.about != "collector_left");
    CHECK(not_approved.lacks(guideline::collector_approved));
    REQUIRE(not_approved.missing().size() == 1);
    CHECK(not_approved.missing()[0]->about.empty());
    CHECK(left.lacks(guideline::collector_approved));
    REQUIRE(left.missing().size() == 1);
    CHECK(left.missing()[0]->about == "collector_left");
}

TEST_CASE("S0-17 Only the agencies that the municipality has decided on collect; social services always may")
{
    CHECK(may_collect(false, true, true).allowed());
    CHECK(may_collect(false, true, false).lacks(guideline::agency_may_collect));
    CHECK(may_collect(true, false, false).allowed());
}

TEST_CASE("settled-23 Nobody gets an account where it may be dangerous that somebody sees it")
{
    CHECK(may_have_account(Danger::no).allowed());
    const auto dangerous = may_have_account(Danger::yes), not_asked = may_have_account(Danger::not_asked);
    CHECK(dangerous.lacks(guideline::paper_when_dangerous));
    CHECK(dangerous.missing()[0]->about.empty());
    // Not asked is not "no".
    CHECK(not_asked.lacks(guideline::paper_when_dangerous));
    CHECK(not_asked.missing()[0]->about == "danger_not_asked");
}

TEST_CASE("edge-4.3 A guardian is left out only by a jurist's decision, looked at by a manager, and for a short time")
{
    CHECK(may_leave_out(a_hindered_guardian()).allowed());
    auto guardian = a_hindered_guardian();
    guardian.jurist_has_decided = false;  // the default: it does not satisfy S0-22
    CHECK(hindrance_lacks(guardian) == "jurist");
    CHECK(may_leave_out(guardian).lacks(guideline::hindrance_reviewed));
    guardian = a_hindered_guardian();
    guardian.reviewed = false;
    CHECK(hindrance_lacks(guardian) == "manager");
    guardian = a_hindered_guardian();
    guardian.role = SignatoryRole::youth;
    CHECK(hindrance_lacks(guardian) == "youth_left_out");
    guardian = a_hindered_guardian();
    guardian.cannot_wait = false;  // FB 6:13: then the other guardian does not decide alone
    CHECK(hindrance_lacks(guardian) == "cannot_wait");
    guardian = a_hindered_guardian();
    guardian.days.last_day = add_days(first_day, 89);
    CHECK(may_leave_out(guardian).allowed());
    guardian.days.last_day = add_days(first_day, 90);
    CHECK(hindrance_lacks(guardian) == "recheck");
    guardian.days = {add_days(first_day, -1), first_day};
    CHECK(hindrance_lacks(guardian) == "recheck");
    guardian.days = {next_day(first_day), first_day};
    CHECK(hindrance_lacks(guardian) == "recheck");
}

TEST_CASE("S0-22, edge-4.3 A guardian who has said no is not hindered, whoever has decided what")
{
    auto guardian = a_hindered_guardian();
    guardian.said_no = true;
    CHECK(hindrance_lacks(guardian) == "said_no");
    CHECK(may_leave_out(guardian).lacks(guideline::all_have_signed));
}

TEST_CASE("edge-4.3 The last word of a person is a no until another form is said yes to")
{
    auto facts = a_consent();
    CHECK_FALSE(said_no(facts, per));
    CHECK_FALSE(said_no(facts, uncle));
    facts.consents.push_back(a_form(2, 2027y / 2 / 1, 2027y / 7 / 31));
    CHECK_FALSE(said_no(facts, per));  // not answered: the yes to the form before is the last word
    form(facts, 2).answers = {no(per, 2027y / 2 / 1)};
    CHECK(said_no(facts, per));
    CHECK_FALSE(said_no(facts, eva));
    facts.consents.push_back(a_form(3, 2027y / 3 / 1, 2027y / 7 / 31));
    CHECK(said_no(facts, per));
    form(facts, 3).answers = {yes(per, 2027y / 3 / 1)};
    CHECK_FALSE(said_no(facts, per));
    form(facts, 3).withdrawals = {{per, 2027y / 3 / 5}};
    CHECK(said_no(facts, per));
    facts = a_consent();
    form(facts).withdrawals = {{per, 2027y / 1 / 5}};
    CHECK(said_no(facts, per));
    CHECK_FALSE(said_no(facts, eva));
    facts.consents.push_back(a_form(2, 2027y / 2 / 1, 2027y / 7 / 31));
    form(facts, 2).answers = {no(eva, 2027y / 2 / 1)};
    form(facts, 2).answers[0].kind = AnswerKind::excludes_agency;
    CHECK(said_no(facts, per));
    CHECK(said_no(facts, eva));
}

TEST_CASE("S1-13, S0-55, S0-59 Nobody is asked before a conversation that told everything, by somebody who may ask")
{
    const Told all{true, true, true, true};
    CHECK(may_ask(all, Collecting::in_order).allowed());
    CHECK(ask_lacks({}) == "S1-13 S1-13 told S0-55");
    for (auto what : {&Told::purpose, &Told::withdrawal}) {
        auto told = all;
        told.*what = false;
        CHECK(ask_lacks(told) == "S1-13 told");
    }
    auto told = all;
    told.police_duty = false;
    CHECK(ask_lacks(told) == "S0-55");
    told = all;
    told.talked = false;
    CHECK(ask_lacks(told) == "S1-13");
    CHECK(may_ask(all, Collecting::not_approved).lacks(guideline::collector_approved));
}

TEST_CASE("S1-13 What is told in talks with this person up to the day of the signature counts together; nobody else's, and none after it")
{
    const auto facts = nobody_asked();
    const auto asked = a_form(1, first_day, last_day);
    const auto told_by = [&](std::vector<Talk> talks) { return told_for(facts, asked, per, talks, first_day); };
    CHECK_FALSE(told_by({}).talked);
    CHECK_FALSE(told_by({{eva, first_day, true, true, true}}).talked);
    CHECK_FALSE(told_by({{per, next_day(first_day), true, true, true}}).talked);
    auto told = told_by({{per, first_day}});
    CHECK(told.talked);
    CHECK_FALSE((told.purpose || told.withdrawal || told.police_duty));
    CHECK(told_by({{per, first_day, true}}).purpose);
    CHECK(told_by({{per, first_day, false, true}}).withdrawal);
    CHECK(told_by({{per, first_day, false, false, true}}).police_duty);
    told = told_by({{per, add_days(first_day, -9), true, false, true}, {per, first_day, false, true, false}});
    CHECK((told.purpose && told.withdrawal && told.police_duty));
}

TEST_CASE("settled-6, S0-23 A renewal has a talk of its own, after the form that has held began and was signed")
{
    auto facts = a_consent();
    facts.consents.push_back(a_form(2, 2027y / 5 / 1, 2027y / 10 / 31));
    const Date signed_on = 2027y / 4 / 20;
    const auto counts = [&](const SignatoryId& who, Date talked_on) {
        return told_for(facts, form(facts, facts.consents.size()), who, {{who, talked_on, true, true, true}}, signed_on).talked;
    };
    CHECK_FALSE(counts(per, first_day));  // the talk before the first form
    CHECK(counts(per, next_day(first_day)));
    // Who signed the first form later was talked with for it until then.
    answer(facts, per).signed_on = 2026y / 11 / 25;
    CHECK_FALSE(counts(per, 2026y / 11 / 25));
    CHECK(counts(per, 2026y / 11 / 26));
    CHECK_FALSE(counts(eva, 2026y / 11 / 18));
    CHECK(counts(eva, 2026y / 11 / 19));
    // Signed ahead: from the day on which the form began.
    answer(facts, per).signed_on = 2026y / 11 / 1;
    CHECK_FALSE(counts(per, first_day));
    // The second form never held: what was told for it counts for the third.
    facts.consents.push_back(a_form(3, 2027y / 5 / 1, 2027y / 10 / 31));
    form(facts, 2).answers = {no(eva, 2027y / 4 / 10)};
    CHECK(counts(per, 2027y / 4 / 9));
    CHECK_FALSE(counts(per, first_day));
    // A form that held and was taken back has held.
    form(facts, 2).valid_from = 2027y / 4 / 10;
    form(facts, 2).answers = {yes(alex, 2027y / 4 / 10), yes(eva, 2027y / 4 / 10), yes(per, 2027y / 4 / 10)};
    form(facts, 2).withdrawals = {{eva, 2027y / 4 / 12}};
    CHECK_FALSE(counts(per, 2027y / 4 / 10));
    CHECK(counts(per, 2027y / 4 / 11));
}
