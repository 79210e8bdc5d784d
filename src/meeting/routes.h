#pragma once

#include "web/site.h"

namespace lots::meeting {

void routes(web::Site& site);

}  // namespace lots::meeting
