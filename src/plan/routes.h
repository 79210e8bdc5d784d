#pragma once

#include "web/site.h"

namespace lots::plan {

/// Åtgärdsplan, Mitt åtagande, and the decision on the plan.
void routes(web::Site& site);

}  // namespace lots::plan
