#pragma once

#include "web/site.h"

namespace lots::organisation {

/// Agencies, units and people; groups beside the cases, districts and police areas; the method profile.
void routes(web::Site& site);

}  // namespace lots::organisation
