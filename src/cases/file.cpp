#include "cases/file.h"

#include "cases/sealed.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Compartment;
using storage::Row;
using vault::Field;

std::vector<Deputy> deputies(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    auto all = work.db.all(
        "SELECT person, from_day, last_day FROM deputy WHERE municipality = $1 AND case_id = $2 AND last_day >= $3 "
        "ORDER BY from_day, id",
        [](const Row& row) {
            return Deputy{row.get<PersonId>(0), {}, row.get<Date>(1), row.get<Date>(2)};
        },
        work.municipality, permit.case_id(), work.today);
    for (auto& one : all) one.name = organisation::person_name(work, one.person);
    return all;
}

void add_deputy(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, Date from_day, Date last_day)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO deputy (municipality, id, case_id, person, unit, from_day, last_day, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, work.new_id<RecordId>(), permit.case_id(), person, unit, from_day, last_day, work.now,
                work.reader.person);
}

void add_officer_change(const access::CasePermit& permit, const PersonId& person, const ChangeOfficer& change)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run(
        "INSERT INTO officer_change (municipality, id, case_id, person, reason_sealed, youth_told_on, made_at, made_by) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        work.municipality, id, permit.case_id(), person,
        seal(permit, Drawer::social_services, Field::officer_change_reason, {id.bytes()}, change.reason),
        change.youth_told_on, work.now, work.reader.person);
}

bool is_conflicted(const access::CasePermit& permit, const PersonId& person)
{
    auto& work = permit.work();
    return work.db
        .one(
            "SELECT conflicted FROM conflict_declaration WHERE municipality = $1 AND case_id = $2 AND person = $3 ORDER BY "
            "made_at DESC, id LIMIT 1",
            [](const Row& row) { return row.get<bool>(0); }, work.municipality, permit.case_id(), person)
        .value_or(false);
}

void add_conflict(const access::CasePermit& permit, std::string_view note)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const bool file = permit.covers(Compartment::social_services);
    std::optional<Bytes> in_file, in_room;
    if (file)
        in_file = seal(permit, Drawer::social_services, Field::selection_conflict_note, {id.bytes()}, note);
    else
        in_room = seal(permit, Drawer::room, Field::conflict_room_note, {id.bytes()}, note);
    work.db.run("INSERT INTO conflict_declaration (municipality, id, case_id, person, conflicted, note_sealed, made_at, "
                "room_note_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, permit.case_id(), work.reader.person, true, in_file, work.now, in_room);
}

std::vector<PersonId> named_readers(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.all(
        "SELECT DISTINCT a.person FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality "
        "AND "
        "e.case_assignment = a.id WHERE a.municipality = $1 AND a.case_id = $2 AND a.duty = 'named_reader' AND "
        "e.case_assignment IS NULL ORDER BY a.person",
        [](const Row& row) { return row.get<PersonId>(0); }, work.municipality, permit.case_id());
}

void end_assignment_of(const access::CasePermit& permit, const std::string& duty, const PersonId& person)
{
    auto& work = permit.work();
    const auto open = work.db.all(
        "SELECT a.id FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND "
        "e.case_assignment = a.id "
        "WHERE a.municipality = $1 AND a.case_id = $2 AND a.duty = $3 AND a.person = $4 AND e.case_assignment IS NULL",
        [](const Row& row) { return row.get<RecordId>(0); }, work.municipality, permit.case_id(), duty, person);
    for (const auto& id : open)
        work.db.run(
            "INSERT INTO case_assignment_end (municipality, case_assignment, ended_at, made_by) VALUES ($1, $2, $3, $4)",
            work.municipality, id, work.now, work.reader.person);
}

std::optional<RegisterEntry> register_entry(const access::CasePermit& permit)
{
    permit.require(Compartment::register_);
    auto& work = permit.work();
    struct Found {
        std::optional<UnitId> unit;
        Date from_day;
        std::optional<Date> closed_on;
    };
    const auto found = work.db.one(
        "SELECT r.unit, r.from_day, c.closed_on FROM register_entry r LEFT JOIN closure c ON "
        "c.municipality = r.municipality AND c.case_id = r.case_id WHERE r.municipality = $1 AND r.case_id = $2",
        [](const Row& row) {
            return Found{row.get<std::optional<UnitId>>(0), row.get<Date>(1), row.get<std::optional<Date>>(2)};
        },
        work.municipality, permit.case_id());
    if (!found) return std::nullopt;
    return RegisterEntry{found->unit ? organisation::unit_name(work, *found->unit) : "", found->from_day, found->closed_on};
}

void enter_register(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const bool there = work.db
                           .one(
                               "SELECT 1 FROM register_entry WHERE municipality = $1 AND case_id = $2",
                               [](const Row&) { return true; }, work.municipality, permit.case_id())
                           .has_value();
    if (there) return;
    work.db.run(
        "INSERT INTO register_entry (municipality, case_id, youth, unit, from_day, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
        work.municipality, permit.case_id(), permit.facts().youth, permit.facts().owner_unit, work.today, work.now);
}

std::optional<FormerEpisode> former_episode(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.one(
        "SELECT COALESCE(n.number, 'F-' || CAST(f.nomination_number AS TEXT)), k.closed_on, k.monitoring_last_day, "
        "c.made_at FROM sig_case c "
        "JOIN sig_case f ON f.municipality = c.municipality AND f.id = c.former_episode "
        "LEFT JOIN case_number n ON n.municipality = f.municipality AND n.case_id = f.id "
        "LEFT JOIN closure k ON k.municipality = f.municipality AND k.case_id = f.id WHERE c.municipality = $1 AND c.id = "
        "$2",
        [](const Row& row) {
            FormerEpisode former{row.get<std::string>(0), row.get<std::optional<Date>>(1)};
            const auto until = row.get<std::optional<Date>>(2);
            former.within_twelve_months = until && local_day(row.get<Instant>(3)) <= *until;
            return former;
        },
        work.municipality, permit.case_id());
}

}  // namespace lots::cases
