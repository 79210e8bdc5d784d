#include "form/labels.h"

#include "base/check.h"
#include "form/rows.h"

namespace lots::form {

std::optional<MessageKey> Labels::key(std::string_view name, std::string_view what) const
{
    const auto tail = "." + std::string(name.substr(0, name.find(row_mark))) + "." + std::string(what);
    if (const auto own = MessageKey::of_name("field." + scope_ + tail)) return own;
    // "report_commitment.family": where the family has no words of its own for a field they are those of the command.
    if (const auto end = scope_.find('.'); end != std::string::npos)
        if (const auto command = MessageKey::of_name("field." + scope_.substr(0, end) + tail)) return command;
    return MessageKey::of_name("field.common" + tail);
}

std::string Labels::find(std::string_view name, std::string_view what) const
{
    const auto found = key(name, what);
    return found ? say(language_, *found) : std::string{};
}

std::string Labels::label(std::string_view name) const
{
    const auto found = key(name, "label");
    if (!found) throw Bug("no label in the catalogue for field." + scope_ + "." + std::string(name));
    return say(language_, *found);
}

Options Labels::coded(std::string_view name, const std::vector<std::string_view>& codes) const
{
    Options options;
    for (const auto code : codes) {
        const auto found = key(name, code);
        if (!found) throw Bug("no words in the catalogue for field." + scope_ + "." + std::string(name) + "." + std::string(code));
        options.push_back({std::string(code), say(language_, *found), find(name, std::string(code) + "_hint")});
    }
    return options;
}

}  // namespace lots::form
