#pragma once

#include <optional>
#include <string_view>

#include "http/form_data.h"
#include "http/message.h"

/// What the two form parsers share; not for use outside http/.
namespace lots::http {

/// UTF-8 without control characters other than tab and line breaks.
bool is_form_text(std::string_view text);
/// The same, not empty and on one line.
bool is_form_name(std::string_view text);

/// Puts a field into the form; one that is not text is named as unreadable, with what is left of it.
void keep_text(FormData& form, std::string name, std::string_view value);

/// Parameters of a header field: `name=token; name="quoted \" text"`. Names in lower case. A leading semicolon is not
/// expected. None when anything else stands there.
std::optional<Pairs> parse_parameters(std::string_view text);

}  // namespace lots::http
