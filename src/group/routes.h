#pragma once

#include "web/site.h"

namespace lots::group {

/// Deltagare: who takes part, and the way to the plan.
void routes(web::Site& site);

}  // namespace lots::group
