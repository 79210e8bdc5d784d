#include "access/notice.h"

#include <algorithm>
#include <vector>

#include "access/work.h"

namespace lots::access {

using storage::Row;

void end_ties_after_notice(Work& work, CaseFacts& facts)
{
    if (facts.relations.empty() || facts.state != CaseState::closed || work.reader.role == Role::log_reviewer) return;
    const auto closed_on = work.db.one(
        "SELECT closed_on FROM closure WHERE municipality = $1 AND case_id = $2",
        [](const Row& row) { return row.get<Date>(0); }, work.municipality, facts.id);
    if (!closed_on || work.today <= add_days(*closed_on, notice_days)) return;
    if (work.reader.role == Role::police) {
        const bool marked = work.db
                                .one(
                                    "SELECT 1 FROM asp_reminder r WHERE r.municipality = $1 AND r.case_id = $2 AND "
                                    "r.noted_on IS NOT NULL AND NOT "
                                    "EXISTS (SELECT 1 FROM asp_removal x WHERE x.municipality = r.municipality AND "
                                    "x.case_id = r.case_id) LIMIT 1",
                                    [](const Row&) { return true; }, work.municipality, facts.id)
                                .has_value();
        if (marked) return;
    }
    std::ranges::replace(facts.relations, Relation::member, Relation::was_member);
    if (work.reader.role == Role::coordinator) std::erase(facts.relations, Relation::coordinator);
}

}  // namespace lots::access
