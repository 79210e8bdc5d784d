#pragma once

#include "web/site.h"

namespace lots::followup {

void routes(web::Site& site);

}  // namespace lots::followup
