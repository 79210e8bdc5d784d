#pragma once

#include <string>

#include "html/url.h"

namespace lots::family {

/// Where the family reads what staff read at that path: /arende/SIG-2026-014/moten/2 is /min-plan/SIG-2026-014/moten/2.
/// Empty for what they have no page of their own for: sheets and papers, which are the same for all. Whoever may open the
/// one may open the other.
html::Url own_address(const std::string& path);

}  // namespace lots::family
