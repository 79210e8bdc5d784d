#pragma once

#include "access/permit.h"
#include "html/components.h"
#include "plan/plan.h"
#include "web/asked.h"

// "Mitt åtagande": what I promised, and how it goes with one tap.
namespace lots::plan {

/// Klar, Pågår, Inte gjord and "Jag behöver hjälp", each a form of its own that is sent at once. What an agency promised and
/// has not done is told with a reason, so that button leads to the form; the young person and guardians are asked for none
/// (settled 30).
html::Html report_buttons(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked);

/// Everything that was said of it, folded away. Empty when nothing was.
html::Html said_part(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked);

/// For the one who promised: what and until when, the buttons, and the rest folded away, so that a phone shows the question
/// first.
html::Html own_now(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked);

/// The same in the family's words, for a page of Min plan: plain words, the day, the state without any flag, the buttons,
/// and the link to write more. `permit` reads the plan or reports of it; the commitment is the reader's own.
html::Html family_now(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked);

}  // namespace lots::plan
