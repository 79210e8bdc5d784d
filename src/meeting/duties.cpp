#include "meeting/duties.h"

#include "cases/lists.h"
#include "cases/record.h"
#include "meeting/rules.h"
#include "organisation/profile.h"

namespace lots::meeting {

using access::CaseState;
using storage::Row;

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    permit.require(access::Compartment::room);
    auto& work = permit.work();
    DutyFacts facts;
    facts.state = permit.facts().state;
    // The group begins to form when the consent is complete; steps come newest first, and the first time counts.
    for (const auto& step : cases::steps(permit))
        if (step.to == CaseState::forming) facts.consent_complete_on = local_day(step.at);
    facts.meetings = work.db.all(
        "SELECT m.number, m.starts_at, c.meeting IS NOT NULL, l.meeting IS NOT NULL, l.counts_as_individual FROM meeting m "
        "LEFT JOIN meeting_cancellation c ON c.municipality = m.municipality AND c.meeting = m.id "
        "LEFT JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.starts_at, m.number",
        [&](const Row& row) {
            const auto starts_at = row.get<Instant>(1);
            return Past{row.get<int>(0), local_day(starts_at), starts_at <= work.now, row.get<bool>(2), row.get<bool>(3),
                        !row.null(4) && row.get<bool>(4)};
        },
        work.municipality, permit.case_id());
    const auto profile = organisation::profile_of(work);
    facts.first_meeting_days = profile.first_meeting_days;
    facts.interval_days = profile.meeting_interval_days;
    if (const auto coordinator = cases::holder(permit, "coordinator")) facts.coordinator = coordinator->person;
    else if (const auto officer = cases::holder(permit, "officer")) facts.coordinator = officer->person;
    return duties(facts);
}

}  // namespace lots::meeting
