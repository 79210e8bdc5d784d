#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lots {

using Bytes = std::vector<std::uint8_t>;
using ByteSpan = std::span<const std::uint8_t>;

/// The bytes of a text, without copying. The text must outlive the span.
inline ByteSpan bytes_of(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
/// The bytes as text, copied; no check that they are UTF-8.
inline std::string text_of(ByteSpan bytes) { return {bytes.begin(), bytes.end()}; }

/// Lower-case hexadecimal, two characters a byte.
std::string to_hex(ByteSpan bytes);
/// None when the length is odd or a character is not 0-9, a-f, A-F.
std::optional<Bytes> from_hex(std::string_view text);

/// RFC 4648 section 4, with padding.
std::string to_base64(ByteSpan bytes);
/// RFC 4648 section 4, strict: padding required, no white space, no stray bits. None otherwise.
std::optional<Bytes> from_base64(std::string_view text);
/// RFC 4648 section 5, without padding.
std::string to_base64url(ByteSpan bytes);
/// RFC 4648 section 5, strict: no padding, no stray bits. None otherwise.
std::optional<Bytes> from_base64url(std::string_view text);

}  // namespace lots
