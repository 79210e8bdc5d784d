#pragma once

#include "web/site.h"

namespace lots::note {

void routes(web::Site& site);

}  // namespace lots::note
