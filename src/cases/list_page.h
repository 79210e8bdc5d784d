#pragma once

#include <string>

#include "access/permit.h"
#include "base/result.h"
#include "web/asked.h"

namespace lots::cases {

/// Ärenden: the reader's own, with who has each and what comes next; a part of them by state, by who has it, or those with
/// something late.
Result<web::View> cases_page(access::Work& work, const web::Asked& asked);
/// The same for programs: ?state=active&officer=own&late=yes&page=2.
Result<std::string> cases_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::cases
