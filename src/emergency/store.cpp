#include "emergency/store.h"

#include <algorithm>
#include <chrono>

#include "cases/record.h"
#include "cases/sealed.h"
#include "organisation/organisation.h"
#include "organisation/store.h"

namespace lots::emergency {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

std::vector<Emergency> emergencies(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    auto all = work.db.all(
        "SELECT g.id, g.number, g.person, g.unit, g.from_at, g.until_at, g.reason_sealed, t.told_at FROM emergency_access g "
        "LEFT JOIN emergency_access_told t ON t.municipality = g.municipality AND t.emergency = g.id "
        "WHERE g.municipality = $1 AND g.case_id = $2 ORDER BY g.number DESC",
        [&](const Row& row) {
            Emergency one;
            one.id = row.get<RecordId>(0);
            one.number = row.get<int>(1);
            one.person = row.get<PersonId>(2);
            one.unit = row.get<UnitId>(3);
            one.from_at = row.get<Instant>(4);
            one.until_at = row.get<Instant>(5);
            one.reason = cases::open(permit, Drawer::social_services, Field::emergency_reason, {one.id.bytes()}, row.get<Bytes>(6));
            one.told_at = row.get<std::optional<Instant>>(7);
            return one;
        },
        work.municipality, permit.case_id());
    for (auto& one : all) {
        one.name = organisation::person_name(work, one.person);
        one.unit_name = organisation::unit_name(work, one.unit);
    }
    return all;
}

std::optional<Emergency> emergency_of(const access::CasePermit& permit, std::string_view number)
{
    auto all = emergencies(permit);
    const auto found = std::ranges::find_if(all, [&](const Emergency& one) { return std::to_string(one.number) == number; });
    if (found == all.end()) return std::nullopt;
    return std::move(*found);
}

int add(const access::CasePermit& permit, std::string_view reason, int hours)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    const int number = 1 + work.db.one("SELECT count(*) FROM emergency_access WHERE municipality = $1 AND case_id = $2",
                                       [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                               .value_or(0);
    const auto id = work.new_id<RecordId>();
    const Instant until = work.now + std::chrono::hours(hours);
    work.db.run("INSERT INTO emergency_access (municipality, id, case_id, number, person, unit, from_at, until_at, reason_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, id, permit.case_id(), number, work.reader.person, work.reader.unit, work.now, until,
                cases::seal(permit, Drawer::social_services, Field::emergency_reason, {id.bytes()}, reason));
    return number;
}

void add_told(const access::CasePermit& permit, const Emergency& one)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    work.db.run("INSERT INTO emergency_access_told (municipality, emergency, told_at, made_by) VALUES ($1, $2, $3, $4)", work.municipality,
                one.id, work.now, work.reader.person);
}

std::optional<ToldTo> told_to(const access::CasePermit& permit, const PersonId& person, const UnitId& unit)
{
    const auto of_case = cases::manager(permit);  // one without a conflict of interest
    if (permit.facts().owner_unit != unit)
        for (const auto& acting : organisation::people_who_act(permit.work(), {.roles = {access::Role::unit_manager}, .unit = unit}))
            if (acting.person != person) return ToldTo{acting.person, false};
    if (!of_case || *of_case == person) return std::nullopt;
    return ToldTo{*of_case, true};
}

std::vector<Untold> untold(const access::CasePermit& permit)
{
    struct Used {
        int number = 0;
        PersonId person;
        UnitId unit;
        Instant from_at;
    };
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    const auto used = work.db.all(
        "SELECT g.number, g.person, g.unit, g.from_at FROM emergency_access g "
        "LEFT JOIN emergency_access_told t ON t.municipality = g.municipality AND t.emergency = g.id "
        "WHERE g.municipality = $1 AND g.case_id = $2 AND t.emergency IS NULL ORDER BY g.number",
        [](const Row& row) {
            return Used{row.get<int>(0), row.get<PersonId>(1), row.get<UnitId>(2), row.get<Instant>(3)};
        },
        work.municipality, permit.case_id());
    std::vector<Untold> all;
    for (const auto& one : used) {
        const auto to = told_to(permit, one.person, one.unit);
        Untold due;
        due.number = one.number;
        due.on = local_day(one.from_at);
        if (to) due.manager = to->manager;
        // Who has the case reads it in the file; the manager of another unit has that one page alone.
        due.path = (!to || to->has_case ? "nodatkomster/" : "nodatkomst/") + std::to_string(one.number) + "/last";
        all.push_back(std::move(due));
    }
    return all;
}

}  // namespace lots::emergency
