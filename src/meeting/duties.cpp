#include "meeting/duties.h"

#include <algorithm>
#include <map>

#include "cases/lists.h"
#include "cases/record.h"
#include "meeting/rules.h"
#include "organisation/profile.h"

namespace lots::meeting {

using access::CaseState;
using storage::Row;

namespace {

/// The reasons for which a meeting is replaced at once (edge cases 4.23 to 4.25).
bool failed(std::string_view reason) { return reason == "youth_absent" || reason == "agency_absent" || reason == "intervention"; }

std::vector<Past> past_meetings(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.all(
        "SELECT m.number, m.starts_at, c.reason, l.locked_at, l.counts_as_individual, m.kind FROM meeting m "
        "LEFT JOIN meeting_cancellation c ON c.municipality = m.municipality AND c.meeting = m.id "
        "LEFT JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.starts_at, m.number",
        [&](const Row& row) {
            Past one;
            one.number = row.get<int>(0);
            const auto starts_at = row.get<Instant>(1);
            one.on = local_day(starts_at);
            one.begun = starts_at <= work.now;
            const auto reason = row.get<std::optional<std::string>>(2);
            one.cancelled = reason.has_value();
            one.to_be_replaced = reason && failed(*reason);
            if (const auto locked_at = row.get<std::optional<Instant>>(3)) one.locked_on = local_day(*locked_at);
            one.locked = one.locked_on.has_value();
            one.counts = !row.null(4) && row.get<bool>(4);
            one.individual = row.text(5) == "individual";
            return one;
        },
        work.municipality, permit.case_id());
}

/// Which agencies were there, and who of those that were not has still to read what was said.
void add_attendance(const access::CasePermit& permit, std::vector<Past>& meetings)
{
    auto& work = permit.work();
    work.db.each(
        "SELECT m.number, s.agency, s.person, "
        "(SELECT t.presence FROM attendance t WHERE t.municipality = i.municipality AND t.meeting = i.meeting AND t.line = i.line "
        "ORDER BY t.seq DESC LIMIT 1), e.membership IS NOT NULL OR NOT EXISTS (SELECT 1 FROM assignment w "
        "LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = s.municipality AND w.person = s.person AND w.unit = s.unit AND w.from_day <= $3 AND "
        "(x.last_day IS NULL OR x.last_day >= $3)), r.person IS NOT NULL FROM invitation i "
        "JOIN meeting m ON m.municipality = i.municipality AND m.id = i.meeting "
        "JOIN membership s ON s.municipality = i.municipality AND s.id = i.membership "
        "LEFT JOIN membership_end e ON e.municipality = s.municipality AND e.membership = s.id "
        "LEFT JOIN minutes_receipt r ON r.municipality = i.municipality AND r.meeting = i.meeting AND r.person = s.person "
        "WHERE i.municipality = $1 AND m.case_id = $2 ORDER BY m.number, i.line",
        [&](const Row& row) {
            const auto meeting = std::ranges::find(meetings, row.get<int>(0), &Past::number);
            if (meeting == meetings.end() || row.null(3)) return;
            const auto agency = row.get<AgencyId>(1);
            const bool left = row.get<bool>(4), has_read = row.get<bool>(5);
            if (row.text(3) != "absent") meeting->attended.insert(agency);
            else {
                meeting->absent.insert(agency);
                if (!left && !has_read) meeting->unread.emplace_back(agency, row.get<PersonId>(2));
            }
        },
        work.municipality, permit.case_id(), work.today);
    for (auto& meeting : meetings) {
        std::erase_if(meeting.absent, [&](const AgencyId& agency) { return meeting.attended.contains(agency); });
        std::erase_if(meeting.unread, [&](const auto& one) { return meeting.attended.contains(one.first); });
    }
}

/// The group took a suspicion up when a closure question was raised, or a meeting locked, after it was told.
std::vector<ToldSuspicion> told_suspicions(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.all(
        "SELECT s.number, s.told_on, t.person, e.membership IS NOT NULL OR NOT EXISTS (SELECT 1 FROM assignment w "
        "LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = t.municipality AND w.person = t.person AND w.unit = t.unit AND w.from_day <= $3 AND "
        "(x.last_day IS NULL OR x.last_day >= $3)), "
        "EXISTS (SELECT 1 FROM closure_question q WHERE q.municipality = s.municipality AND q.case_id = s.case_id AND q.raised_at >= s.made_at) "
        "OR EXISTS (SELECT 1 FROM minutes_lock l JOIN meeting m ON m.municipality = l.municipality AND m.id = l.meeting "
        "WHERE l.municipality = s.municipality AND m.case_id = s.case_id AND l.locked_at >= s.made_at) "
        "FROM new_suspicion s JOIN membership t ON t.municipality = s.municipality AND t.id = s.told_by "
        "LEFT JOIN membership_end e ON e.municipality = t.municipality AND e.membership = t.id "
        "WHERE s.municipality = $1 AND s.case_id = $2 ORDER BY s.number",
        [](const Row& row) {
            ToldSuspicion one{row.get<int>(0), row.get<Date>(1), {}, row.get<bool>(4)};
            if (!row.get<bool>(3)) one.officer = row.get<PersonId>(2);
            return one;
        },
        work.municipality, permit.case_id(), work.today);
}

}  // namespace

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    permit.require(access::Compartment::room);
    auto& work = permit.work();
    DutyFacts facts;
    facts.state = permit.facts().state;
    // Before there is a group no meeting is held, and nothing of a meeting is there to be loaded.
    if (!call_stands(facts.state).allowed()) return {};
    // The group begins to form when the consent is complete; steps come newest first, and the first time counts.
    for (const auto& step : cases::steps(permit))
        if (step.to == CaseState::forming) facts.consent_complete_on = local_day(step.at);
    facts.meetings = past_meetings(permit);
    add_attendance(permit, facts.meetings);
    facts.suspicions = told_suspicions(permit);
    facts.consent_ends = consent::ends_by_itself(permit.facts().consent, work.today);
    const auto profile = organisation::profile_of(work);
    facts.first_meeting_days = profile.first_meeting_days;
    facts.interval_days = profile.meeting_interval_days;
    facts.network_interval_days = profile.network_interval_days;
    facts.coordinator = cases::leader(permit);
    return duties(facts);
}

}  // namespace lots::meeting
