#include <algorithm>

#include "cases/sealed.h"
#include "group/store.h"
#include "organisation/store.h"

// What is kept of deputies, and of what the young person has been told.
namespace lots::group {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

std::vector<Deputy> deputies(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    auto all = work.db.all(
        "SELECT d.id, d.number, d.person, d.unit, d.from_day, d.last_day, d.made_at, e.ended_at FROM coordinator_deputy d "
        "LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND e.deputy = d.id "
        "WHERE d.municipality = $1 AND d.case_id = $2 ORDER BY d.number",
        [](const Row& row) {
            return Deputy{row.get<RecordId>(0), row.get<int>(1),  row.get<PersonId>(2), row.get<UnitId>(3),
                          {},                   row.get<Date>(4), row.get<Date>(5),     row.get<Instant>(6),
                          row.get<std::optional<Instant>>(7)};
        },
        work.municipality, permit.case_id());
    std::vector<PersonId> people;
    for (const auto& one : all) people.push_back(one.person);
    const auto names = organisation::person_names(work, people);
    for (auto& one : all) one.name = names.at(one.person);
    return all;
}

void add_deputy(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, const AppointDeputy& deputy)
{
    auto& work = permit.work();
    const int number =
        *work.db.one("SELECT COALESCE(MAX(number), 0) + 1 FROM coordinator_deputy WHERE municipality = $1 AND case_id = $2",
                     [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id());
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO coordinator_deputy (municipality, id, case_id, number, person, unit, from_day, last_day, reason_sealed, made_at, "
                "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, id, permit.case_id(), number, person, unit, *deputy.from_day, *deputy.last_day,
                cases::seal(permit, Drawer::room, Field::deputy_reason, {id.bytes()}, deputy.reason), work.now, work.reader.person);
}

void end_deputy(const access::CasePermit& permit, const Deputy& deputy)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO coordinator_deputy_end (municipality, deputy, ended_at, made_by) VALUES ($1, $2, $3, $4)", work.municipality,
                deputy.id, work.now, work.reader.person);
}

void end_deputies(const access::CasePermit& permit)
{
    for (const auto& one : deputies(permit))
        if (!one.ended_at && one.last_day >= permit.work().today) end_deputy(permit, one);
}

void add_youth_told(const access::CasePermit& permit, Date told_on)
{
    auto& work = permit.work();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM youth_told WHERE municipality = $1 AND case_id = $2",
                                 [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id());
    work.db.run("INSERT INTO youth_told (municipality, case_id, seq, told_on, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, permit.case_id(), seq, told_on, work.now, work.reader.person);
}

std::vector<Date> changes_not_told(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto told = work.db.one("SELECT MAX(made_at) FROM youth_told WHERE municipality = $1 AND case_id = $2",
                                  [](const Row& row) { return row.get<std::optional<Instant>>(0); }, work.municipality, permit.case_id());
    std::vector<Date> days;
    const auto take = [&](const Row& row) {
        const auto at = row.get<Instant>(0);
        // What was written down with the change itself has its own day, and is not asked for again.
        if (!told || !*told || at > **told) days.push_back(local_day(at));
    };
    work.db.each(
        "SELECT e.ended_at FROM membership_end e JOIN membership m ON m.municipality = e.municipality AND m.id = e.membership "
        "WHERE e.municipality = $1 AND m.case_id = $2 AND e.youth_told_on IS NULL ORDER BY e.ended_at",
        take, work.municipality, permit.case_id());
    work.db.each("SELECT made_at FROM coordinator_deputy WHERE municipality = $1 AND case_id = $2 ORDER BY made_at", take,
                 work.municipality, permit.case_id());
    return days;
}

}  // namespace lots::group
