#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/command.h"

namespace lots::organisation {

/// One setting anew. Which of the values is asked for, the setting's kind says.
struct SetSetting {
    std::string setting;
    int version_seen = 0;
    std::optional<int> number;
    std::string text, list, choice;
    std::vector<std::string> codes;
    std::string jurist, reference;
    std::optional<Date> decided_on;
    std::string decision;  // what the change rests on
};
/// The municipality decides a setting of its method profile; what holds in the whole country is refused (S0-07).
web::Command<SetSetting> set_setting_command();

}  // namespace lots::organisation
