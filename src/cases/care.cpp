#include "cases/care.h"

namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using storage::Row;

Care care_of(const access::CasePermit& permit)
{
    auto& work = permit.work();
    Care care;
    if (access::is_family(work.reader.role)) return care;
    const bool social_services =
        access::would_allow(permit, Operation::see_case, Compartment::social_services) == Answer::yes;
    if (!social_services && access::would_allow(permit, Operation::see_case, Compartment::room) != Answer::yes) return care;
    const auto is_yes = [](const Row& row) { return row.text(0) == "yes"; };
    const auto later = work.db.one("SELECT danger_if_seen FROM danger_answer WHERE municipality = $1 AND case_id = $2 "
                                   "ORDER BY made_at DESC, id DESC LIMIT 1",
                                   is_yes, work.municipality, permit.case_id());
    const auto first = work.db.one("SELECT danger_if_seen FROM review WHERE municipality = $1 AND case_id = $2", is_yes,
                                   work.municipality, permit.case_id());
    care.danger_if_seen = later.value_or(first.value_or(false));
    if (!social_services) return care;
    care.protected_identity = !work.db
                                   .all(
                                       "SELECT 1 FROM signatory s LEFT JOIN signatory_end e ON e.municipality = "
                                       "s.municipality AND e.signatory = s.id "
                                       "WHERE s.municipality = $1 AND s.case_id = $2 AND s.protected_identity <> 'none' AND "
                                       "(e.signatory IS NULL OR e.ended_on > $3)",
                                       [](const Row&) { return true; }, work.municipality, permit.case_id(), work.today)
                                   .empty();
    return care;
}

}  // namespace lots::cases
