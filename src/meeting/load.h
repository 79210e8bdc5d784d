#pragma once

#include "access/permit.h"
#include "form/fields.h"
#include "guideline/decision.h"
#include "meeting/meeting.h"
#include "web/asked.h"

namespace lots::meeting {

/// A meeting and the right to hold it.
struct AtMeeting {
    access::Permit<access::Operation::hold_meeting> permit;
    Meeting meeting;
};
/// NotFound when the reader may not hold meetings of the case, or there is no such meeting.
Result<AtMeeting> at_meeting(access::Work& work, const std::string& case_number, const std::string& number);

/// May something be noted at it now?
guideline::Decision note_decision(const Meeting& meeting);
/// May its minutes be locked now?
guideline::Decision lock_decision(const access::CasePermit& permit, const Meeting& meeting);
/// Can it still be cancelled? A meeting at which something was noted has been held: its minutes are locked instead (S0-32, S1-17).
bool can_be_cancelled(const access::CasePermit& permit, const Meeting& meeting);
/// Can an intervention break it off now (S0-56, edge case 4.25)? From its start until its minutes are locked, also when something was noted.
bool can_be_broken_off(const Meeting& meeting);
/// The officers of the police in the group, for who told of the two roles and who tells a suspicion.
form::Options officers_of(const access::CasePermit& permit);
/// Those who were called, as the rules see them.
std::vector<Line> lines_of(const Meeting& meeting);

}  // namespace lots::meeting
