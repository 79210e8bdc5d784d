#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lots::organisation {

// What a municipality begins with, as its profile tells it: who takes part, where, and in which groups. Afterwards the organisation's
// own dated records count (areas.h, groups.h).

struct LayoutUnit {
    std::string code, name;
    std::vector<std::string> parts;      // of unit_parts: what the unit does in the life of a case (S4-34, rules.h: unit_matters)
    std::vector<std::string> districts;  // codes: where it works; none: in the whole municipality
};

struct LayoutAgency {
    std::string code, kind, name;
    std::string board;                   // the nämnd that answers for it, each a secrecy area of its own (S2-04); may be empty
    std::vector<LayoutUnit> units;
};

struct LayoutDistrict {
    std::string code, name;
    std::vector<std::string> police_areas;  // codes; several, where the two do not follow each other (S4-33, S4-49)
};

struct LayoutPoliceArea {
    std::string code, name;
};

struct LayoutGroup {
    std::string kind, code, name, tier;
    std::vector<std::string> districts;  // codes; none: the whole municipality
};

struct Layout {
    std::vector<LayoutAgency> agencies;
    std::vector<LayoutPoliceArea> police_areas;
    std::vector<LayoutDistrict> districts;
    std::vector<LayoutGroup> groups;

    bool empty() const { return agencies.empty() && police_areas.empty() && districts.empty() && groups.empty(); }
};

inline constexpr std::string_view unit_parts[] = {"proposes", "decides", "carries_out"};

}  // namespace lots::organisation
