#include "organisation/areas.h"

#include "organisation/written.h"

namespace lots::organisation {

using access::Work;
using storage::Row;

namespace {

Area read_area(const Row& row) { return {row.get<RecordId>(0), row.get<std::string>(1), row.get<std::string>(2)}; }

bool found(const Row&) { return true; }

}  // namespace

Result<RecordId> add_district(const Change& change, std::string_view code, std::string_view name)
{
    const auto shown = kept_line(name, name_longest);
    if (!is_code(code)) return invalid("code", "organisation.code.form");
    if (!shown) return invalid("name", "organisation.name.missing");
    if (change.db.one("SELECT 1 FROM district WHERE municipality = $1 AND code = $2", found, change.municipality, code))
        return invalid("code", "organisation.code.taken");
    const auto id = RecordId::make(change.random);
    change.db.run("INSERT INTO district (municipality, id, code, name, made_at) VALUES ($1, $2, $3, $4, $5)", change.municipality, id, code,
                  *shown, change.now);
    return id;
}

Result<RecordId> add_police_area(const Change& change, std::string_view code, std::string_view name)
{
    const auto shown = kept_line(name, name_longest);
    if (!is_code(code)) return invalid("code", "organisation.code.form");
    if (!shown) return invalid("name", "organisation.name.missing");
    if (change.db.one("SELECT 1 FROM police_area WHERE municipality = $1 AND code = $2", found, change.municipality, code))
        return invalid("code", "organisation.code.taken");
    const auto id = RecordId::make(change.random);
    change.db.run("INSERT INTO police_area (municipality, id, code, name, made_at) VALUES ($1, $2, $3, $4, $5)", change.municipality, id,
                  code, *shown, change.now);
    return id;
}

Result<int> link_areas(const Change& change, const RecordId& district, const RecordId& police_area, Date from_day)
{
    const bool linked = change.db.one(
        "SELECT 1 FROM district_police_area l LEFT JOIN district_police_area_end e ON e.municipality = l.municipality AND e.link = l.id "
        "WHERE l.municipality = $1 AND l.district = $2 AND l.police_area = $3 AND (e.last_day IS NULL OR e.last_day >= $4) LIMIT 1",
        found, change.municipality, district, police_area, from_day).has_value();
    if (linked) return invalid("police_area", "organisation.area.linked");
    const auto last = change.db.one("SELECT COALESCE(MAX(number), 0) FROM district_police_area WHERE municipality = $1",
                                    [](const Row& row) { return row.get<int>(0); }, change.municipality);
    const int number = last.value_or(0) + 1;
    change.db.run("INSERT INTO district_police_area (municipality, id, number, district, police_area, from_day, made_at, made_by) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                  change.municipality, RecordId::make(change.random), number, district, police_area, from_day, change.now, change.by);
    return number;
}

Result<Done> end_area_link(const Change& change, int number, Date last_day)
{
    const auto link = change.db.one(
        "SELECT l.id FROM district_police_area l LEFT JOIN district_police_area_end e ON e.municipality = l.municipality AND e.link = l.id "
        "WHERE l.municipality = $1 AND l.number = $2 AND e.link IS NULL",
        [](const Row& row) { return row.get<RecordId>(0); }, change.municipality, number);
    if (!link) return not_found();
    change.db.run("INSERT INTO district_police_area_end (municipality, link, last_day, made_at, made_by) VALUES ($1, $2, $3, $4, $5)",
                  change.municipality, *link, last_day, change.now, change.by);
    return Done{};
}

std::vector<Area> districts(Work& work)
{
    return work.db.all("SELECT id, code, name FROM district WHERE municipality = $1 ORDER BY code", read_area, work.municipality);
}

std::vector<Area> districts_of(Work& work, const UnitId& unit)
{
    return work.db.all(
        "SELECT d.id, d.code, d.name FROM unit_district u JOIN district d ON d.municipality = u.municipality AND "
        "d.id = u.district WHERE u.municipality = $1 AND u.unit = $2 ORDER BY d.code",
        read_area, work.municipality, unit);
}

std::vector<Area> police_areas(Work& work)
{
    return work.db.all("SELECT id, code, name FROM police_area WHERE municipality = $1 ORDER BY code", read_area, work.municipality);
}

std::vector<AreaLink> area_links(Work& work)
{
    return work.db.all(
        "SELECT l.id, l.number, d.name, p.name, l.from_day, e.last_day FROM district_police_area l "
        "JOIN district d ON d.municipality = l.municipality AND d.id = l.district "
        "JOIN police_area p ON p.municipality = l.municipality AND p.id = l.police_area "
        "LEFT JOIN district_police_area_end e ON e.municipality = l.municipality AND e.link = l.id "
        "WHERE l.municipality = $1 ORDER BY l.number",
        [](const Row& row) {
            return AreaLink{row.get<RecordId>(0),    row.get<int>(1),  row.get<std::string>(2),
                            row.get<std::string>(3), row.get<Date>(4), row.get<std::optional<Date>>(5)};
        },
        work.municipality);
}

}  // namespace lots::organisation
