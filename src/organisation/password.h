#pragma once

#include <optional>
#include <string_view>

#include "messages/message.h"

namespace lots::organisation {

inline constexpr int password_shortest = 12;   // characters
inline constexpr int password_longest = 200;

/// Why this may not be the password of that person, as a sentence; none when it may. No rules about kinds of characters: length
/// and being unexpected are what helps (NIST SP 800-63B 5.1.1.2).
std::optional<MessageKey> fault_in_password(std::string_view handle, std::string_view password);

}  // namespace lots::organisation
