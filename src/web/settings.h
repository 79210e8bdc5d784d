#pragma once

#include <string>

#include "web/command.h"
#include "web/site.h"

namespace lots::web {

/// How a person wants the pages (UX rule 9). Kept with the person, so that it holds on every device and nothing is kept in a
/// browser.
struct ChooseSettings {
    std::string theme;      // device, light, dark
    std::string text_size;  // normal, larger
    std::string language;   // sv, en
};
Command<ChooseSettings> choose_settings_command();

/// "Inställningar": /installningar and /api/v1/settings, for everybody who is signed in.
void settings_routes(Site& site);

}  // namespace lots::web
