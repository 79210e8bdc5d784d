#pragma once

#include "web/site.h"

namespace lots::asp {

void routes(web::Site& site);

}  // namespace lots::asp
