#include "cases/lists.h"

#include <algorithm>

#include "base/check.h"

namespace lots::cases {

using access::CaseState;
using access::Compartment;
using access::Role;
using storage::Row;

std::vector<CaseId> own_cases(access::Work& work, int most)
{
    const auto& reader = work.reader;
    // A unit manager answers for the unit's cases; a case officer sees those that wait for somebody, and the own.
    const bool manager = reader.role == Role::unit_manager;
    const bool intake = manager || reader.role == Role::social_worker;
    return work.db.all(
        "SELECT c.id FROM sig_case c JOIN case_head h ON h.municipality = c.municipality AND h.case_id = c.id WHERE c.municipality = $1 AND ("
        "EXISTS (SELECT 1 FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = "
        "a.id WHERE a.municipality = c.municipality AND a.case_id = c.id AND a.person = $2 AND a.unit = $3 AND e.case_assignment IS NULL) OR "
        "EXISTS (SELECT 1 FROM membership m LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = c.municipality AND m.case_id = c.id AND m.person = $2 AND m.unit = $3 AND e.membership IS NULL) OR "
        "EXISTS (SELECT 1 FROM signatory s WHERE s.municipality = c.municipality AND s.case_id = c.id AND s.person = $2) OR "
        "($4 = 1 AND h.owner_unit = $3 AND ($5 = 1 OR h.state = 'proposed'))) ORDER BY c.made_at DESC, c.id LIMIT $6",
        [](const Row& row) { return row.get<CaseId>(0); }, work.municipality, reader.person, reader.unit, intake, manager, most);
}

std::vector<DutyLine> own_duties(access::Work& work, Date until, int most)
{
    const auto& reader = work.reader;
    const bool intake = reader.role == Role::unit_manager || reader.role == Role::social_worker;
    return work.db.all(
        "SELECT d.case_id, d.requirement, d.what, d.path, d.subject_number, d.last_day FROM duty d "
        "JOIN case_head h ON h.municipality = d.municipality AND h.case_id = d.case_id WHERE d.municipality = $1 AND d.last_day <= $2 AND "
        "(d.person = $3 OR ($4 = 1 AND d.person IS NULL AND h.state = 'proposed' AND h.owner_unit = $5)) "
        "ORDER BY d.last_day, d.case_id, d.line LIMIT $6",
        [](const Row& row) {
            return DutyLine{row.get<CaseId>(0),     row.get<std::string>(1),        row.get<std::string>(2),
                            row.get<std::string>(3), row.get<std::optional<int>>(4), row.get<Date>(5)};
        },
        work.municipality, until, reader.person, intake, reader.unit, most);
}

void replace_duties(access::Work& work, const CaseId& case_id, const std::vector<DutyRow>& rows)
{
    work.db.run("DELETE FROM duty WHERE municipality = $1 AND case_id = $2", work.municipality, case_id);
    int line = 0;
    for (const auto& row : rows)
        work.db.run("INSERT INTO duty (municipality, case_id, line, requirement, actor, person, agency, what, subject_number, last_day, path) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                    work.municipality, case_id, ++line, row.requirement, row.actor, row.person, row.agency, row.what, row.number,
                    row.last_day, row.path);
}

void set_next_change(access::Work& work, const CaseId& case_id, std::optional<Date> day)
{
    work.db.run("UPDATE case_head SET next_change_on = $3, reckoned_at = $4 WHERE municipality = $1 AND case_id = $2", work.municipality, case_id,
                day, work.now);
}

std::vector<Step> steps(const access::CasePermit& permit)
{
    auto all = permit.work().db.all(
        "SELECT to_state, transition, role, at, made_by, decision_note FROM case_transition WHERE municipality = $1 AND case_id = $2 "
        "ORDER BY seq DESC",
        [](const Row& row) {
            const auto state = access::word_in<CaseState>(access::case_state_names, row.text(0));
            check(state.has_value(), "a stored state is unknown");
            return Step{*state,
                        row.get<std::string>(1),
                        row.get<std::string>(2),
                        row.get<Instant>(3),
                        row.get<std::optional<PersonId>>(4),
                        row.get<std::optional<RecordId>>(5)};
        },
        permit.work().municipality, permit.case_id());
    if (!permit.covers(Compartment::social_services)) {
        const auto first = std::ranges::find_if(all, [](const Step& step) { return step.transition == "T7"; });
        if (first != all.end()) all.erase(first + 1, all.end());
        else all.clear();
    }
    return all;
}

}  // namespace lots::cases
