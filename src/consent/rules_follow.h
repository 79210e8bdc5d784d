#pragma once

#include <vector>

#include "access/words.h"
#include "consent/rules.h"

// What an answer would lead to, so that it can be said before it is registered.
namespace lots::consent {

enum class Follows {
    waits,       // the form does not hold yet: answers or something else is missing
    starts,      // everybody has said yes, and the group can be formed (T7)
    can_resume,  // a consent holds again: social services decide whether the suspended case goes on (T15)
    takes_over,  // a new form is complete: it holds from its first day
    ends_case,   // the group has not begun, so a refusal ends the case (T8)
    considered,  // a concerned agency is left out although an older consent holds: can the group go on (T16)?
    goes_on,     // the consent in force is not touched
    stays,       // none holds, and none will by this
};

/// What would follow if this answer to the newest form were registered that day with all that it needs on paper.
/// state   the effective state of the day
/// answer  takes the place of the person's earlier answer to the form; the own answer ends a hindrance
/// source  guideline 3.2 (S0-16, S0-22), settled 4 and 5, T7, T8, T15, T16
Follows follows_of(const Facts& facts, access::CaseState state, const Answer& answer, Date on);

/// Those whose yes to the newest form is still missing that day once this answer is there. Empty when no form was made.
std::vector<SignatoryId> still_asked(const Facts& facts, const Answer& answer, Date on);

}  // namespace lots::consent
