#include "organisation/assignments.h"

#include <algorithm>

#include "access/reader.h"
#include "base/check.h"
#include "organisation/store.h"

namespace lots::organisation {

using access::Role;
using access::Work;
using storage::Row;

std::vector<Assignment> assignments_in(Work& work, const UnitId& unit)
{
    auto all = work.db.all(
        "SELECT a.id, a.person, p.handle, a.role, a.from_day, e.last_day FROM assignment a "
        "JOIN person p ON p.municipality = a.municipality AND p.id = a.person "
        "LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
        "WHERE a.municipality = $1 AND a.unit = $2 ORDER BY a.made_at, a.id",
        [](const Row& row) {
            const auto role = access::word_in<Role>(access::role_names, row.text(3));
            check(role.has_value(), "a stored assignment has an unknown role");
            Assignment one;
            one.id = row.get<AssignmentId>(0);
            one.person = row.get<PersonId>(1);
            one.handle = row.get<std::string>(2);
            one.role = *role;
            one.from_day = row.get<Date>(4);
            one.last_day = row.get<std::optional<Date>>(5);
            return one;
        },
        work.municipality, unit);
    int number = 0;
    for (auto& one : all) one.number = ++number;  // those that have ended keep theirs
    std::erase_if(all, [&](const Assignment& one) {
        return access::is_family(one.role) || (one.last_day && *one.last_day < work.today);
    });
    std::vector<PersonId> people;
    for (const auto& one : all) people.push_back(one.person);
    const auto names = person_names(work, people);
    for (auto& one : all) one.name = names.at(one.person);
    std::ranges::stable_sort(all, {}, &Assignment::handle);
    return all;
}

std::optional<Assignment> open_assignment(Work& work, const UnitId& unit, std::string_view number)
{
    for (auto& one : assignments_in(work, unit))
        if (std::to_string(one.number) == number && !one.last_day) return std::move(one);
    return std::nullopt;
}

bool is_private_account(Work& work, const PersonId& person)
{
    return !work.db
                .all(
                    "SELECT 1 FROM assignment WHERE municipality = $1 AND person = $2 AND role IN ('youth', 'guardian', "
                    "'helper')",
                    [](const Row&) { return true; }, work.municipality, person)
                .empty();
}

bool holds_private_accounts(Work& work, const Agency& agency)
{
    if (agency.kind != "other") return false;
    return work.db
        .one(
            "SELECT 1 FROM assignment a JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
            "WHERE a.municipality = $1 AND u.agency = $2 AND a.role IN ('youth', 'guardian', 'helper') LIMIT 1",
            [](const Row&) { return true; }, work.municipality, agency.id)
        .has_value();
}

std::vector<Role> roles_at_work()
{
    std::vector<Role> roles;
    for (std::size_t i = 0; i < access::role_names.size(); ++i)
        if (const auto role = static_cast<Role>(i); !access::is_family(role)) roles.push_back(role);
    return roles;
}

UnitMore more_of(Work& work, const UnitId& unit)
{
    const auto text = [](const Row& row) { return row.get<std::string>(0); };
    UnitMore more;
    more.parts = work.db.all("SELECT part FROM unit_part WHERE municipality = $1 AND unit = $2 ORDER BY part", text,
                             work.municipality, unit);
    more.districts = work.db.all(
        "SELECT t.name FROM unit_district j JOIN district t ON t.municipality = j.municipality AND t.id = j.district "
        "WHERE j.municipality = $1 AND j.unit = $2 ORDER BY t.code",
        text, work.municipality, unit);
    return more;
}

std::optional<std::string> board_of(Work& work, const AgencyId& agency)
{
    return work.db.one(
        "SELECT name FROM agency_board WHERE municipality = $1 AND agency = $2",
        [](const Row& row) { return row.get<std::string>(0); }, work.municipality, agency);
}

}  // namespace lots::organisation
