#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "access/work.h"
#include "steering/rules.h"
#include "steering/store.h"

namespace lots::steering {

/// Why a group ended, in the order of the page.
inline constexpr std::array<std::string_view, 10> reasons{
    "need_gone",       "goals_reached", "behaviour_unchanged", "continued_crime", "consent_withdrawn",
    "consent_expired", "moved",         "placed_or_detained",  "deceased",        "other"};

/// All that the page and the API tell of, counted once.
struct Figures {
    Quarter quarter;
    bool as_they_are = false;  // the counts of cases, for the local steering group; everybody else has the small ones hidden
    std::vector<AgencyLate> late;
    Flow flow;
    std::vector<int> days;  // to the first meeting, one for each case
    int goal_days = 0;
    std::vector<CaseCount> cases;
    std::vector<Place> places;  // where a case can be, whether there is one or not
    std::vector<int> ended;     // in the order of `reasons`
};
Figures figures_of(access::Work& work, Quarter quarter);

/// How many cases there are in each state that is not over, in the order of the work, and in each place; the zeros too. A
/// list without them would tell that a hidden count is at least one.
std::vector<std::pair<access::CaseState, int>> by_state(const Figures& figures);
std::vector<std::pair<Place, int>> by_place(const Figures& figures);

}  // namespace lots::steering
