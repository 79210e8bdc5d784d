#include "nomination/duties.h"

#include "cases/record.h"
#include "nomination/rules.h"
#include "storage/session.h"

namespace lots::nomination {

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    using access::CaseState;
    auto& work = permit.work();
    const auto received = work.db.one("SELECT received_at FROM nomination WHERE municipality = $1 AND case_id = $2",
                                      [](const storage::Row& row) { return row.get<Instant>(0); }, work.municipality, permit.case_id());
    if (!received) return {};
    const auto state = permit.facts().recorded_state;
    const bool undecided = state == CaseState::proposed || state == CaseState::under_review || state == CaseState::prepared_deidentified;
    const auto officer = cases::holder(permit, "officer");
    return duties(local_day(*received), state != CaseState::proposed, !undecided, officer ? std::optional(officer->person) : std::nullopt);
}

}  // namespace lots::nomination
