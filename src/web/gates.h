#pragma once

#include <functional>
#include <string>

#include "form/json_writer.h"
#include "guideline/decision.h"
#include "html/components.h"

namespace lots::web {

using AboutWords = std::function<std::string(const guideline::Finding&)>;

/// The box that explains a step: what is done, what is missing, who can do it, and why, with the law's wording of the day.
/// action   the button of the step; shown only when nothing that must be is missing
html::Html gate_box(Language language, const html::Words& words, Date on, const std::string& title, const guideline::Decision& decision,
                    const AboutWords& about, html::Html action);

/// The same findings for programs: [{"requirement","section","source","force","met","who_can","text","about"}].
void write_findings(form::JsonWriter& json, Language language, Date on, const guideline::Decision& decision, const AboutWords& about);

/// "socialtjänsten", "ungdomen".
std::string actor_words(Language language, guideline::Actor actor);

}  // namespace lots::web
