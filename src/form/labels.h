#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "form/fields.h"
#include "messages/message.h"

namespace lots::form {

/// Where the words of a form's fields stand in the catalogue: field.<scope>.<name>.<what>, else field.common.<name>.<what>.
/// A scope with a dot, "report_commitment.family", is a second face of a command: its own words, else the command's, else the common ones.
/// A field of one row among several ("status~3") has the words of all of them.
class Labels {
    Language language_;
    std::string scope_;

public:
    Labels(Language language, std::string scope) : language_(language), scope_(std::move(scope)) {}
    Language language() const { return language_; }

    std::optional<MessageKey> key(std::string_view name, std::string_view what) const;
    /// Empty when the catalogue has none.
    std::string find(std::string_view name, std::string_view what) const;
    /// A field without a label is a bug.
    std::string label(std::string_view name) const;
    Options coded(std::string_view name, const std::vector<std::string_view>& codes) const;
};

}  // namespace lots::form
