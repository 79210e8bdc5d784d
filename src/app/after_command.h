#pragma once

#include <vector>

#include "access/work.h"

namespace lots::app {

/// After every command, in its transaction: the duties of the cases it was about, and the day on which their consent ends by itself.
void refresh_projections(access::Work& work, const std::vector<CaseId>& cases);

}  // namespace lots::app
