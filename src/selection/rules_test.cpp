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
    CHECK(decide(facts).allowed());
    CHECK(decide(facts).to_justify().empty());
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
    CHECK(decide(facts).allowed());
    REQUIRE(decide(facts).to_justify().size() == 1);
    CHECK(decide(facts).to_justify()[0]->requirement == &guideline::commits_crimes);
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
    CHECK(known_before(true, 2010y / 3 / 14, today, 12, 25).allowed());
    CHECK(known_before(false, 2010y / 3 / 14, today, 12, 25).lacks(guideline::social_services_decide));
    CHECK(known_before(true, 2016y / 3 / 14, today, 12, 25).to_justify().size() == 1);
}
