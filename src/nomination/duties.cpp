#include "nomination/duties.h"

#include "cases/record.h"
#include "nomination/rules.h"
#include "storage/session.h"

namespace lots::nomination {

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    using access::CaseState;
    auto& work = permit.work();
    auto proposal = work.db.one(
        "SELECT legal_ground, noticed_on, received_at FROM nomination WHERE municipality = $1 AND case_id = $2",
        [](const storage::Row& row) {
            Waiting found;
            found.ground = ground_of(row.text(0));
            found.noticed_on = row.get<Date>(1);
            found.received_on = local_day(row.get<Instant>(2));
            return found;
        },
        work.municipality, permit.case_id());
    if (!proposal) return {};
    const auto state = permit.facts().recorded_state;
    const bool undecided = state == CaseState::proposed || state == CaseState::under_review || state == CaseState::prepared_deidentified;
    proposal->born = permit.facts().born;
    proposal->taken_up = state != CaseState::proposed;
    proposal->decided = !undecided;
    if (const auto officer = cases::holder(permit, "officer")) proposal->officer = officer->person;
    return duties(*proposal);
}

}  // namespace lots::nomination
