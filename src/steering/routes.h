#pragma once

#include "web/site.h"

namespace lots::steering {

/// Uppföljning för styrgruppen.
void routes(web::Site& site);

}  // namespace lots::steering
