#pragma once

#include <optional>
#include <vector>

#include "consent/rules.h"
#include "guideline/duty.h"

// What is due about a consent, and when.
namespace lots::consent {

/// What the consent itself does not tell, and the values of the profile.
struct Watch {
    std::vector<int> renewal_days = {30, 14, 3};  // before the last day: talk about whether it goes on (S0-23)
    std::vector<int> adult_days = {90, 30};       // before the 18th birthday
    int decision_days = 7;                        // settled 4
    int contact_days = 14;                        // from the day the asking begins until all have been talked with; so long again for the answers
    int recheck_months = 6;                       // custody, protection and residence are looked up again (settled 6)
    std::optional<Date> talked_of_renewal, talked_of_adulthood;  // newest day of each talk
    std::optional<Date> suspended_on;                            // when the suspension was written down
    std::optional<Date> refused_on;      // an extension was refused, and nothing has been decided since
    std::optional<Date> checked_on;      // when the circumstances were last looked up
    bool lives_here = true;              // as was found then
    std::optional<Date> asking_since;    // the asking has begun, and somebody has not been talked with
    std::optional<PersonId> collector;   // of another agency, with an approval
    std::optional<Date> approved_until;  // included
};

/// The first of these days that is still open, or none. A talk is done for a day when it was held after the day before it in
/// the line; for the first one when it was held at most as many days before it as it lies before the end. end     the day
/// the days are counted back from since   days before it are not asked for
std::optional<Date> open_review(Date end, const std::vector<int>& days_before, Date since, std::optional<Date> talked_on);

/// What is due: talks before the consent ends and before the 18th birthday (S0-23, S1-42), a renewal, the decision in every
/// suspension and after a refused extension (settled 4 and 5), looking up the circumstances (settled 6, S0-09), a hindrance
/// that ends (edge 4.3), to contact those who are to be asked (S1-13), and to get their answers (S1-40, S3-07). state  the effective state of the day
std::vector<guideline::Duty> due(const Facts& facts, access::CaseState state, Date on, const Watch& watch);

}  // namespace lots::consent
