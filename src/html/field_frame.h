#pragma once

#include <string>

#include "html/form_components.h"
#include "html/parts.h"

/// Inside the room only: what stands around every field.
namespace lots::html {

void open_group(Html& out, const FormGroup& group, bool has_error, std::string_view own_classes = {}, const Attributes& own = {});
inline void close_group(Html& out) { out << "</div>"_m; }

/// The hint and the error message of a field; their ids are added to `described_by` in the order they stand.
void hint_and_error(Html& out, const Words& words, const std::string& id, const std::optional<Hint>& hint_option,
                    const std::optional<ErrorMessage>& error, std::string& described_by);

inline const std::string& id_or_name(const std::string& id, const std::string& name) { return id.empty() ? name : id; }

inline void label_for(Html& out, Label what, const std::string& id)
{
    what.for_id = id;
    out << label(what);
}

/// The scripts speak English by themselves; in other languages they read their words from data-i18n attributes.
inline bool scripts_need_words(const Words& words) { return words.language != "en"; }

}  // namespace lots::html
