#include "organisation/layout_reader.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include <boost/json.hpp>

#include "organisation/groups.h"
#include "organisation/organisation.h"

namespace lots::organisation {

namespace json = boost::json;

namespace {

/// What is wrong with a layout ends its reading.
struct Wrong {};

const json::object& object_of(const json::value& value, std::initializer_list<std::string_view> names)
{
    if (!value.is_object()) throw Wrong{};
    for (const auto& member : value.get_object())
        if (std::ranges::find(names, std::string(member.key())) == names.end()) throw Wrong{};
    return value.get_object();
}

const json::array& list_of(const json::object& object, const char* name)
{
    static const json::array none;
    const auto* found = object.if_contains(name);
    if (found == nullptr) return none;
    if (!found->is_array()) throw Wrong{};
    return found->get_array();
}

std::string text_of(const json::object& object, const char* name, bool required = true)
{
    const auto* found = object.if_contains(name);
    if (found == nullptr && !required) return {};
    if (found == nullptr || !found->is_string() || found->get_string().empty() || found->get_string().size() > 200) throw Wrong{};
    return std::string(found->get_string());
}

std::vector<std::string> texts_of(const json::object& object, const char* name)
{
    std::vector<std::string> all;
    for (const auto& one : list_of(object, name)) {
        if (!one.is_string()) throw Wrong{};
        all.push_back(std::string(one.get_string()));
    }
    return all;
}

template <class Known>
void must_be_known(const std::string& word, const Known& known)
{
    if (std::ranges::find(known, word) == std::ranges::end(known)) throw Wrong{};
}

void must_be_new(std::set<std::string>& codes, const std::string& code)
{
    if (!codes.insert(code).second) throw Wrong{};
}

LayoutAgency agency_in(const json::value& value, std::set<std::string>& unit_codes)
{
    const auto& object = object_of(value, {"code", "kind", "name", "board", "units"});
    LayoutAgency agency{text_of(object, "code"), text_of(object, "kind"), text_of(object, "name"), text_of(object, "board", false), {}};
    must_be_known(agency.kind, agency_kinds);
    for (const auto& one : list_of(object, "units")) {
        const auto& unit = object_of(one, {"code", "name", "parts", "districts"});
        agency.units.push_back({text_of(unit, "code"), text_of(unit, "name"), texts_of(unit, "parts"), texts_of(unit, "districts")});
        must_be_new(unit_codes, agency.units.back().code);
        for (const auto& part : agency.units.back().parts) must_be_known(part, unit_parts);
    }
    return agency;
}

Layout read(const json::value& value)
{
    const auto& object = object_of(value, {"agencies", "police_areas", "districts", "groups"});
    Layout layout;
    std::set<std::string> agencies, units, areas, districts, groups;
    for (const auto& one : list_of(object, "agencies")) {
        layout.agencies.push_back(agency_in(one, units));
        must_be_new(agencies, layout.agencies.back().code);
    }
    for (const auto& one : list_of(object, "police_areas")) {
        const auto& area = object_of(one, {"code", "name"});
        layout.police_areas.push_back({text_of(area, "code"), text_of(area, "name")});
        must_be_new(areas, layout.police_areas.back().code);
    }
    for (const auto& one : list_of(object, "districts")) {
        const auto& district = object_of(one, {"code", "name", "police_areas"});
        layout.districts.push_back({text_of(district, "code"), text_of(district, "name"), texts_of(district, "police_areas")});
        must_be_new(districts, layout.districts.back().code);
        for (const auto& area : layout.districts.back().police_areas) must_be_known(area, areas);
    }
    for (const auto& agency : layout.agencies)
        for (const auto& unit : agency.units)
            for (const auto& district : unit.districts) must_be_known(district, districts);
    for (const auto& one : list_of(object, "groups")) {
        const auto& group = object_of(one, {"kind", "code", "name", "tier", "districts"});
        layout.groups.push_back({text_of(group, "kind"), text_of(group, "code"), text_of(group, "name"), text_of(group, "tier"),
                                 texts_of(group, "districts")});
        must_be_known(layout.groups.back().kind, group_kinds);
        must_be_known(layout.groups.back().tier, group_tiers);
        must_be_new(groups, layout.groups.back().code);
        for (const auto& district : layout.groups.back().districts) must_be_known(district, districts);
    }
    return layout;
}

}  // namespace

std::optional<Layout> read_layout(const json::value& value)
{
    try {
        return read(value);
    }
    catch (const Wrong&) {
        return std::nullopt;
    }
}

}  // namespace lots::organisation
