#pragma once

#include <string>

#include "access/permit.h"
#include "web/asked.h"

namespace lots::selection {

/// What was decided about an offer, and why. Social services only.
Result<web::View> selection_page(access::Work& work, const web::Asked& asked);
Result<std::string> selection_json(access::Work& work, const web::Asked& asked);

Result<std::string> sources_json(access::Work& work, const web::Asked& asked);
/// Structured assessments: a page of its own, because fewer may read it than the decision.
Result<web::View> assessments_page(access::Work& work, const web::Asked& asked);
Result<std::string> assessments_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::selection
