#pragma once

#include "web/sign_in_password.h"
#include "web/site.h"

namespace lots::web {

/// The addresses of signing in and out:
///   GET, POST /logga-in             name and password; ?till= where the person was going, on this site only
///   GET, POST /roll                 which of one's roles to act in; a new session each time
///   POST /logga-ut
///   POST /lamna                     "Lämna sidan snabbt": signs out and leads to a neutral page
///   GET /mina-inloggningar          one's own sessions; POST …/avsluta ends one, or all others
///   POST /api/v1/session            {"user", "password", "role"?} → {"token", "csrf", "role"}
///   POST /api/v1/session/end
/// `site` and `hasher` must outlive the routes. Source: DESIGN D16, docs/promises.md (guessing is slow and tells nothing).
void sign_in_routes(Site& site, PasswordHasher& hasher);

}  // namespace lots::web
