#include "cases/duties.h"

#include "cases/record.h"
#include "cases/rules.h"

namespace lots::cases {

using storage::Row;

namespace {

/// When this person said that there is a conflict of interest; none when the newest word is that there is none.
std::optional<Date> conflicted_on(const access::CasePermit& permit, const PersonId& person)
{
    auto& work = permit.work();
    const auto newest = work.db.one(
        "SELECT conflicted, made_at FROM conflict_declaration WHERE municipality = $1 AND case_id = $2 AND person = $3 "
        "ORDER BY made_at DESC, id LIMIT 1",
        [](const Row& row) {
            return std::pair{row.get<bool>(0), local_day(row.get<Instant>(1))};
        },
        work.municipality, permit.case_id(), person);
    if (!newest || !newest->first) return std::nullopt;
    return newest->second;
}

/// Members of the group who have said that they have a conflict of interest and are still in it.
std::vector<std::pair<int, Date>> conflicted_members(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto members = work.db.all(
        "SELECT m.number, m.person FROM membership m LEFT JOIN membership_end e ON e.municipality = m.municipality AND "
        "e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 AND e.membership IS NULL ORDER BY m.number",
        [](const Row& row) {
            return std::pair{row.get<int>(0), row.get<PersonId>(1)};
        },
        work.municipality, permit.case_id());
    std::vector<std::pair<int, Date>> found;
    for (const auto& [number, person] : members)
        if (const auto on = conflicted_on(permit, person)) found.emplace_back(number, *on);
    return found;
}

}  // namespace

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    OfficerFacts facts;
    facts.state = permit.facts().state;
    if (const auto officer = holder(permit, "officer")) facts.officer_conflicted_on = conflicted_on(permit, officer->person);
    facts.officer = answers_for(permit);
    facts.manager = manager(permit);
    facts.officer_left_on = vacant_since(permit, "officer");
    facts.coordinator_left_on = vacant_since(permit, "coordinator");
    facts.conflicted_members = conflicted_members(permit);
    return duties_of(facts);
}

std::optional<Date> next_change(const access::CasePermit& permit)
{
    auto& work = permit.work();
    std::optional<Date> first;
    const auto consider = [&](std::optional<Date> day) {
        if (day && *day > work.today && (!first || *day < *first)) first = day;
    };
    const auto take = [&](const Row& row) {
        consider(row.get<Date>(0));
        if (const auto last = row.get<std::optional<Date>>(1)) consider(next_day(*last));
    };
    work.db.each(
        "SELECT w.from_day, x.last_day FROM case_assignment a JOIN assignment w ON w.municipality = a.municipality AND w.person = a.person "
        "AND w.unit = a.unit LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
        "WHERE a.municipality = $1 AND a.case_id = $2 AND e.case_assignment IS NULL",
        take, work.municipality, permit.case_id());
    // Who leads when the coordinator has left: from when, until when, and whether they still work there.
    work.db.each(
        "SELECT d.from_day, d.last_day FROM coordinator_deputy d LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND "
        "e.deputy = d.id WHERE d.municipality = $1 AND d.case_id = $2 AND e.deputy IS NULL",
        take, work.municipality, permit.case_id());
    work.db.each(
        "SELECT w.from_day, x.last_day FROM coordinator_deputy d JOIN assignment w ON w.municipality = d.municipality AND "
        "w.person = d.person AND w.unit = d.unit LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND e.deputy = d.id "
        "WHERE d.municipality = $1 AND d.case_id = $2 AND e.deputy IS NULL",
        take, work.municipality, permit.case_id());
    // Who of the police is told of their own reminder when none of their officers in the group works there any more.
    work.db.each(
        "SELECT w.from_day, x.last_day FROM membership m JOIN agency g ON g.municipality = m.municipality AND g.id = m.agency AND "
        "g.kind = 'police' JOIN unit u ON u.municipality = g.municipality AND u.agency = g.id "
        "JOIN assignment w ON w.municipality = u.municipality AND w.unit = u.id AND w.role = 'agency_manager' "
        "LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE m.municipality = $1 AND m.case_id = $2",
        take, work.municipality, permit.case_id());
    // Who answers for the case when its officer has left.
    work.db.each(
        "SELECT w.from_day, x.last_day FROM assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND "
        "x.assignment = w.id WHERE w.municipality = $1 AND w.role = 'unit_manager' AND w.unit = $2",
        take, work.municipality, permit.facts().owner_unit);
    return first;
}

}  // namespace lots::cases
