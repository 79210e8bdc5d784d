#pragma once

#include "web/sign_in_password.h"
#include "web/site.h"

namespace lots::app {

/// Every address of the program: sign-in, the slices, the pages that anybody may read, assets, the API's description; and the main
/// navigation. `site` and `hasher` must outlive it.
void add_routes(web::Site& site, web::PasswordHasher& hasher);

/// Pages without a session: the method, personal data, accessibility, help.
void add_information(web::Site& site);
/// Style sheet, scripts, typeface, the mark; robots.txt.
void add_assets(web::Site& site);

}  // namespace lots::app
