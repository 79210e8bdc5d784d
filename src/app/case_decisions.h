#pragma once

#include "web/site.h"

namespace lots::app {

/// All decisions of a case on one page, social services' own and those of the meetings, each printable by itself; and the same for
/// programs: GET /api/v1/cases/{case}/decisions.
void add_case_decisions(web::Site& site);

}  // namespace lots::app
