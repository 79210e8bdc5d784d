#pragma once

#include <string>

#include "access/permit.h"
#include "web/asked.h"

namespace lots::consent {

/// Everything about the consent, for social services; for a signatory only the own answer.
Result<web::View> consents_page(access::Work& work, const web::Asked& asked);
Result<std::string> consents_json(access::Work& work, const web::Asked& asked);

/// What members see (settled 18): scope and days. No names, no numbers, no form, no answer.
Result<web::View> scope_page(access::Work& work, const web::Asked& asked);
Result<std::string> scope_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::consent
