#pragma once

#include "cases/decision_note.h"
#include "form/json_writer.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::cases {

/// One decision as it is shown and printed everywhere: the four fields, about a child its view and best interests, the day, who made it,
/// and the law as it was worded on that day.
html::Html decision_part(access::Work& work, const web::Asked& asked, const KeptDecision& decision);
/// The same for programs: the members of an object that is open.
void write_decision(form::JsonWriter& json, const KeptDecision& decision);

}  // namespace lots::cases
