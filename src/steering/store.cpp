#include "steering/store.h"

#include <algorithm>

#include "base/check.h"
#include "guideline/requirements.h"
#include "organisation/groups.h"
#include "organisation/store.h"

namespace lots::steering {

using access::CaseState;
using access::Work;
using storage::Row;

namespace {

/// First moment of the quarter, and the first one after it.
struct Span {
    Instant from, until;
};
Span span_of(Quarter quarter) { return {start_of_day(first_day(quarter)), start_of_day(first_day(after(quarter)))}; }

/// The districts of each unit that has any.
std::map<UnitId, std::vector<std::string>> districts_of_units(Work& work)
{
    std::map<UnitId, std::vector<std::string>> all;
    work.db.each(
        "SELECT j.unit, t.name FROM unit_district j JOIN district t ON t.municipality = j.municipality AND t.id = "
        "j.district "
        "WHERE j.municipality = $1 ORDER BY j.unit, t.code",
        [&](const Row& row) { all[row.get<UnitId>(0)].push_back(row.get<std::string>(1)); }, work.municipality);
    return all;
}

Place place_of(const std::map<UnitId, std::vector<std::string>>& districts, const std::optional<UnitId>& unit)
{
    const auto found = unit ? districts.find(*unit) : districts.end();
    if (found == districts.end()) return {};
    if (found->second.size() > 1) return {true, {}};
    return {false, found->second.front()};
}

}  // namespace

bool is_over(CaseState state)
{
    switch (state) {
    case CaseState::decided_no_offer:
    case CaseState::consent_refused:
    case CaseState::closed:
    case CaseState::transferred:
    case CaseState::retained:
    case CaseState::disposed:
        return true;
    default:
        return false;
    }
}

std::vector<AgencyLate> late_by_agency(Work& work)
{
    // What somebody who left the group was to do is still the agency's: the duty to pass it on names no agency, the
    // commitment does.
    std::map<AgencyId, int> late;
    work.db.each(
        "SELECT COALESCE(d.agency, w.agency), COUNT(*) FROM duty d "
        "JOIN commitment c ON c.municipality = d.municipality AND c.case_id = d.case_id AND c.number = d.subject_number "
        "JOIN commitment_wording w ON w.municipality = c.municipality AND w.commitment = c.id AND w.seq = "
        "(SELECT MAX(n.seq) FROM commitment_wording n WHERE n.municipality = c.municipality AND n.commitment = c.id) "
        "WHERE d.municipality = $1 AND d.requirement = $2 AND d.what IN ('duty.do_commitment', 'duty.pass_on_commitment') "
        "AND "
        "d.last_day < $3 AND w.owner = 'agency' GROUP BY COALESCE(d.agency, w.agency)",
        [&](const Row& row) { late.emplace(row.get<AgencyId>(0), row.get<int>(1)); }, work.municipality,
        guideline::commitment_in_time.id, work.today);
    const auto taking_part = organisation::agencies_that_take_part(work);
    std::vector<AgencyLate> all;
    for (const auto& agency : organisation::agencies(work)) {
        const auto found = late.find(agency.id);
        const int count = found == late.end() ? 0 : found->second;
        if (count > 0 || std::ranges::find(taking_part, agency.code) != taking_part.end())
            all.push_back({agency.code, agency.name, count});
    }
    return all;
}

Flow flow_in(Work& work, Quarter quarter)
{
    const auto span = span_of(quarter);
    Flow flow;
    work.db.each(
        "SELECT to_state, transition, COUNT(DISTINCT case_id) FROM case_transition WHERE municipality = $1 AND at >= $2 AND "
        "at < $3 AND "
        "(to_state IN ('decided_offer', 'consent_refused', 'closed') OR transition IN ('T1', 'T7')) GROUP BY to_state, transition",
        [&](const Row& row) {
            const auto to = row.get<std::string>(0), transition = row.get<std::string>(1);
            const int count = row.get<int>(2);
            if (transition == "T1") flow.proposed += count;
            if (to == "decided_offer") flow.offered += count;
            if (transition == "T7") flow.consented += count;
            if (to == "consent_refused") flow.declined += count;
            if (to == "closed") flow.closed += count;
        },
        work.municipality, span.from, span.until);
    return flow;
}

std::vector<int> days_to_first_meeting(Work& work, Quarter quarter)
{
    const auto span = span_of(quarter);
    return work.db.all(
        "SELECT y.consented_at, f.first_at FROM "
        "(SELECT case_id, MIN(at) AS consented_at FROM case_transition WHERE municipality = $1 AND transition = 'T7' GROUP "
        "BY case_id) y "
        "JOIN (SELECT m.case_id, MIN(m.starts_at) AS first_at FROM meeting m "
        "JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id WHERE m.municipality = $1 GROUP BY "
        "m.case_id) f "
        "ON f.case_id = y.case_id WHERE f.first_at >= $2 AND f.first_at < $3",
        [](const Row& row) {
            return std::max(0, days_between(local_day(row.get<Instant>(0)), local_day(row.get<Instant>(1))));
        },
        work.municipality, span.from, span.until);
}

std::map<std::string, int> ended_by_reason(Work& work, Quarter quarter)
{
    std::map<std::string, int> ended;
    work.db.each(
        "SELECT reason, COUNT(*) FROM closure WHERE municipality = $1 AND closed_on >= $2 AND closed_on <= $3 GROUP BY "
        "reason",
        [&](const Row& row) { ended.emplace(row.get<std::string>(0), row.get<int>(1)); }, work.municipality,
        first_day(quarter), last_day(quarter));
    return ended;
}

std::vector<CaseCount> cases_today(Work& work)
{
    const auto districts = districts_of_units(work);
    std::map<std::pair<Place, CaseState>, int> counted;
    work.db.each(
        "SELECT owner_unit, state, COUNT(*) FROM case_head WHERE municipality = $1 GROUP BY owner_unit, state",
        [&](const Row& row) {
            const auto state = access::word_in<CaseState>(access::case_state_names, row.text(1));
            check(state.has_value(), "a stored case has an unknown state");
            if (!is_over(*state))
                counted[{place_of(districts, row.get<std::optional<UnitId>>(0)), *state}] += row.get<int>(2);
        },
        work.municipality);
    std::vector<CaseCount> all;
    for (const auto& [where, count] : counted) all.push_back({where.first, where.second, count});
    return all;
}

int lifted_questions(Work& work)
{
    return work.db
        .one(
            "SELECT COUNT(*) FROM escalation e LEFT JOIN escalation_answer a ON a.municipality = e.municipality AND "
            "a.escalation = e.id "
            "WHERE e.municipality = $1 AND e.level = 3 AND a.escalation IS NULL",
            [](const Row& row) { return row.get<int>(0); }, work.municipality)
        .value_or(0);
}

}  // namespace lots::steering
