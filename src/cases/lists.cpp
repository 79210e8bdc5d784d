#include "cases/lists.h"

#include <algorithm>

#include "base/check.h"
#include "cases/own_sql.h"

namespace lots::cases {

using access::CaseState;
using access::Compartment;
using sql::ask_own;
using sql::duty_columns;
using sql::joined;
using sql::known_duty;
using sql::own;
using sql::own_open;
using storage::Row;

namespace {

/// Those that go on first, and of them those with something late that the reader may know of: late_first, known_duty,
/// own_order.
constexpr char late_first[] =
    " ORDER BY CASE WHEN h.state IN ('decided_no_offer', 'consent_refused', 'closed', 'transferred') THEN 1 ELSE 0 END, "
    "CASE WHEN EXISTS (SELECT 1 FROM duty d WHERE d.municipality = $1 AND d.case_id = tie.case_id AND d.last_day < $10 AND ";
constexpr char own_order[] =
    ") THEN 0 ELSE 1 END, "
    "(SELECT t.at FROM case_transition t WHERE t.municipality = $1 AND t.case_id = tie.case_id ORDER BY t.seq DESC LIMIT 1) DESC, "
    "tie.case_id";

/// Who has the case, as holder() in record.cpp says it: the newest who was given it and still works there.
constexpr char officer_of[] =
    " FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
    "WHERE a.municipality = $1 AND a.case_id = tie.case_id AND a.duty = 'officer' AND e.case_assignment IS NULL AND EXISTS (SELECT 1 FROM "
    "assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id WHERE w.municipality = "
    "a.municipality AND w.person = a.person AND w.unit = a.unit AND w.from_day <= $10 AND (x.last_day IS NULL OR x.last_day >= $10) AND "
    "w.role IN ('social_worker', 'unit_manager', 'coordinator', 'police', 'school', 'agency_staff')) "
    "ORDER BY a.made_at DESC, a.id LIMIT 1)";

/// $11 a state or nothing, $12 whose or nothing, $13 whether something in it is late: a part of the own cases.
constexpr char chosen[] =
    " AND ($11 = '' OR h.state = $11) AND ($12 = '' OR $12 = COALESCE((SELECT CASE WHEN a.person = $2 THEN 'own' ELSE 'others' END";
constexpr char chosen_late[] =
    ", 'nobody')) AND ($13 = 0 OR EXISTS (SELECT 1 FROM duty d WHERE d.municipality = $1 AND d.case_id = tie.case_id AND "
    "d.last_day < $10 AND ";

constexpr auto page_of_cases = joined(own, "SELECT tie.case_id", own_open, late_first, known_duty, own_order, " LIMIT $11 OFFSET $12");
constexpr auto number_of_cases = joined(own, "SELECT COUNT(*)", own_open, chosen, officer_of, chosen_late, known_duty, "))");
constexpr auto page_of_lines = joined(own, "SELECT tie.case_id, (SELECT a.person", officer_of, own_open, chosen, officer_of, chosen_late,
                                      known_duty, "))", late_first, known_duty, own_order, " LIMIT $14 OFFSET $15");
constexpr auto duties_of_lines =
    joined(own, ", shown (case_id) AS (SELECT tie.case_id", own_open, chosen, officer_of, chosen_late, known_duty, "))",
           late_first, known_duty, own_order, " LIMIT $14 OFFSET $15) SELECT ", duty_columns,
           " FROM shown JOIN duty d ON d.municipality = $1 AND d.case_id = shown.case_id WHERE ", known_duty,
           " ORDER BY d.last_day, d.case_id, d.line");
constexpr auto states_of_cases = joined(own, "SELECT h.state, COUNT(*)", own_open, " GROUP BY h.state");
constexpr auto meetings_of_cases =
    joined(own,
           "SELECT m.case_id, m.number, m.starts_at FROM meeting m LEFT JOIN meeting_cancellation f ON f.municipality = m.municipality AND "
           "f.meeting = m.id LEFT JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id WHERE m.municipality = $1 AND "
           "f.meeting IS NULL AND l.meeting IS NULL AND m.starts_at >= $11 AND m.starts_at < $12 AND m.case_id IN (SELECT tie.case_id",
           own_open, ") ORDER BY m.starts_at, m.case_id, m.number LIMIT $13");

CaseState state_of(std::string_view stored)
{
    const auto state = access::word_in<CaseState>(access::case_state_names, stored);
    check(state.has_value(), "a stored state is unknown");
    return *state;
}

std::string state_word(const CaseFilter& filter) { return filter.state ? std::string(access::name(*filter.state)) : std::string{}; }

}  // namespace

std::vector<CaseId> own_cases(access::Work& work, int most, int skip)
{
    return ask_own(work, page_of_cases.data(), [](const Row& row) { return row.get<CaseId>(0); }, most, skip);
}

int count_own_cases(access::Work& work, const CaseFilter& filter)
{
    return ask_own(work, number_of_cases.data(), [](const Row& row) { return row.get<int>(0); }, state_word(filter), filter.officer,
                   filter.late)
        .front();
}

std::vector<CaseLine> own_case_lines(access::Work& work, const CaseFilter& filter, int most, int skip)
{
    return ask_own(
        work, page_of_lines.data(),
        [](const Row& row) {
            return CaseLine{row.get<CaseId>(0), row.get<std::optional<PersonId>>(1)};
        },
        state_word(filter), filter.officer, filter.late, most, skip);
}

std::vector<DutyLine> duties_of_own_lines(access::Work& work, const CaseFilter& filter, int most, int skip)
{
    return ask_own(work, duties_of_lines.data(), sql::duty_line_of, state_word(filter), filter.officer, filter.late, most, skip);
}

std::map<CaseState, int> own_case_states(access::Work& work)
{
    std::map<CaseState, int> states;
    for (const auto& [state, count] : ask_own(work, states_of_cases.data(), [](const Row& row) {
             return std::pair{state_of(row.text(0)), row.get<int>(1)};
         }))
        states[state] = count;
    return states;
}

std::vector<MeetingLine> own_meeting_lines(access::Work& work, Instant from, Instant before, int most)
{
    return ask_own(
        work, meetings_of_cases.data(),
        [](const Row& row) {
            return MeetingLine{row.get<CaseId>(0), row.get<int>(1), row.get<Instant>(2)};
        },
        from, before, most);
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
            return Step{state_of(row.text(0)),
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
