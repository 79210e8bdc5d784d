#include "vault/spare_units.h"

#include <algorithm>
#include <utility>

namespace lots::vault {

RetentionUnitId SpareUnits::take(MunicipalityId municipality, Instant at, const Make& make,
                                 std::vector<RetentionUnitId>& too_old)
{
    const std::scoped_lock lock(mutex_);
    auto& pile = piles_[municipality];
    const auto age = at < pile.made_at ? pile.made_at - at : at - pile.made_at;  // a clock may be set back
    if (age > life) too_old = std::exchange(pile.units, {});
    if (pile.units.empty()) {
        const bool soon = pile.together > 0 && age < std::chrono::seconds{1};
        pile.together = soon ? std::min(pile.together * 2, most) : 1;
        pile.units = make(pile.together);
        pile.made_at = at;
    }
    const auto unit = pile.units.back();
    pile.units.pop_back();
    return unit;
}

std::vector<RetentionUnitId> SpareUnits::unused() const
{
    const std::scoped_lock lock(mutex_);
    std::vector<RetentionUnitId> all;
    for (const auto& [municipality, pile] : piles_) all.insert(all.end(), pile.units.begin(), pile.units.end());
    std::ranges::sort(all);
    return all;
}

}  // namespace lots::vault
