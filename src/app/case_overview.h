#pragma once

#include "web/site.h"

namespace lots::app {

/// The first page of a case: what is missing before the next step, who can do it, and the button that does it; what has happened. And the
/// same for programs: GET /api/v1/cases/{case}, …/gates.
void add_case_overview(web::Site& site);

}  // namespace lots::app
