#pragma once

#include <optional>

#include "access/permit.h"
#include "html/components.h"
#include "web/site.h"

// What was promised, by me and by others. Nobody is late here (settled 30).
namespace lots::family {

/// What the reader has of the plan, counted without opening any text.
struct Promised {
    int own = 0, waiting = 0, others = 0;  // own that are open, own that wait for an answer, those of others that are open
};
std::optional<Promised> promised(const access::CasePermit& permit);

/// On Min plan: "Det här gör du" with Klar and Pågår, "Det här gör andra", and the way to the goals.
html::Html promises_part(const access::CasePermit& permit, const web::Asked& asked);

void add_promises(web::Site& site);

}  // namespace lots::family
