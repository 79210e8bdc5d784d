#include "base/bytes.h"

#include <array>

namespace lots {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64url_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

enum class Padding { required, none };

constexpr std::array<std::int8_t, 256> values_of(std::string_view digits)
{
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < digits.size(); ++i)
        values[static_cast<std::uint8_t>(digits[i])] = static_cast<std::int8_t>(i);
    return values;
}

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string encode(ByteSpan bytes, std::string_view digits, Padding padding)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    while (!bytes.empty()) {
        const auto taken = std::min<std::size_t>(bytes.size(), 3);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) group = (group << 8U) | (i < taken ? bytes[i] : 0U);
        for (std::size_t i = 0; i <= taken; ++i) out += digits[(group >> (18U - 6U * i)) & 63U];
        if (padding == Padding::required) out.append(3 - taken, '=');
        bytes = bytes.subspan(taken);
    }
    return out;
}

std::optional<Bytes> decode(std::string_view text, const std::array<std::int8_t, 256>& values, Padding padding)
{
    if (padding == Padding::required) {
        if (text.size() % 4 != 0) return std::nullopt;
        for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    }
    if (text.size() % 4 == 1) return std::nullopt;

    Bytes out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const auto value = values[static_cast<std::uint8_t>(c)];
        if (value < 0) return std::nullopt;
        held = (held << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out.push_back(static_cast<std::uint8_t>((held >> bits) & 0xffU));
        held &= (1U << bits) - 1U;
    }
    // Bits left over must be zero: otherwise two texts would mean the same bytes.
    if (held != 0) return std::nullopt;
    return out;
}

}  // namespace

std::string to_hex(ByteSpan bytes)
{
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        out += hex_digits[byte >> 4U];
        out += hex_digits[byte & 15U];
    }
    return out;
}

std::optional<Bytes> from_hex(std::string_view text)
{
    if (text.size() % 2 != 0) return std::nullopt;
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string to_base64(ByteSpan bytes) { return encode(bytes, base64_digits, Padding::required); }
std::string to_base64url(ByteSpan bytes) { return encode(bytes, base64url_digits, Padding::none); }

std::optional<Bytes> from_base64(std::string_view text)
{
    static constexpr auto values = values_of(base64_digits);
    return decode(text, values, Padding::required);
}

std::optional<Bytes> from_base64url(std::string_view text)
{
    static constexpr auto values = values_of(base64url_digits);
    return decode(text, values, Padding::none);
}

}  // namespace lots
