#pragma once

#include "access/permit.h"
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
/// Those who were called, as the rules see them.
std::vector<Line> lines_of(const Meeting& meeting);

}  // namespace lots::meeting
