#include "group/rules_duties.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::group {

std::vector<guideline::Duty> duties_of(const DutyFacts& facts)
{
    if (facts.changes.empty()) return {};
    const auto first = *std::ranges::min_element(facts.changes);
    return {{&guideline::youth_told_of_change, guideline::Actor::coordinator, facts.coordinator, {}, "duty.tell_youth",
             add_days(first, facts.days_to_tell), {}, "deltagare/berattat"}};
}

}  // namespace lots::group
