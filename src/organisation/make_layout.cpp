#include <map>

#include "organisation/areas.h"
#include "organisation/groups.h"
#include "organisation/profiles.h"
#include "organisation/written.h"

namespace lots::organisation {

namespace {

Result<Done> make_agency(const Change& change, const LayoutAgency& agency)
{
    const auto id = add_agency(change, {agency.code, agency.kind, agency.name});
    if (!id) return id.error();
    if (!agency.board.empty()) {
        const auto board = kept_line(agency.board, name_longest);
        if (!board) return invalid("board", "organisation.name.missing");
        change.db.run("INSERT INTO agency_board (municipality, agency, name, made_at) VALUES ($1, $2, $3, $4)", change.municipality, *id,
                      *board, change.now);
    }
    for (const auto& unit : agency.units) {
        const auto unit_id = add_unit(change, {*id, unit.code, unit.name});
        if (!unit_id) return unit_id.error();
        for (const auto& part : unit.parts)
            change.db.run("INSERT INTO unit_part (municipality, unit, part, made_at) VALUES ($1, $2, $3, $4)", change.municipality, *unit_id,
                          part, change.now);
    }
    return Done{};
}

/// Where the units work, once districts and units are there.
void join_units_and_districts(const Change& change, const Layout& layout, const std::map<std::string, RecordId>& districts)
{
    for (const auto& agency : layout.agencies)
        for (const auto& unit : agency.units) {
            if (unit.districts.empty()) continue;
            const auto id = change.db.one("SELECT id FROM unit WHERE municipality = $1 AND code = $2",
                                          [](const storage::Row& row) { return row.get<UnitId>(0); }, change.municipality, unit.code);
            check(id.has_value(), "a unit of the layout was not made");
            for (const auto& district : unit.districts)
                change.db.run("INSERT INTO unit_district (municipality, unit, district, made_at) VALUES ($1, $2, $3, $4)", change.municipality,
                              *id, districts.at(district), change.now);
        }
}

}  // namespace

Result<Done> make_layout(const Change& change, const Layout& layout, Date from)
{
    for (const auto& agency : layout.agencies)
        if (auto done = make_agency(change, agency); !done) return done;
    std::map<std::string, RecordId> areas;
    for (const auto& area : layout.police_areas) {
        const auto id = add_police_area(change, area.code, area.name);
        if (!id) return id.error();
        areas[area.code] = *id;
    }
    std::map<std::string, RecordId> districts;
    for (const auto& district : layout.districts) {
        const auto id = add_district(change, district.code, district.name);
        if (!id) return id.error();
        districts[district.code] = *id;
        for (const auto& area : district.police_areas)
            if (const auto linked = link_areas(change, *id, areas.at(area), from); !linked) return linked.error();
    }
    join_units_and_districts(change, layout, districts);
    for (const auto& group : layout.groups)
        if (const auto id = add_group(change, {group.kind, group.code, group.name, group.tier, group.districts}); !id) return id.error();
    return Done{};
}

}  // namespace lots::organisation
