#pragma once

#include <string>

#include "access/work.h"
#include "web/site.h"

namespace lots::asp {

/// The police's own page: the checklist, the text of the note, and when it is to be removed.
Result<web::View> reminder_page(access::Work& work, const web::Asked& asked);
Result<std::string> reminder_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::asp
