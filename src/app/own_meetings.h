#pragma once

#include "web/site.h"

namespace lots::app {

/// "Möten": the meetings ahead, and those whose minutes wait, of all the reader's cases, by time; and GET /api/v1/meetings.
/// Each case is asked for by itself. Time and place only where the reader may know them (S0-57).
void add_own_meetings(web::Site& site);

}  // namespace lots::app
