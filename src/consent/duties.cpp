#include "consent/duties.h"

#include "cases/record.h"
#include "consent/rules_steps.h"
#include "organisation/profile.h"

namespace lots::consent {

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto& facts = permit.facts();
    auto all = due(facts.consent, facts.state, work.today, organisation::profile_of(work).decide_after_withdrawal_days);
    if (all.empty()) return all;
    if (const auto officer = cases::holder(permit, "officer"))
        for (auto& duty : all) duty.person = officer->person;
    return all;
}

}  // namespace lots::consent
