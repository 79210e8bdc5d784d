#include "consent/duties.h"

#include "cases/record.h"
#include "consent/store_parts.h"

namespace lots::consent {

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    const auto& facts = permit.facts();
    auto all = due(facts.consent, facts.state, permit.work().today, watch_of(permit));
    if (all.empty()) return all;
    const auto answers_for = cases::answers_for(permit);
    for (auto& duty : all)
        if (!duty.person) duty.person = answers_for;
    return all;
}

}  // namespace lots::consent
