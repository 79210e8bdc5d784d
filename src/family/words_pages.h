#pragma once

#include "access/permit.h"
#include "html/components.h"
#include "web/site.h"

namespace lots::family {

/// Mina ord inför mötet (settled 22), persons and places to avoid (settled 24), and the notes that are addressed to the
/// reader.
void add_words(web::Site& site);

/// At the foot of Min plan: the pages that this reader may open, each under its own name.
html::Html more_part(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::family
