#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "base/time.h"

namespace lots::closure {

/// A form of consent or a version of the plan, and how long it is kept at least (S1-65).
struct KeptPaper {
    std::string paper;                    // consent, plan
    int number = 0;
    Date earliest_day;                    // on which it may be destroyed
    std::string law;                      // as it was worded when the case ended
};

/// Gives every form and every version of the plan its day, when the case ends. A paper without a number of years in the law of the day gets
/// none, and is then not destroyed.
void keep_papers(const access::CasePermit& permit);
/// Forms before plans, by number; none while the case is open.
std::vector<KeptPaper> kept_papers(const access::CasePermit& permit);

/// The same as it will be when the case ends today; for who decides that, before it is done.
std::vector<KeptPaper> papers_at_end(const access::CasePermit& permit);

}  // namespace lots::closure
