#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "organisation/commands.h"

namespace lots::organisation {

// Districts and police areas, and how they lie over each other: many to many, with days (S4-33, S4-49).

struct Area {
    RecordId id;
    std::string code, name;
};

struct AreaLink {
    RecordId id;
    int number = 0;                      // 1, 2 … in the municipality: its address
    std::string district, police_area;   // names
    Date from_day;
    std::optional<Date> last_day;        // included
};

/// Invalid: `code` (taken, or not a code), `name`.
Result<RecordId> add_district(const Change& change, std::string_view code, std::string_view name);
Result<RecordId> add_police_area(const Change& change, std::string_view code, std::string_view name);
/// From that day (included) the district, or a part of it, lies in the police area. Invalid: `police_area` when it does already.
Result<int> link_areas(const Change& change, const RecordId& district, const RecordId& police_area, Date from_day);
/// NotFound: no such link, or ended already.
Result<Done> end_area_link(const Change& change, int number, Date last_day);

/// By code.
std::vector<Area> districts(access::Work& work);
std::vector<Area> police_areas(access::Work& work);
/// Those that the unit works in, by code; none: the whole municipality.
std::vector<Area> districts_of(access::Work& work, const UnitId& unit);
/// All links, those that have ended too, by number.
std::vector<AreaLink> area_links(access::Work& work);

}  // namespace lots::organisation
