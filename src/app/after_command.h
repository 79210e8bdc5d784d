#pragma once

#include <vector>

#include "access/work.h"

namespace lots::app {

/// After every command, in its transaction, for the cases it was about: what was called is off when the case rests, whatever made it rest;
/// then the duties, and the day on which the consent ends by itself.
void after_command(access::Work& work, const std::vector<CaseId>& cases);

}  // namespace lots::app
