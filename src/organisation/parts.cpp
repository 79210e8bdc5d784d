#include "organisation/parts.h"

#include <algorithm>

#include "organisation/rules.h"
#include "organisation/store.h"

namespace lots::organisation {

using access::Work;

std::vector<Unit> units_with_part(Work& work, std::string_view part)
{
    const auto having = work.db.all("SELECT unit FROM unit_part WHERE municipality = $1 AND part = $2 ORDER BY unit",
                                    [](const storage::Row& row) { return row.get<UnitId>(0); }, work.municipality, part);
    if (having.empty()) return {};
    auto all = units(work);
    std::erase_if(all, [&](const Unit& one) { return std::ranges::find(having, one.id) == having.end(); });
    return all;
}

guideline::Decision by_unit_with_part(Work& work, std::string_view part)
{
    if (!unit_matters(part, work.reader.agency_kind)) return {};
    std::vector<UnitId> chosen;
    for (const auto& one : units_with_part(work, part))
        if (one.agency == work.reader.agency) chosen.push_back(one.id);
    return by_chosen_unit(chosen, work.reader.unit);
}

}  // namespace lots::organisation
