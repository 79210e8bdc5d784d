#pragma once

#include "web/site.h"

namespace lots::family {

/// Every page of the young person, guardians and private helpers: below /min-plan, in words for a sixteen-year-old.
void routes(web::Site& site);

}  // namespace lots::family
