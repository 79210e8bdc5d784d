#include "cases/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"

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

        CHECK(says_all(note, false).allowed());  // an adult is not asked for it
        CHECK(says_all(note, false).findings().size() == 1);
    }
}

TEST_CASE("S1-71 The point of the delegation order is welcome, not required: a board decides without one")
{
    auto note = a_note();
    note.delegation.clear();
    CHECK(says_all(note, true).allowed());
}
