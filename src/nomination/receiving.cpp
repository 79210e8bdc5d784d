#include "nomination/receiving.h"

#include <algorithm>

#include "organisation/parts.h"

namespace lots::nomination {

std::vector<organisation::Unit> receiving_units(access::Work& work)
{
    auto all = organisation::units_with_part(work, "decides");
    std::erase_if(all, [](const organisation::Unit& unit) { return unit.agency_kind != "social_services"; });
    if (work.reader.agency_kind == "social_services")
        std::erase_if(all, [&](const organisation::Unit& unit) { return unit.agency != work.reader.agency; });
    return all;
}

form::Options receiving_options(const std::vector<organisation::Unit>& units)
{
    form::Options options;
    for (const auto& unit : units) options.push_back({unit.code, unit.agency_name + ", " + unit.name});
    return options;
}

std::optional<UnitId> chosen_among(const std::vector<organisation::Unit>& units, const std::string& code)
{
    if (units.size() == 1) return units.front().id;
    const auto found = std::ranges::find(units, code, &organisation::Unit::code);
    if (found == units.end()) return std::nullopt;
    return found->id;
}

}  // namespace lots::nomination
