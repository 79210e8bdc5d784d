// Years of a municipality, lived by seeded chance with the real commands. A promise that does not hold is printed with its
// day and case; the seed makes it happen again, and once it is understood it becomes a named test.
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <set>

#include "sim/ledger.h"
#include "sim/life_of_a_town.h"
#include "sim/words.h"

using namespace lots;
using namespace lots::test;
using sim::Looking;

namespace {

int number_from(const char* variable, int usual)
{
    const char* given = std::getenv(variable);
    return given == nullptr ? usual : std::atoi(given);
}

void tell(const sim::Played& played)
{
    std::cout << played.cases << " cases, " << played.requests << " requests, " << played.reads << " of them to look\n";
    for (const auto& [state, cases] : played.came_to) std::cout << "  came to " << state << ": " << cases << "\n";
    for (const auto& [what, count] : played.rows) std::cout << "  " << what << ": " << count << "\n";
}

}  // namespace

TEST_CASE("Simulated years: no promise is broken on any day")
{
    const int years = number_from("LOTS_SIM_YEARS", 10);
    const int seed = number_from("LOTS_SIM_SEED", 1);
    CAPTURE(seed);
    const auto lived = live(storage::Engine::sqlite, static_cast<std::uint64_t>(seed), years * 365, Looking::every_day);
    tell(lived.played);
    CHECK_MESSAGE(lived.played.broken.empty(), first_of(lived.played.broken));
    // Something happened, in the quietest of lives too: one in which nobody gets anywhere keeps every promise.
    const auto came_to = [&](const char* state) {
        const auto found = lived.played.came_to.find(state);
        return found == lived.played.came_to.end() ? 0 : found->second;
    };
    CHECK(came_to("forming") >= years);
    CHECK(came_to("active") >= years);
    CHECK(came_to("closed") >= years);
    CHECK(came_to("suspended") + came_to("closure_review") >= years);
    CHECK(lived.played.rows.at("meetings locked") >= 10 * years);
    CHECK(lived.played.rows.at("follow-ups") >= 20 * years);
    CHECK(lived.played.rows.at("withdrawals") >= 1);
    CHECK(lived.played.rows.at("cases resumed") >= 1);
}

TEST_CASE("Simulated years: the same seed gives the same life on both engines, and another seed another")
{
    const int days = number_from("LOTS_SIM_DAYS_ON_BOTH", 150);
    const auto once = live(storage::Engine::sqlite, 7, days, Looking::never, Exported::yes);
    REQUIRE(once.exported.size() > 10'000);
    CHECK(live(storage::Engine::sqlite, 7, days, Looking::never, Exported::yes).exported == once.exported);
    CHECK(live(storage::Engine::sqlite, 8, days, Looking::never, Exported::yes).exported != once.exported);
    if (std::getenv("LOTS_TEST_POSTGRES") == nullptr && number_from("LOTS_TEST_REQUIRE_POSTGRES", 0) == 0) {
        MESSAGE("skips PostgreSQL: LOTS_TEST_POSTGRES is not set");
        return;
    }
    const auto there = live(storage::Engine::postgresql, 7, days, Looking::every_day, Exported::yes);
    CHECK_MESSAGE(there.played.broken.empty(), first_of(there.played.broken));
    const auto here = live(storage::Engine::sqlite, 7, days, Looking::every_day, Exported::yes);
    CHECK_MESSAGE(here.played.broken.empty(), first_of(here.played.broken));
    CHECK((there.exported == here.exported));
}

TEST_CASE("The simulation's own calendar: midnight in Stockholm, and birthdays of leap days")
{
    for (const auto day : {2026y / 1 / 1, 2026y / 3 / 29, 2026y / 3 / 30, 2026y / 7 / 1, 2026y / 10 / 25, 2026y / 10 / 26}) {
        CHECK(sim::midnight(day) == start_of_day(day));
        CHECK(sim::day_of(sim::midnight(day)) == day);
        CHECK(sim::day_of(sim::midnight(day) - std::chrono::milliseconds(1)) == add_days(day, -1));
    }
    CHECK(sim::years_old(2008y / 2 / 29, 2026y / 2 / 27) == 17);
    CHECK(sim::years_old(2008y / 2 / 29, 2026y / 2 / 28) == 18);
    CHECK(sim::years_old(2008y / 5 / 2, 2026y / 5 / 1) == 17);
    CHECK(sim::years_old(2008y / 5 / 2, 2026y / 5 / 2) == 18);
}

TEST_CASE("Every invented family has a name of its own")
{
    std::set<std::string> names;
    for (int number = 0; number < 4000; ++number) CHECK(names.insert(sim::family_name(number)).second);
}
