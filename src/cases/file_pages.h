#pragma once

#include <string>

#include "access/work.h"
#include "web/site.h"

namespace lots::cases {

/// "Akten": who has the case, who stands in, who may read what is protected, and what can be put right.
Result<web::View> file_page(access::Work& work, const web::Asked& asked);
Result<std::string> file_json(access::Work& work, const web::Asked& asked);
/// That this person had a group, from when to when, and at which unit (S1-64).
Result<web::View> register_page(access::Work& work, const web::Asked& asked);
Result<std::string> register_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::cases
