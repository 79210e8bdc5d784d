#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lots::organisation {

inline constexpr int name_longest = 100;

/// "grundskolan-norr": what stands in addresses. 2 to 40 of a to z, 0 to 9 and hyphens within.
bool is_code(std::string_view text);

/// A line as it is kept, or none when it is empty, too long or not text.
std::optional<std::string> kept_line(std::string_view text, int longest);

}  // namespace lots::organisation
