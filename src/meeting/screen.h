#pragma once

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "web/asked.h"

namespace lots::meeting {

// The parts of the meeting screen. `open`: this reader can note something at the meeting now.

html::Html attendance_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open);
html::Html follow_up_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open);
/// holds: this reader leads the meeting, and may give single pictures to a guardian.
html::Html pictures_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open, bool holds);
/// Before the meeting and while it goes on: what one's own agency has written, and the way to write it.
html::Html own_pictures_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked);
/// holds: this reader holds the meetings of the case, also after the lock.
html::Html minutes_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open, bool holds);

/// "Läser: ungdomen ja, vårdnadshavare 1 nej" (settled 21).
html::Html readers_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked);
/// Which agency was there and has read the locked minutes, and what the young person was given (S0-73, fields 3.5).
html::Html parity_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool holds);

/// For who holds the meeting, after the call: whom to tell, how it was said that they are told, and what to mind. Empty once it has begun.
html::Html tell_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked);

/// Before the lock: attendance, follow-up, pictures, minutes and decisions as they will be locked, and who will read them.
html::Html control_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked);

}  // namespace lots::meeting
