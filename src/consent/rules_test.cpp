#include "consent/rules.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;
using access::ConsentState;

namespace {

/// The signatories of whom this requirement is unmet, by number.
std::string lacking(const guideline::Decision& decision, const guideline::Requirement& requirement)
{
    std::string all;
    for (const auto* finding : decision.missing())
        if (finding->requirement == &requirement) all += (all.empty() ? "" : " ") + finding->about;
    return all;
}

}  // namespace

TEST_CASE("S0-22 A consent holds when the young person and every guardian have said yes")
{
    const auto facts = a_consent();
    CHECK(holds(facts, facts.consents[0], first_day).allowed());
    CHECK(valid(facts, first_day));
}

TEST_CASE("S0-22 One missing signature is enough for a no, and it is said whose")
{
    for (const auto& [who, number] : {std::pair{alex, "1"}, std::pair{eva, "2"}, std::pair{per, "3"}}) {
        auto facts = a_consent();
        without(facts, who);
        const auto decision = holds(facts, facts.consents[0], first_day);
        CHECK_FALSE(decision.allowed());
        CHECK(lacking(decision, guideline::all_have_signed) == number);
        CHECK(state_on(facts, first_day) == ConsentState::pending);
    }
}

TEST_CASE("S0-22 A no from somebody who must sign is a refusal")
{
    auto facts = a_consent();
    answer(facts, per) = no(per, first_day);
    CHECK(lacking(holds(facts, facts.consents[0], first_day), guideline::all_have_signed) == "3");
    CHECK(refused(facts, facts.consents[0], first_day));
    CHECK(state_on(facts, first_day) == ConsentState::refused);
}

TEST_CASE("settled-1 The number of signatories is data: one guardian, three, or an appointed one")
{
    auto sole = a_consent();
    sole.signatories.pop_back();
    CHECK(valid(sole, first_day));

    auto three = a_consent();
    three.signatories.push_back({uncle, 4, SignatoryRole::appointed_guardian});
    CHECK_FALSE(valid(three, first_day));
    form(three).answers.push_back(yes(uncle, first_day));
    CHECK(valid(three, first_day));

    three.signatories.back().role = SignatoryRole::trustee;
    without(three, uncle);
    CHECK_FALSE(valid(three, first_day));
}

TEST_CASE("S0-22 A list without the young person is never complete")
{
    auto facts = a_consent();
    facts.signatories.erase(facts.signatories.begin());
    CHECK_FALSE(all_are_listed(facts, first_day));
    CHECK(lacking(holds(facts, facts.consents[0], first_day), guideline::all_have_signed) == "list");
    CHECK_FALSE(valid(facts, first_day));
}

TEST_CASE("S0-22 A minor's list without any guardian is never complete")
{
    auto facts = a_consent();
    facts.signatories = {{alex, 1, SignatoryRole::youth}};
    CHECK(lacking(holds(facts, facts.consents[0], first_day), guideline::all_have_signed) == "list");
    CHECK_FALSE(valid(facts, first_day));
    CHECK_FALSE(has_held(facts, facts.consents[0], first_day));
}

TEST_CASE("S0-22 Nobody at all is not everybody")
{
    auto facts = a_consent();
    facts.signatories.clear();
    CHECK_FALSE(valid(facts, first_day));
    CHECK_FALSE(all_are_listed(facts, first_day));
    CHECK_FALSE(all_are_listed(facts, adult_on));
}

TEST_CASE("edge-4.4 A guardian who has died or lost custody is no longer asked, from the day on")
{
    auto facts = a_consent();
    without(facts, per);
    facts.signatories[2].ended_on = 2026y / 12 / 1;
    CHECK_FALSE(valid(facts, 2026y / 11 / 30));
    CHECK(valid(facts, 2026y / 12 / 1));
    CHECK(valid(facts, 2026y / 12 / 2));
}

TEST_CASE("settled-4 A new guardian must sign too, from the day on which they are registered")
{
    auto facts = a_consent();
    facts.signatories.push_back({uncle, 4, SignatoryRole::guardian, std::nullopt, 2027y / 1 / 10});
    CHECK(valid(facts, 2027y / 1 / 9));
    CHECK(lacking(holds(facts, facts.consents[0], 2027y / 1 / 10), guideline::all_have_signed) == "4");
    CHECK(state_on(facts, 2027y / 1 / 10) == ConsentState::ended);  // it held; the signatories are no longer the right ones
    form(facts).answers.push_back(yes(uncle, 2027y / 1 / 12));
    CHECK_FALSE(valid(facts, 2027y / 1 / 11));
    CHECK(valid(facts, 2027y / 1 / 12));
}

TEST_CASE("S0-22 A yes counts from the day on which it was signed")
{
    auto facts = a_consent();
    answer(facts, per).signed_on = 2026y / 11 / 20;
    CHECK_FALSE(valid(facts, 2026y / 11 / 19));
    CHECK(valid(facts, 2026y / 11 / 20));
    CHECK(valid(facts, 2026y / 11 / 21));
}

TEST_CASE("S0-14 A yes without the form, or with a signature that nobody has looked at, is not in writing")
{
    auto unseen = a_consent();
    answer(unseen, eva).signature_seen = false;
    CHECK(lacking(holds(unseen, unseen.consents[0], first_day), guideline::in_writing) == "2");
    CHECK_FALSE(valid(unseen, first_day));

    auto no_form = a_consent();
    answer(no_form, alex).form_attached = false;
    CHECK(lacking(holds(no_form, no_form.consents[0], first_day), guideline::in_writing) == "1");
    CHECK_FALSE(valid(no_form, first_day));
}

TEST_CASE("S0-15 The consent covers all agencies that were judged concerned when it was made")
{
    auto facts = a_consent();
    form(facts).agencies.erase(school);
    CHECK(holds(facts, facts.consents[0], first_day).lacks(guideline::all_concerned_covered));
    CHECK_FALSE(valid(facts, first_day));

    auto nobody_judged = a_consent();
    form(nobody_judged).concerned.clear();
    CHECK(holds(nobody_judged, nobody_judged.consents[0], first_day).lacks(guideline::all_concerned_covered));

    auto more = a_consent();
    form(more).agencies.insert(health);
    CHECK(valid(more, first_day));
}

TEST_CASE("settled-5 An agency that is judged concerned later does not end the consent, and is not named by it")
{
    auto facts = a_consent();
    facts.concerned.insert(health);
    CHECK(valid(facts, 2027y / 1 / 1));
    CHECK(names(facts, school, 2027y / 1 / 1));
    CHECK_FALSE(names(facts, health, 2027y / 1 / 1));
}

TEST_CASE("S0-16 Who leaves out an agency concerned has not said yes, and nobody can mend it")
{
    auto facts = a_consent();
    answer(facts, eva).kind = AnswerKind::excludes_agency;
    const auto decision = holds(facts, facts.consents[0], first_day);
    CHECK(lacking(decision, guideline::none_excluded) == "2");
    CHECK(decision.lacks(guideline::all_have_signed));
    CHECK(state_on(facts, first_day) == ConsentState::refused);
    for (const auto* finding : decision.missing())
        if (finding->requirement == &guideline::none_excluded) CHECK(finding->who_can == guideline::Actor::nobody);
}

TEST_CASE("S4-15 Both the first and the last day are covered, the days beside them are not")
{
    auto facts = a_consent();
    for (auto& given : form(facts).answers) given.signed_on = 2026y / 11 / 1;
    CHECK(holds(facts, facts.consents[0], 2026y / 11 / 17).lacks(guideline::within_term));
    CHECK_FALSE(holds(facts, facts.consents[0], first_day).lacks(guideline::within_term));
    CHECK_FALSE(holds(facts, facts.consents[0], last_day).lacks(guideline::within_term));
    CHECK(holds(facts, facts.consents[0], next_day(last_day)).lacks(guideline::within_term));
    CHECK(state_on(facts, 2026y / 11 / 17) == ConsentState::pending);  // asked and answered, not begun
    CHECK(state_on(facts, first_day) == ConsentState::valid);
    CHECK(state_on(facts, last_day) == ConsentState::valid);
    CHECK(state_on(facts, next_day(last_day)) == ConsentState::ended);
}

TEST_CASE("settled-4 What somebody withdrew who is asked no more is no refusal: the form is only dead")
{
    auto facts = a_consent();
    without(facts, eva);
    form(facts).withdrawals = {{per, 2026y / 11 / 20}};
    CHECK(refused(facts, facts.consents[0], 2026y / 11 / 20));
    facts.signatories[2].ended_on = 2026y / 11 / 22;
    CHECK(refused(facts, facts.consents[0], 2026y / 11 / 21));
    CHECK_FALSE(refused(facts, facts.consents[0], 2026y / 11 / 22));
    CHECK(holds(facts, facts.consents[0], 2026y / 11 / 22).lacks(guideline::not_withdrawn));
}

TEST_CASE("S0-13 An agency is named only while the consent that names it holds")
{
    const auto facts = a_consent();
    CHECK(names(facts, police, last_day));
    CHECK_FALSE(names(facts, police, next_day(last_day)));
    CHECK_FALSE(names(facts, health, first_day));
    CHECK_FALSE(names(nobody_asked(), police, first_day));
}

TEST_CASE("S0-22 Before anything is asked there is no consent, and nothing in force")
{
    const auto facts = nobody_asked();
    CHECK(state_on(facts, first_day) == ConsentState::none);
    CHECK(in_force(facts, first_day) == nullptr);
    CHECK(newest(facts) == nullptr);
    CHECK_FALSE(ends_by_itself(facts, first_day).has_value());
}
