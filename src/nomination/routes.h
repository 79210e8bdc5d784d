#pragma once

#include "web/site.h"

namespace lots::nomination {

void routes(web::Site& site);

}  // namespace lots::nomination
