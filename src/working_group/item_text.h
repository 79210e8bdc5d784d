#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"
#include "web/gates.h"
#include "working_group/rules_text.h"
#include "working_group/working_group.h"

/// The text that the working group is to see, looked through before it is shown.
namespace lots::working_group {

/// What it is compared with: the person of the case, and the schools of the municipality.
Known known_of(const access::CasePermit& permit);

/// "en adress", by the code of the trace. Empty for what is none.
std::string trace_words(Language language, std::string_view code);

/// The same for a finding about one.
web::AboutWords about_traces(Language language);

/// What has to be justified in a text, in words: "namnet på en skola, ett ord som kan vara ett namn".
std::string hint_words(Language language, const guideline::Decision& decision);

/// Why the group may not read these texts about an area. None when it may: nothing in them has to go, and where something
/// may lead to somebody a person has read them and said that it does not.
std::optional<Error> not_to_be_told(access::Work& work, const std::vector<std::string>& texts, bool leads_to_nobody);

/// For the check page: the text as the group would see it, with what may lead to somebody marked, and a button that swaps it
/// for neutral words and leads back to the form, so that somebody reads it once more.
html::Html item_as_shown(access::Work& work, const web::Asked& asked, const PrepareItem& input);

}  // namespace lots::working_group
