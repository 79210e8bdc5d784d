#include "cases/rules.h"

#include <doctest/doctest.h>

#include "guideline/law.h"
#include "guideline/requirements.h"
#include "messages/message.h"

using namespace lots;
using namespace lots::cases;
using guideline::Actor;

namespace {

DecisionNote a_note()
{
    DecisionNote note;
    note.why = "Två rån på en månad och en skola som tappat kontakten.";
    note.how = "Samtal med den unge och en vårdnadshavare, uppgifter från skolan.";
    note.who = "Enhetschef, unga vuxna";
    note.what = "Erbjuds plats.";
    note.childs_view = "Vill ha hjälp att komma tillbaka till skolan.";
    note.best_interests = "Stödet väger över det intrång som delningen är.";
    return note;
}

}  // namespace

TEST_CASE("S1-71 A decision is documented: why, how, who and what")
{
    for (const bool under_18 : {false, true}) {
        CHECK(says_all(a_note(), under_18).allowed());
        for (auto field : {&DecisionNote::why, &DecisionNote::how, &DecisionNote::who, &DecisionNote::what}) {
            auto note = a_note();
            (note.*field).clear();
            const auto decision = says_all(note, under_18);
            const auto missing = decision.missing();
            REQUIRE(missing.size() == 1);
            CHECK(missing[0]->requirement == &guideline::four_fields);
            CHECK(missing[0]->who_can == Actor::social_services);
        }
    }
}

TEST_CASE("settled-14 Under 18 every decision also tells the child's view and how the best interests were weighed")
{
    for (auto field : {&DecisionNote::childs_view, &DecisionNote::best_interests}) {
        auto note = a_note();
        (note.*field).clear();
        const auto decision = says_all(note, true);
        const auto missing = decision.missing();
        REQUIRE(missing.size() == 1);
        CHECK(missing[0]->requirement == &guideline::childs_view_and_best);
        CHECK(missing[0]->who_can == Actor::social_services);

        const auto of_adult = says_all(note, false);
        CHECK(of_adult.allowed());  // an adult is not asked for it
        CHECK(of_adult.findings().size() == 1);
    }
}

TEST_CASE("S1-71 The point of the delegation order is welcome, not required: a board decides without one")
{
    auto note = a_note();
    note.delegation.clear();
    CHECK(says_all(note, true).allowed());
}

TEST_CASE("S1-61 The decision to continue or close is in time on the same day so many months later, and overdue the day after")
{
    CHECK(may_go_on(2026y / 1 / 10, 6, 2026y / 7 / 9).allowed());
    CHECK(may_go_on(2026y / 1 / 10, 6, 2026y / 7 / 10).allowed());
    CHECK(may_go_on(2026y / 1 / 10, 6, 2026y / 7 / 11).lacks(guideline::no_rolling_on));
}

TEST_CASE("edge-4.14 Nobody with a conflict of interest gets the case")
{
    CHECK(may_have_case(false).allowed());
    CHECK(may_have_case(true).lacks(guideline::no_conflict));
}

TEST_CASE("edge-4.16 A new episode of the same young person is opened when no other case is open")
{
    CHECK(may_readmit(false).allowed());
    CHECK(may_readmit(true).lacks(guideline::one_open_case));
}

TEST_CASE("edge-4.14 A case whose officer has a conflict of interest is the unit manager's to give to somebody the same day")
{
    const Date said = 2026y / 5 / 10;
    OfficerFacts facts;
    facts.officer = PersonId{{1}};
    facts.manager = PersonId{{2}};
    CHECK(duties_of(facts).empty());
    facts.officer_conflicted_on = said;
    REQUIRE(duties_of(facts).size() == 1);
    CHECK(duties_of(facts)[0].person == facts.manager);
    CHECK(duties_of(facts)[0].last_day == said);
    for (const auto state : {access::CaseState::proposed, access::CaseState::closed}) {
        facts.state = state;
        CHECK(duties_of(facts).empty());
    }
}

TEST_CASE("edge-4.14 A member with a conflict of interest is the officer's to replace")
{
    OfficerFacts facts;
    facts.officer = PersonId{{1}};
    facts.conflicted_members = {{3, 2026y / 5 / 10}};
    REQUIRE(duties_of(facts).size() == 1);
    CHECK(duties_of(facts)[0].person == facts.officer);
    CHECK(duties_of(facts)[0].number == 3);
}

TEST_CASE("edge-4.26, S1-72 An officer or a coordinator who has left is the manager's to replace from the first day without one")
{
    const Date left = 2026y / 5 / 10;
    OfficerFacts facts;
    facts.manager = PersonId{{2}};
    facts.officer = facts.manager;
    CHECK(duties_of(facts).empty());
    facts.officer_left_on = left;
    REQUIRE(duties_of(facts).size() == 1);
    CHECK(duties_of(facts)[0].what.name() == "duty.replace_officer");
    // True of who works in another unit now, too.
    CHECK(say(Language::sv, duties_of(facts)[0].what).starts_with("Handläggaren har inte längre uppdraget på enheten"));
    CHECK(duties_of(facts)[0].person == facts.manager);
    CHECK(duties_of(facts)[0].last_day == left);
    facts.officer_left_on.reset();
    facts.officer = PersonId{{1}};
    facts.coordinator_left_on = left;
    facts.state = access::CaseState::suspended;  // also while it rests
    REQUIRE(duties_of(facts).size() == 1);
    CHECK(duties_of(facts)[0].requirement == &guideline::one_coordinator);
    CHECK(duties_of(facts)[0].what.name() == "duty.replace_coordinator");
    CHECK(say(Language::sv, duties_of(facts)[0].what).starts_with("Samordnaren har inte längre uppdraget på enheten"));
    CHECK(duties_of(facts)[0].person == facts.manager);
    facts.manager.reset();
    CHECK(duties_of(facts)[0].person == facts.officer);  // never nobody's
    facts.state = access::CaseState::closed;
    CHECK(duties_of(facts).empty());
}

TEST_CASE("S0-82 A step that no decision stands behind says which paragraph it rests on, and each is in force")
{
    const Date today = 2026y / 11 / 22;
    for (const auto* transition : {"T2", "T3", "T4", "T6", "T7", "T8", "T9", "T14", "T15", "T16", "T19", "coordinator", "hand_over"}) {
        CAPTURE(transition);
        CHECK(guideline::legal_reference(basis_of(transition), today).has_value());
    }
    CHECK(basis_of("T7") == "osl-10-1");
    CHECK(basis_of("T14") == "osl-12-2");
    CHECK(basis_of("T17").empty());  // its decision says it
    CHECK(basis_of("lunch").empty());
}
