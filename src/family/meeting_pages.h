#pragma once

#include <optional>

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "web/site.h"

// The meetings as the family has them: when, where, who comes, the answer to the call, and what was written.
namespace lots::family {

/// The first meeting that the reader is called to and that will be held; none when there is none or the reader may not know.
std::optional<meeting::Meeting> next_meeting(const access::CasePermit& permit);
/// On Min plan: that meeting with who comes and Ja, Digitalt, Nej; those that were called off; the way to all of them.
html::Html meeting_part(const access::CasePermit& permit, const web::Asked& asked);

void add_meetings(web::Site& site);

}  // namespace lots::family
