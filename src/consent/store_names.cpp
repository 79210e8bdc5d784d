#include "consent/store_names.h"

#include <algorithm>

#include "cases/sealed.h"
#include "consent/consent.h"

namespace lots::consent {

using access::Compartment;
using storage::Row;

std::map<int, std::string> guardian_names(const access::CasePermit& permit)
{
    const auto& facts = permit.facts();
    const auto own = std::ranges::find_if(
        facts.consent.signatories, [&](const Signatory& one) { return facts.own_signatory == one.id; });
    const bool is_youth = own != facts.consent.signatories.end() && own->role == SignatoryRole::youth;
    if (!is_youth || !permit.covers(Compartment::social_services)) return {};
    auto& work = permit.work();
    std::map<int, std::string> names;
    work.db.each(
        "SELECT s.id, s.number, s.name_sealed FROM signatory s "
        "LEFT JOIN signatory_end e ON e.municipality = s.municipality AND e.signatory = s.id "
        "WHERE s.municipality = $1 AND s.case_id = $2 AND s.role <> 'youth' AND s.protected_identity = 'none' "
        "AND e.signatory IS NULL",
        [&](const Row& row) {
            const auto id = row.get<SignatoryId>(0);
            names[row.get<int>(1)] = cases::open_if(permit, cases::Drawer::social_services, vault::Field::signatory_name,
                                                    {id.bytes()}, row.get<std::optional<Bytes>>(2));
        },
        work.municipality, permit.case_id());
    std::erase_if(names, [](const auto& one) { return one.second.empty(); });
    return names;
}

}  // namespace lots::consent
