#include "closure/duties.h"

#include "cases/record.h"
#include "closure/rules.h"
#include "closure/store.h"
#include "organisation/profile.h"

namespace lots::closure {

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    DutyFacts facts;
    facts.state = permit.facts().state;
    facts.raised_on = waiting_since(permit);
    facts.considered_on = considered_since(permit);
    facts.continued_on = continued_on(permit);
    facts.continue_or_close_months = organisation::profile_of(permit.work()).continue_or_close_months;
    facts.officer = cases::answers_for(permit);
    return duties(facts);
}

}  // namespace lots::closure
