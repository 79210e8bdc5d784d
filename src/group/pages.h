#pragma once

#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::group {

Result<web::View> members_page(access::Work& work, const web::Asked& asked);
Result<std::string> members_json(access::Work& work, const web::Asked& asked);

/// Which concerned agencies have nobody in the group yet; nothing when all have.
html::Html missing_agencies(const access::CasePermit& permit, const web::Asked& asked);
/// The name of the agency that a finding of this room is about.
web::AboutWords agency_words(access::Work& work);

/// "Polis", "Lärare": what a member does, in the words of the form that adds one.
std::string function_words(Language language, const std::string& function);

}  // namespace lots::group
