#pragma once

#include "cases/day.h"
#include "web/site.h"

namespace lots::cases {

/// Min dag, with what `rooms` bring to it, Ärenden and files. The overview of a case and what happened in it lie in app/, which
/// knows every slice.
void routes(web::Site& site, DayRooms rooms);

}  // namespace lots::cases
