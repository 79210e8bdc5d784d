#include "selection/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::selection;

namespace {

constexpr Date today = 2026y / 11 / 10;

/// An offer to somebody of 16, as a form of cooperation, in order.
Facts an_offer()
{
    Facts facts;
    facts.by_social_services = facts.declares_no_conflict = true;
    facts.category_named = facts.commits_crimes = facts.sources_named = facts.room_for_more = true;
    facts.born = 2010y / 3 / 14;
    facts.on = today;
    return facts;
}

cases::DecisionNote a_note() { return {"därför", "så här", "socialtjänsten", "erbjuds", "vill vara med", "talar för", "3.2"}; }

guideline::Decision decide(const Facts& facts) { return may_decide_offer(facts, a_note()); }

}  // namespace

TEST_CASE("S0-10 An offer in order may be decided, by social services and by nobody else")
{
    auto facts = an_offer();
    const auto in_order = decide(facts);
    CHECK(in_order.allowed());
    CHECK(in_order.to_justify().empty());
    facts.by_social_services = false;
    CHECK(decide(facts).lacks(guideline::social_services_decide));
}

TEST_CASE("edge-4.14 Who has not declared that there is no conflict of interest does not decide")
{
    auto facts = an_offer();
    facts.declares_no_conflict = false;
    CHECK(decide(facts).lacks(guideline::no_conflict));
    CHECK_FALSE(decide(facts).allowed());
}

TEST_CASE("S0-11 The decision says whether it is about risk or about a way out")
{
    auto facts = an_offer();
    facts.category_named = false;
    CHECK(decide(facts).lacks(guideline::category_named));
}

TEST_CASE("S0-19 The decision names its sources")
{
    auto facts = an_offer();
    facts.sources_named = false;
    CHECK(decide(facts).lacks(guideline::sources_named));
}

TEST_CASE("S1-02 Somebody who commits no crimes may be offered it, with a reason")
{
    auto facts = an_offer();
    facts.commits_crimes = false;
    const auto decision = decide(facts);
    CHECK(decision.allowed());
    REQUIRE(decision.to_justify().size() == 1);
    CHECK(decision.to_justify()[0]->requirement == &guideline::commits_crimes);
}

TEST_CASE("S4-01 The ages of the municipality are a should: from the youngest birthday to the day before too old")
{
    const auto asks_reason = [](Date born) {
        auto facts = an_offer();
        facts.born = born;
        const auto decision = decide(facts);
        CHECK(decision.allowed());
        return !decision.to_justify().empty();
    };
    CHECK(asks_reason(2014y / 11 / 11));         // 11 years, 12 tomorrow
    CHECK_FALSE(asks_reason(2014y / 11 / 10));   // 12 today
    CHECK_FALSE(asks_reason(2014y / 11 / 9));
    CHECK_FALSE(asks_reason(2000y / 11 / 11));   // 25, 26 tomorrow
    CHECK(asks_reason(2000y / 11 / 10));         // 26 today
    CHECK_FALSE(within_ages(2010y / 3 / 14, today, 17, 25));
    CHECK_FALSE(within_ages(2010y / 3 / 14, today, 12, 15));
}

TEST_CASE("S1-45 An offer needs room for one more; a place in the queue and a no do not")
{
    auto facts = an_offer();
    facts.room_for_more = false;
    CHECK(decide(facts).lacks(guideline::room_for_more));
    facts.outcome = Outcome::waitlist;
    CHECK(decide(facts).allowed());
    facts.outcome = Outcome::no_offer;
    CHECK(decide(facts).allowed());
}

TEST_CASE("S4-14 An intervention has a last day that is not over")
{
    for (const auto mode : {Mode::assessed_intervention, Mode::open_intervention}) {
        auto facts = an_offer();
        facts.mode = mode;
        facts.appeal_information = true;
        facts.agreed = Agreed::guardians;
        CHECK(decide(facts).lacks(guideline::intervention_end_named));
        facts.intervention_last_day = 2026y / 11 / 9;
        CHECK(decide(facts).lacks(guideline::intervention_end_named));
        facts.intervention_last_day = today;
        CHECK(decide(facts).allowed());
        facts.intervention_last_day = 2026y / 11 / 11;
        CHECK(decide(facts).allowed());
        facts.intervention_last_day.reset();
        facts.outcome = Outcome::no_offer;
        CHECK(decide(facts).allowed());
    }
}

TEST_CASE("S4-14 An assistance decision tells how to appeal, granted or refused; a queue place decides nothing")
{
    auto facts = an_offer();
    facts.mode = Mode::assessed_intervention;
    facts.intervention_last_day = 2027y / 5 / 10;
    CHECK(decide(facts).lacks(guideline::intervention_end_named));
    facts.outcome = Outcome::no_offer;
    CHECK(decide(facts).lacks(guideline::intervention_end_named));
    facts.outcome = Outcome::waitlist;
    CHECK(decide(facts).allowed());
    facts.outcome = Outcome::offer;
    facts.mode = Mode::open_intervention;
    facts.agreed = Agreed::guardians;
    CHECK(decide(facts).allowed());
}

TEST_CASE("S1-71 The decision says why, how, who and what")
{
    for (auto part : {&cases::DecisionNote::why, &cases::DecisionNote::how, &cases::DecisionNote::who, &cases::DecisionNote::what}) {
        auto note = a_note();
        (note.*part).clear();
        CHECK(may_decide_offer(an_offer(), note).lacks(guideline::four_fields));
    }
}

TEST_CASE("settled-14 Under 18 it also says what the child thinks and how the best interests were weighed")
{
    auto facts = an_offer();
    auto note = a_note();
    note.childs_view.clear();
    CHECK(may_decide_offer(facts, note).lacks(guideline::childs_view_and_best));
    note = a_note();
    note.best_interests.clear();
    CHECK(may_decide_offer(facts, note).lacks(guideline::childs_view_and_best));
    note.childs_view.clear();
    facts.born = 2008y / 11 / 11;
    CHECK(may_decide_offer(facts, note).lacks(guideline::childs_view_and_best));   // 18 tomorrow
    facts.born = 2008y / 11 / 10;
    CHECK(may_decide_offer(facts, note).allowed());                               // 18 today
}

TEST_CASE("S0-10 What is known beforehand: who decides, and the age")
{
    CHECK(known_before(true, 2010y / 3 / 14, today, 12, 25, true).allowed());
    CHECK(known_before(false, 2010y / 3 / 14, today, 12, 25, true).lacks(guideline::social_services_decide));
    CHECK(known_before(true, 2010y / 3 / 14, today, 12, 25, false).lacks(guideline::sources_named));
    const auto too_young = known_before(true, 2016y / 3 / 14, today, 12, 25, true);
    CHECK(too_young.to_justify().size() == 1);
}

TEST_CASE("S1-03 Those on the way out are included when the municipality has said so; the others are not asked about it")
{
    auto facts = an_offer();
    facts.exit_seekers_included = false;
    CHECK(decide(facts).allowed());
    facts.on_the_way_out = true;
    CHECK(decide(facts).lacks(guideline::exit_seekers_included));
    CHECK_FALSE(decide(facts).allowed());
    facts.exit_seekers_included = true;
    CHECK(decide(facts).allowed());
}

TEST_CASE("S1-57 The category changes no other rule")
{
    auto facts = an_offer();
    facts.sources_named = facts.room_for_more = false;
    const auto at_risk = decide(facts);
    facts.on_the_way_out = true;
    const auto on_the_way_out = decide(facts);
    CHECK(on_the_way_out.missing().size() == at_risk.missing().size());
}

TEST_CASE("S4-07 An intervention without assessment for somebody under 18 is agreed to by the guardians, or with a reason by one of 15")
{
    auto facts = an_offer();
    facts.mode = Mode::open_intervention;
    facts.intervention_last_day = 2027y / 5 / 10;
    CHECK(decide(facts).lacks(guideline::open_intervention_agreed));
    facts.agreed = Agreed::guardians;
    CHECK(decide(facts).allowed());
    facts.agreed = Agreed::youth;
    CHECK(decide(facts).lacks(guideline::open_intervention_agreed));
    facts.agreed_reason = true;
    CHECK(decide(facts).allowed());
    facts.born = 2011y / 11 / 11;  // 15 tomorrow
    CHECK(decide(facts).lacks(guideline::open_intervention_agreed));
    facts.born = 2011y / 11 / 10;  // 15 today
    CHECK(decide(facts).allowed());

    facts = an_offer();
    facts.mode = Mode::open_intervention;
    facts.intervention_last_day = 2027y / 5 / 10;
    facts.outcome = Outcome::waitlist;
    CHECK(decide(facts).allowed());
    facts.outcome = Outcome::offer;
    facts.born = 2008y / 11 / 10;  // 18 today: alone
    CHECK(decide(facts).allowed());
    facts.born = 2008y / 11 / 11;
    CHECK(decide(facts).lacks(guideline::open_intervention_agreed));
}

TEST_CASE("S1-11 A structured assessment is registered with instrument, version, day, assessor and result")
{
    const AssessmentFacts whole{true, true, true, true, today, today};
    CHECK(may_register_assessment(whole).allowed());
    for (auto part : {&AssessmentFacts::instrument, &AssessmentFacts::version, &AssessmentFacts::assessor, &AssessmentFacts::summary}) {
        auto facts = whole;
        facts.*part = false;
        CHECK(may_register_assessment(facts).lacks(guideline::assessment_named));
    }
    auto facts = whole;
    facts.assessed_on = 2026y / 11 / 11;
    CHECK(may_register_assessment(facts).lacks(guideline::assessment_named));
    facts.assessed_on = 2026y / 11 / 9;
    CHECK(may_register_assessment(facts).allowed());
}

TEST_CASE("S4-14 The family is told of an intervention within a week, and never after its last day")
{
    Decided decided;
    decided.decided_on = 2026y / 5 / 10;
    decided.under_18 = true;
    CHECK(duties(decided).empty());  // a form of cooperation rests on the consent, and its conversations
    decided.mode = Mode::assessed_intervention;
    decided.intervention_last_day = 2026y / 11 / 10;
    const auto due = duties(decided);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::intervention_end_named);
    CHECK(due[0].what.name() == "duty.tell_family");
    CHECK(due[0].last_day == Date{2026y / 5 / 17});
    decided.intervention_last_day = 2026y / 5 / 16;
    CHECK(duties(decided)[0].last_day == Date{2026y / 5 / 16});
    decided.mode = Mode::open_intervention;
    CHECK(duties(decided).size() == 1);
    decided.outcome = Outcome::waitlist;
    CHECK(duties(decided).empty());
    decided.outcome = Outcome::no_offer;
    CHECK(duties(decided).size() == 1);
    decided.ended = true;
    CHECK(duties(decided).empty());
}

TEST_CASE("S4-14 Both the young person and the guardians know; from 18 the young person alone")
{
    Decided decided;
    decided.mode = Mode::assessed_intervention;
    decided.decided_on = today;
    decided.under_18 = true;
    CHECK_FALSE(family_told(decided));
    decided.youth_told = true;
    CHECK_FALSE(family_told(decided));
    CHECK(duties(decided).size() == 1);
    decided.guardians_told = true;
    CHECK(family_told(decided));
    CHECK(duties(decided).empty());
    decided.youth_told = false;
    CHECK_FALSE(family_told(decided));
    decided.youth_told = true;
    decided.guardians_told = decided.under_18 = false;
    CHECK(family_told(decided));
}

TEST_CASE("S1-45 A place in the queue is looked at again by its day")
{
    Decided decided;
    decided.outcome = Outcome::waitlist;
    decided.decided_on = today;
    decided.queue_review_on = 2026y / 12 / 10;
    const auto due = duties(decided);
    REQUIRE(due.size() == 1);
    CHECK(due[0].requirement == &guideline::room_for_more);
    CHECK(due[0].what.name() == "duty.review_queue");
    CHECK(due[0].last_day == Date{2026y / 12 / 10});
    CHECK(due[0].path == "beslut");
}
