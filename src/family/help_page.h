#pragma once

#include "web/site.h"

namespace lots::family {

/// Help for those whom the plan is about and those around them: what the pages are, how one answers, what one need not do.
void add_help(web::Site& site);

}  // namespace lots::family
