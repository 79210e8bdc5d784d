#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lots {

/// Why typed text is refused. The form has a sentence for each.
enum class TextFault : std::uint8_t {
    not_utf8,           // broken bytes, overlong forms, lone surrogates
    control_character,  // U+0000 to U+001F but new line and tab, U+007F to U+009F; U+2028 and the like are kept
    noncharacter,       // U+FDD0 to U+FDEF and the last two of every plane: never text, and other programs drop them
    line_break          // a new line or tab where one line is asked for
};

/// Text that people typed, as it is kept: UTF-8, NFC, lines ended by "\n" ("\r\n" becomes "\n"). Nothing else is changed or
/// dropped, so that what comes back is what was written; anything that could not is refused. No limit on length.
Result<std::string, TextFault> clean_text(std::string_view raw);

/// The same for a field of one line, such as a name: new lines and tabs are refused.
Result<std::string, TextFault> clean_line(std::string_view raw);

/// What can be shown again of text that was refused, so that nobody has to write it anew: a control character that is a break in other
/// programs (U+000B, U+000C, which a word processor pastes) becomes a space, other control characters and noncharacters are left out, and
/// bytes that are not UTF-8 become question marks. Line breaks stay as they are. What comes back is never longer, and never refused for its
/// characters.
std::string readable_text(std::string_view raw);

/// The number of characters (code points) in valid UTF-8, which is what a form's "högst 1 000 tecken" counts.
std::size_t count_characters(std::string_view utf8);

/// Without Unicode white space at both ends; valid UTF-8 is expected. The view is a part of the argument.
std::string_view trimmed(std::string_view utf8);

}  // namespace lots
