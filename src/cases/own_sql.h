#pragma once

#include <array>
#include <cstddef>

#include "access/work.h"
#include "cases/lists.h"

// The statements about one's own cases begin alike (lists.cpp, duty_lists.cpp): each is put together by the compiler out of
// literals, so that nothing typed can get into it.
namespace lots::cases::sql {

template <std::size_t... sizes>
consteval auto joined(const char (&... parts)[sizes])
{
    std::array<char, (sizes + ...) - sizeof...(sizes) + 1> all{};
    std::size_t at = 0;
    const auto put = [&](const char* part) {
        while (*part != 0) all[at++] = *part++;
    };
    (put(parts), ...);
    return all;
}

/// The cases with a tie that lets somebody in this role see them in some state, as far as rows can tell
/// (access/decide_reading.cpp says the rest). It begins with what the person has, so that it costs no more in a large
/// municipality. $1 municipality, $2 person, $3 unit, $4 to $9 which ties this role has at all ($4: social services), $10
/// today.
inline constexpr char own[] =
    "WITH tie (case_id) AS ("
    "SELECT a.case_id FROM case_assignment a JOIN case_head h ON h.municipality = a.municipality AND h.case_id = a.case_id "
    "LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
    "WHERE a.municipality = $1 AND a.person = $2 AND a.unit = $3 AND a.from_day <= $10 AND e.case_assignment IS NULL AND "
    "(($4 = 1 AND a.duty = 'officer') OR ($5 = 1 AND a.duty = 'coordinator' AND h.state IN ('forming', 'planning', "
    "'active', "
    "'suspended', 'closure_review', 'closed', 'transferred'))) "
    "UNION SELECT m.case_id FROM membership m JOIN case_head h ON h.municipality = m.municipality AND h.case_id = m.case_id "
    "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
    "WHERE $6 = 1 AND m.municipality = $1 AND m.person = $2 AND m.unit = $3 AND m.from_day <= $10 AND e.membership IS NULL "
    "AND "
    "h.state IN ('forming', 'planning', 'active', 'suspended', 'closure_review', 'closed') "
    "UNION SELECT d.case_id FROM coordinator_deputy d LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality "
    "AND "
    "e.deputy = d.id WHERE $5 = 1 AND d.municipality = $1 AND d.person = $2 AND d.unit = $3 AND d.from_day <= $10 AND "
    "d.last_day >= $10 AND e.deputy IS NULL "
    "UNION SELECT p.case_id FROM helper_judgement j JOIN helper p ON p.municipality = j.municipality AND p.id = j.helper "
    "WHERE $7 = 1 AND j.municipality = $1 AND j.person = $2 "
    "UNION SELECT d.case_id FROM deputy d WHERE $4 = 1 AND d.municipality = $1 AND d.person = $2 AND d.unit = $3 AND "
    "d.from_day <= $10 AND "
    "d.last_day >= $10 "
    "UNION SELECT s.case_id FROM signatory s WHERE $7 = 1 AND s.municipality = $1 AND s.person = $2 "
    "UNION SELECT h.case_id FROM case_head h WHERE $8 = 1 AND h.municipality = $1 AND h.state = 'proposed' AND h.owner_unit "
    "= $3 "
    "UNION SELECT h.case_id FROM case_head h WHERE $9 = 1 AND h.municipality = $1 AND h.owner_unit = $3) ";

/// Those of them that are kept here and that the reader has declared no conflict of interest in.
inline constexpr char own_open[] =
    " FROM tie JOIN case_head h ON h.municipality = $1 AND h.case_id = tie.case_id WHERE h.state NOT IN ('retained', "
    "'disposed') AND "
    "COALESCE((SELECT c.conflicted FROM conflict_declaration c WHERE c.municipality = $1 AND c.case_id = tie.case_id "
    "AND c.person = $2 ORDER BY c.made_at DESC, c.id LIMIT 1), 0) = 0";

/// With the ten values of `own` and `more`.
template <class Of, class... More>
auto ask_own(access::Work& work, storage::Sql statement, Of of, const More&... more)
{
    using access::Role;
    const auto& reader = work.reader;
    const auto role = reader.role;
    const bool manager = role == Role::unit_manager, officer = role == Role::social_worker;
    const bool staff = role == Role::police || role == Role::school || role == Role::agency_staff;
    const bool family = role == Role::youth || role == Role::guardian || role == Role::helper;
    return work.db.all(statement, of, work.municipality, reader.person, reader.unit, manager || officer,
                       officer || role == Role::coordinator, officer || staff, family, officer, manager, work.today,
                       more...);
}

/// What is read of a duty `d`, as duty_line_of takes it. When the proposal came stands beside the duty to take it up.
inline constexpr char duty_columns[] =
    "d.case_id, d.requirement, d.what, d.path, d.subject_number, d.last_day, d.person, d.actor, "
    "CASE WHEN d.what = 'duty.take_up_nomination' THEN (SELECT t.at FROM case_transition t WHERE t.municipality = "
    "d.municipality AND "
    "t.case_id = d.case_id ORDER BY t.seq LIMIT 1) END";

/// A row of duty_columns.
DutyLine duty_line_of(const storage::Row& row);

/// A duty `d` of anybody that this reader may know of, as far as rows can tell (may_be_known says the rest): never of the
/// young person or a guardian (settled 30), never the police's own note (settled 17), and those of social services only for
/// them. After `own`.
inline constexpr char known_duty[] = "(d.person = $2 OR (d.actor NOT IN ('youth', 'guardian') AND d.what NOT IN "
                                     "('duty.assess_asp', 'duty.change_asp_contact', "
                                     "'duty.remove_asp') AND ($4 = 1 OR d.actor <> 'social_services')))";

}  // namespace lots::cases::sql
