#pragma once

#include "web/site.h"

namespace lots::consent {

void routes(web::Site& site);

}  // namespace lots::consent
