#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/result.h"

namespace lots::organisation {

/// What a municipality decides for itself within the guideline (docs/method/lifecycle.md, Timers): values with safe defaults,
/// never a national rule. Kept as JSON with the municipality.
struct MethodProfile {
    std::string program = "SIG";                     // begins case numbers
    std::string plan_word = "åtgärdsplan";           // or "handlingsplan"
    int consent_months_longest = 12;                 // settled 12
    int consent_months_usual = 6;
    int meeting_interval_days = 31;                  // S2-18: at least monthly
    int first_meeting_days = 7;                      // S4-41, settled 11: from consent to the first meeting
    int acceptance_days = 7;                         // settled 10
    int first_commitment_days = 14;                  // S4-42: from consent to something concrete
    int decide_after_withdrawal_days = 7;            // settled 4
    int preliminary_assessment_days = 14;            // SoL 20 kap. 2 §
    int continue_or_close_months = 6;                // S1-61
    int youngest_years = 12, oldest_years = 25;      // both included; outside it a reason is asked for (S4-01)
    std::vector<int> ladder_days = {0, 7, 14};       // days late: own manager, working group, steering group (S1-37)
    std::vector<int> consent_reminder_days = {30, 14, 3};  // before the consent's last day (S0-23, S1-42)
    std::vector<int> adult_reminder_days = {90, 30};       // before the 18th birthday (edge 4.1)
    int contact_days = 14;                           // from the day the asking begins (S1-13); our own value
    int recheck_months = 6;                          // until custody and residence are looked up again (settled 6); our own value
    std::vector<std::string> collecting_agencies;    // kinds of agency that may collect consent (S0-17); none named: any, when approved
    std::vector<std::string> confirmed_languages = {"sv"};  // in which a person has confirmed the form's text (settled 7)
    // Two that only a jurist may decide: the value names the decision. Empty: no.
    std::string hindered_guardian;                   // the others may sign without a hindered guardian (edge 4.3)
    std::string adult_signs_ahead;                   // from 17 years 9 months for the time after the birthday (settled 3)
    std::optional<int> capacity;                     // open cases at the same time (S1-45); none: not limited
};

/// Reads the profile. A number outside its bounds, an unknown name or a value of the wrong kind is refused with its name, so that
/// a slip in a setting is seen and not replaced by a default.
struct ProfileFault {
    std::string what;
};
Result<MethodProfile, ProfileFault> parse_profile(std::string_view json);

/// The profile of the reader's municipality. A stored profile that cannot be read is a bug: it was parsed before it was stored.
MethodProfile profile_of(access::Work& work);

}  // namespace lots::organisation
