#include "cases/duties.h"

#include "cases/record.h"
#include "cases/rules.h"
#include "organisation/store.h"

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

std::optional<PersonId> manager_of(const access::CasePermit& permit)
{
    if (!permit.facts().owner_unit) return std::nullopt;
    const auto managers = organisation::people_who_act(
        permit.work(), {.roles = {access::Role::unit_manager}, .unit = permit.facts().owner_unit});
    return managers.empty() ? std::nullopt : std::optional(managers.front().person);
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
    const auto officer = holder(permit, "officer");
    if (officer) {
        facts.officer = officer->person;
        facts.officer_conflicted_on = conflicted_on(permit, officer->person);
    }
    facts.manager = manager_of(permit);
    facts.conflicted_members = conflicted_members(permit);
    return duties_of(facts);
}

}  // namespace lots::cases
