#pragma once

#include "web/site.h"

namespace lots::organisation {

/// Groups beside the cases, districts and police areas.
void routes(web::Site& site);

}  // namespace lots::organisation
