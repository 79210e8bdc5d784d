#pragma once

#include "web/site.h"

namespace lots::selection {

void routes(web::Site& site);

}  // namespace lots::selection
