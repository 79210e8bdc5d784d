#pragma once

#include <string>

#include "access/work.h"
#include "web/site.h"

namespace lots::closure {

/// How it ended, in full or only that it did.
Result<web::View> closure_page(access::Work& work, const web::Asked& asked);
Result<std::string> closure_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::closure
