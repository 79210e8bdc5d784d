#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/rules_standing.h"

using namespace lots;
using namespace lots::plan;

namespace {

PersonId person(std::uint8_t mark)
{
    PersonId id;
    id.value[0] = mark;
    return id;
}
const PersonId mia = person(1), sara = person(2);

constexpr Date dropped_on{2026y / 5 / 10};

/// A plan in force in which Alex and the police have promised something.
StandingFacts a_standing_plan()
{
    StandingFacts facts;
    facts.decided = true;
    facts.promises = {{Owner::youth, "", false, {}}, {Owner::agency, "police", false, {}}, {Owner::agency, "school", false, {}}};
    facts.coordinator = mia;
    facts.officer = sara;
    return facts;
}

}  // namespace

TEST_CASE("S0-80 When the last of the young person's own commitments is dropped the plan is decided anew")
{
    auto facts = a_standing_plan();
    CHECK(standing_duties(facts).empty());
    facts.promises[0].cancelled = true;
    facts.promises[0].since = dropped_on;
    const auto duties = standing_duties(facts);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::youth_commits);
    CHECK(duties[0].person == mia);
    CHECK(duties[0].last_day == Date{2026y / 5 / 17});

    // One that stands is enough; of several dropped ones the last counts.
    facts.promises.push_back({Owner::youth, "", false, {}});
    CHECK(standing_duties(facts).empty());
    facts.promises.back().cancelled = true;
    facts.promises.back().since = add_days(dropped_on, 3);
    CHECK(standing_duties(facts)[0].last_day == Date{2026y / 5 / 20});
}

TEST_CASE("S0-28 When the last commitment of the police is dropped the plan is decided anew")
{
    auto facts = a_standing_plan();
    facts.promises[1].cancelled = true;
    facts.promises[1].since = dropped_on;
    const auto duties = standing_duties(facts);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::police_task_in_plan);
    CHECK(duties[0].last_day == Date{2026y / 5 / 17});
}

TEST_CASE("S4-42 From the consent on something concrete happens within the days of the municipality")
{
    StandingFacts facts;
    facts.coordinator = mia;
    CHECK(standing_duties(facts).empty());
    facts.consent_complete_on = dropped_on;
    const auto duties = standing_duties(facts);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::something_soon);
    CHECK(duties[0].last_day == Date{2026y / 5 / 24});
    facts.decided = true;
    CHECK(standing_duties(facts).empty());
}

TEST_CASE("S0-86 Social services bring in the agency that a goal needs")
{
    auto facts = a_standing_plan();
    AgencyId leisure;
    leisure.value[0] = 9;
    facts.needed = {{2, leisure, dropped_on}};
    const auto duties = standing_duties(facts);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].requirement == &guideline::agency_brought_in);
    CHECK(duties[0].person == sara);
    CHECK(duties[0].number == 2);
    CHECK(duties[0].last_day == Date{2026y / 5 / 17});
}
