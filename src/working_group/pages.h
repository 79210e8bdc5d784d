#pragma once

#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"
#include "working_group/working_group.h"

namespace lots::working_group {

/// The working groups of the reader: who sits there, what is missing, when they meet.
Result<web::View> groups_page(access::Work& work, const web::Asked& asked);
Result<std::string> groups_json(access::Work& work, const web::Asked& asked);
/// A meeting: the agenda with its items, or what was said at it.
Result<web::View> meeting_page(access::Work& work, const web::Asked& asked);
Result<std::string> meeting_json(access::Work& work, const web::Asked& asked);
/// What the working group was shown of a case, and what came of it: social services' own file.
Result<web::View> preparation_page(access::Work& work, const web::Asked& asked);
Result<std::string> preparation_json(access::Work& work, const web::Asked& asked);

/// An item as the group sees it.
html::Html shown_item(const web::Asked& asked, const Item& item);
/// What the group thinks, and who it thinks should contact the person.
html::Html recommendation_part(const web::Asked& asked, const Recommendation& recommendation);

}  // namespace lots::working_group
