#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/words.h"
#include "access/work.h"
#include "steering/rules.h"

namespace lots::steering {

// Numbers over all cases of the municipality, each by one statement whatever number of cases there is. No case, name or text
// leaves this store: only how many.

struct AgencyLate {
    std::string code, name;
    int late = 0;
};
/// How many decided commitments of each agency are late today; an agency without any that takes part in the cooperation has
/// 0. In Swedish order of the name. The young person's and the guardians' own are never among them (settled 30).
std::vector<AgencyLate> late_by_agency(access::Work& work);

/// How many cases came so far in the quarter.
struct Flow {
    int proposed = 0, offered = 0, consented = 0, declined = 0, closed = 0;
};
Flow flow_in(access::Work& work, Quarter quarter);

/// From the complete consent to the first meeting whose minutes are locked, in days, of each case whose first meeting was in
/// the quarter.
std::vector<int> days_to_first_meeting(access::Work& work, Quarter quarter);

/// Why groups ended in the quarter: the code of the reason, and how many.
std::map<std::string, int> ended_by_reason(access::Work& work, Quarter quarter);

/// Where a case belongs: the one district of the unit that has it; none where the unit works in the whole municipality.
struct Place {
    bool several = false;  // the unit works in several districts
    std::string district;  // name; empty: the whole municipality, or several
    auto operator<=>(const Place&) const = default;
};
struct CaseCount {
    Place place;
    access::CaseState state = access::CaseState::proposed;
    int count = 0;
};
/// Whether nothing more is done in it: said no to, ended, moved away.
bool is_over(access::CaseState state);
/// The cases that are not over, as they are today.
std::vector<CaseCount> cases_today(access::Work& work);

/// Questions that were lifted to the steering group and have no answer.
int lifted_questions(access::Work& work);

}  // namespace lots::steering
