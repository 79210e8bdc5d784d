#pragma once

#include "web/site.h"

namespace lots::cases {

/// Min dag, Ärenden, Händelser and files. The overview of a case lies in app/, which knows every slice.
void routes(web::Site& site);

}  // namespace lots::cases
