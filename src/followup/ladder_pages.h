#pragma once

#include <string>

#include "followup/ladder.h"
#include "web/site.h"

namespace lots::followup {

/// What the case has lifted, and what was answered.
Result<web::View> escalations_page(access::Work& work, const web::Asked& asked);
Result<std::string> escalations_json(access::Work& work, const web::Asked& asked);
/// What was lifted to the reader's own level: a manager, the working group, the steering group.
Result<web::View> lifted_page(access::Work& work, const web::Asked& asked);
Result<std::string> lifted_json(access::Work& work, const web::Asked& asked);

/// "Åtagande 3", "Frånvaro från möten".
std::string thing_words(Language language, std::string_view what, std::optional<int> commitment);
/// One part for each of them; empty for none.
html::Html escalations_part(access::Work& work, const web::Asked& asked, const std::vector<Escalation>& all);

}  // namespace lots::followup
