#pragma once

#include "web/site.h"

namespace lots::working_group {

/// Arbetsgruppen: its meetings, what it is shown, and what it thinks.
void routes(web::Site& site);

}  // namespace lots::working_group
