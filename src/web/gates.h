#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "form/json_writer.h"
#include "guideline/decision.h"
#include "html/components.h"

namespace lots::web {

using AboutWords = std::function<std::string(const guideline::Finding&)>;

/// Something that makes good what is missing: what it is called, and the page where it is done.
struct GateAction {
    std::string text;
    html::Url page;
};
/// What this reader can do about an unmet finding: only what he or she may. Empty for nothing.
using ActionsFor = std::function<std::vector<GateAction>(const guideline::Finding&)>;

/// The box that explains a step: what is done, what is missing, who can do it, what does it, and why, with the law's wording
/// of the day.
/// title    the box's heading; empty where the page's own heading says it
/// action   the button of the step; shown only when nothing that must be is missing
/// actions  the buttons of the lines
html::Html gate_box(Language language, const html::Words& words, Date on, const std::string& title,
                    const guideline::Decision& decision, const AboutWords& about, html::Html action,
                    const ActionsFor& actions = {});

/// The same box for a step that cannot be taken: "Du kan inte kalla till mötet ännu. Två saker saknas."
/// scope  of the command's words, command.<scope>.blocked; one without such words only says that it cannot be done yet
html::Html blocked_box(Language language, const html::Words& words, Date on, std::string_view scope,
                       const guideline::Decision& decision, const AboutWords& about, const ActionsFor& actions = {});
/// Its heading. What should be and is not does not stop the step, so it is not counted.
std::string blocked_words(Language language, std::string_view scope, const guideline::Decision& decision);

/// The same findings for programs:
/// [{"requirement","section","source","in_force_from","editions","force","met","who_can","text","about","actions"}].
void write_findings(form::JsonWriter& json, Language language, Date on, const guideline::Decision& decision,
                    const AboutWords& about, const ActionsFor& actions = {});

/// What a requirement asks for, where it stands and from when that holds: behind "Varför?" of something that is due.
std::string requirement_words(Language language, const guideline::Requirement& requirement, Date on);

/// "socialtjänsten", "ungdomen".
std::string actor_words(Language language, guideline::Actor actor);

}  // namespace lots::web
