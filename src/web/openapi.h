#pragma once

#include <string>

#include "web/site.h"

namespace lots::web {

/// The API as OpenAPI 3.1, made from the route table: every operation with its access rule, its body and its answers.
std::string openapi(const Site& site, Language language);

}  // namespace lots::web
