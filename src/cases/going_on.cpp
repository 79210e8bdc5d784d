#include "cases/going_on.h"

#include <algorithm>

#include "cases/brought_in.h"
#include "cases/rules.h"
#include "organisation/profile.h"

namespace lots::cases {

using storage::Row;

std::optional<Date> decided_to_go_on_on(const access::CasePermit& permit)
{
    struct Decided {
        Instant at;
        bool begins;  // T10
    };
    auto& work = permit.work();
    const auto last = work.db.one(
        "SELECT at, transition FROM case_transition WHERE municipality = $1 AND case_id = $2 AND transition IN ('T10', 'T17') "
        "ORDER BY seq DESC LIMIT 1",
        [](const Row& row) { return Decided{row.get<Instant>(0), row.text(1) == "T10"}; }, work.municipality, permit.case_id());
    if (!last) return std::nullopt;
    const auto here = local_day(last->at);
    if (!last->begins) return here;
    // A plan that came in decided was decided on its paper: bringing it in starts no time anew.
    const auto from = brought_in(permit);
    const bool was_on_paper = from && from->plan_decided_on && from->at == last->at;
    return was_on_paper ? std::min(here, *from->plan_decided_on) : here;
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
