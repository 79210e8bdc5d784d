#pragma once

#include "web/site.h"

namespace lots::emergency {

void routes(web::Site& site);

}  // namespace lots::emergency
