#include "cases/going_on.h"

#include "cases/rules.h"
#include "organisation/profile.h"

namespace lots::cases {

using storage::Row;

std::optional<Date> decided_to_go_on_on(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one(
        "SELECT at FROM case_transition WHERE municipality = $1 AND case_id = $2 AND transition IN ('T10', 'T17') ORDER BY "
        "seq DESC LIMIT 1",
        [](const Row& row) { return local_day(row.get<Instant>(0)); }, work.municipality, permit.case_id());
}

guideline::Decision going_on(const access::CasePermit& permit)
{
    const auto state = permit.facts().state;
    const auto decided_on = decided_to_go_on_on(permit);
    const bool looked_at = state == access::CaseState::active || state == access::CaseState::closure_review;
    if (!looked_at || !decided_on) return {};
    return may_go_on(*decided_on, organisation::profile_of(permit.work()).continue_or_close_months, permit.work().today);
}

}  // namespace lots::cases
