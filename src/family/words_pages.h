#pragma once

#include "access/permit.h"
#include "html/components.h"
#include "note/note.h"
#include "web/site.h"

namespace lots::family {

/// Mina ord inför mötet (settled 22), persons and places to avoid (settled 24), and the notes that are addressed to the
/// reader.
void add_words(web::Site& site);

/// Who reads what was said: the coordinator by name, those whom the young person ticked, and not the guardians.
html::Html readers_part(const access::CasePermit& permit, const web::Asked& asked, const note::YouthWords& said);

/// At the foot of Min plan: the pages that this reader may open, each under its own name.
html::Html more_part(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::family
