#pragma once

#include "web/site.h"

namespace lots::cases {

/// Min dag, Ärenden and files. The overview of a case and what happened in it lie in app/, which knows every slice.
void routes(web::Site& site);

}  // namespace lots::cases
