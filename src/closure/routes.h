#pragma once

#include "web/site.h"

namespace lots::closure {

void routes(web::Site& site);

}  // namespace lots::closure
