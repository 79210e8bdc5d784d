#pragma once

#include <string>
#include <string_view>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"
#include "working_group/rules_text.h"
#include "working_group/working_group.h"

/// The text that the working group is to see, looked through before it is shown.
namespace lots::working_group {

/// What it is compared with: the person of the case, and the schools of the municipality.
Known known_of(const access::CasePermit& permit);

/// "en adress", by the code of the trace. Empty for what is none.
std::string trace_words(Language language, std::string_view code);

/// For the check page: the text as the group would see it, with what may lead to somebody marked, and a button that swaps it
/// for neutral words and leads back to the form, so that somebody reads it once more.
html::Html item_as_shown(access::Work& work, const web::Asked& asked, const PrepareItem& input);

}  // namespace lots::working_group
