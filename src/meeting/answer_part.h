#pragma once

#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "web/asked.h"

namespace lots::meeting {

/// What the reader answered to the call, and Ja, Digitalt and Nej with one tap each. Empty for who was not called, and from the moment
/// the meeting begins.
html::Html answer_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked);

/// For who leads the case: what each of those who were called answered. `holds`: may write down the answer of somebody else.
html::Html answers_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool holds);
/// The same as one sentence, for the call: how many come, on the screen, do not come, have not answered. Empty for who does not lead.
std::string answer_counts(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked);

}  // namespace lots::meeting
