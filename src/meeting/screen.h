#pragma once

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "web/asked.h"

namespace lots::meeting {

// The parts of the meeting screen. `open`: this reader can note something at the meeting now.

html::Html attendance_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open);
html::Html follow_up_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open);
html::Html pictures_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open);
/// holds: this reader holds the meetings of the case, also after the lock.
html::Html minutes_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open, bool holds);

}  // namespace lots::meeting
