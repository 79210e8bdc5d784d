#include "group/coordination.h"

#include <map>
#include <utility>

#include "cases/sealed.h"
#include "group/people.h"
#include "organisation/store.h"

namespace lots::group {

using access::Compartment;
using access::Role;
using cases::Drawer;
using storage::Row;
using vault::Field;

std::vector<Load> loads(access::Work& work)
{
    return work.db.all(
        "SELECT a.person, a.unit, COUNT(*), SUM(CASE WHEN h.owner_unit = $3 THEN 1 ELSE 0 END) FROM case_assignment a "
        "JOIN case_head h ON h.municipality = a.municipality AND h.case_id = a.case_id "
        "LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
        "WHERE a.municipality = $1 AND a.duty = 'coordinator' AND a.from_day <= $2 AND e.case_assignment IS NULL AND "
        "EXISTS (SELECT 1 FROM assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = a.municipality AND w.person = a.person AND w.unit = a.unit AND w.from_day <= $2 AND "
        "(x.last_day IS NULL OR x.last_day >= $2) AND w.role IN ('social_worker', 'coordinator', 'unit_manager')) AND "
        "h.state IN ('forming', 'planning', 'active', 'suspended', 'closure_review') GROUP BY a.person, a.unit ORDER BY a.person, a.unit",
        [](const Row& row) { return Load{row.get<PersonId>(0), row.get<UnitId>(1), row.get<int>(2), row.get<int>(3)}; }, work.municipality,
        work.today, work.reader.unit);
}

form::Options coordinator_options(access::Work& work, Language language)
{
    std::map<PersonId, int> held;
    for (const auto& one : loads(work)) held[one.person] += one.groups;
    auto people = organisation::people_who_act(work, {.roles = coordinating()});
    std::map<std::string, PersonId> persons;
    for (const auto& one : people) persons.emplace(one.handle, one.person);
    auto options = once_each(std::move(people));
    for (auto& option : options) {
        const auto found = held.find(persons.at(option.value));
        option.label = say(language, "group.holds", {{"who", option.label}, {"count", found == held.end() ? 0 : found->second}});
    }
    return options;
}

std::vector<LateLine> late_lines(access::Work& work)
{
    return work.db.all(
        "WITH led (case_id) AS ("
        "SELECT a.case_id FROM case_assignment a "
        "LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
        "WHERE a.municipality = $1 AND a.person = $2 AND a.unit = $3 AND a.from_day <= $4 AND e.case_assignment IS NULL AND "
        "a.duty IN ('officer', 'coordinator') "
        "UNION SELECT d.case_id FROM coordinator_deputy d LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND "
        "e.deputy = d.id WHERE d.municipality = $1 AND d.person = $2 AND d.unit = $3 AND d.from_day <= $4 AND d.last_day >= $4 AND "
        "e.deputy IS NULL "
        "UNION SELECT h.case_id FROM case_head h WHERE $5 = 1 AND h.municipality = $1 AND h.owner_unit = $3) "
        "SELECT d.case_id, d.subject_number, d.agency, d.last_day FROM led "
        "JOIN duty d ON d.municipality = $1 AND d.case_id = led.case_id "
        "WHERE d.what = 'duty.do_commitment' AND d.last_day < $4 ORDER BY d.last_day, d.case_id, d.line",
        [](const Row& row) {
            return LateLine{row.get<CaseId>(0), row.get<std::optional<int>>(1).value_or(0), row.get<std::optional<AgencyId>>(2),
                            row.get<Date>(3)};
        },
        work.municipality, work.reader.person, work.reader.unit, work.today, work.reader.role == Role::unit_manager);
}

void add_other_unit_reason(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, std::string_view reason)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO coordinator_other_unit (municipality, id, case_id, person, unit, reason_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, permit.case_id(), person, unit,
                cases::seal(permit, Drawer::room, Field::coordinator_other_unit_reason, {id.bytes()}, reason), work.now, work.reader.person);
}

std::string other_unit_reason(const access::CasePermit& permit, const cases::Holder& coordinator)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    struct Kept {
        RecordId id;
        Instant made_at;
        Bytes reason;
    };
    const auto kept = work.db.one(
        "SELECT id, made_at, reason_sealed FROM coordinator_other_unit WHERE municipality = $1 AND case_id = $2 AND person = $3 AND unit = $4 "
        "ORDER BY made_at DESC, id LIMIT 1",
        [](const Row& row) { return Kept{row.get<RecordId>(0), row.get<Instant>(1), row.get<Bytes>(2)}; }, work.municipality,
        permit.case_id(), coordinator.person, coordinator.unit);
    // Of an earlier time as coordinator: it says nothing of this one.
    if (!kept || local_day(kept->made_at) < coordinator.from_day) return {};
    return cases::open(permit, Drawer::room, Field::coordinator_other_unit_reason, {kept->id.bytes()}, kept->reason);
}

std::string other_unit_reason(const access::CasePermit& permit, const Deputy& deputy)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    // Written with the appointment, so in the same moment.
    const auto kept = work.db.one(
        "SELECT id, reason_sealed FROM coordinator_other_unit WHERE municipality = $1 AND case_id = $2 AND person = $3 AND "
        "unit = $4 AND made_at = $5 ORDER BY id LIMIT 1",
        [](const Row& row) { return std::pair{row.get<RecordId>(0), row.get<Bytes>(1)}; }, work.municipality,
        permit.case_id(), deputy.person, deputy.unit, deputy.made_at);
    if (!kept) return {};
    return cases::open(permit, Drawer::room, Field::coordinator_other_unit_reason, {kept->first.bytes()}, kept->second);
}

}  // namespace lots::group
