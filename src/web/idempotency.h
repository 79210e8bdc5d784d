#pragma once

#include "web/request.h"

namespace lots::web {

/// Runs the command, or, when this person sent the same key and body to this route before, gives back where it led without running
/// it again (D13). Access is decided again either way. The same key with another body is refused: a form is shown
/// once more with what was typed.
Posted once(access::Work& work, const Asked& asked, const std::string& route, const Writing& handler);

}  // namespace lots::web
