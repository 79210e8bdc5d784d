#pragma once

#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::group {

/// Which units the municipality takes its coordinators from (S4-19); nothing when it has not chosen.
html::Html chosen_units(access::Work& work, const web::Asked& asked);

/// How many groups each coordinator holds, and what agencies are late with: for social services and coordinators (S1-72, S4-19).
Result<web::View> coordination_page(access::Work& work, const web::Asked& asked);
Result<std::string> coordination_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::group
