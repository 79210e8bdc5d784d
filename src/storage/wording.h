#pragma once

#include <string>
#include <string_view>

namespace lots::storage {

/// The beginning of a statement on one line, for the text of a failure. Statements are literals with $1 for values, so
/// nothing that somebody typed is in it.
std::string place_of(std::string_view sql);

/// Whether both engines store the text and give it back unchanged: UTF-8 (RFC 3629: no surrogates, no overlong forms, at
/// most U+10FFFF) without U+0000.
bool storable_text(std::string_view text);

/// `$1` of our statements as `?1` of SQLite, which would number `$1` by order of appearance. Quoted text and comments stay.
std::string with_sqlite_parameters(std::string_view sql);

/// The end of the quoted text, quoted name or comment that begins at `at`, or `at` when none begins there.
std::size_t end_of_quoted(std::string_view sql, std::size_t at);

}  // namespace lots::storage
