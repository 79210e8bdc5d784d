#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The small words of RFC 9110 that every parser here is made of. ASCII only, whatever the locale.
namespace lots::http {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// tchar of RFC 9110 5.6.2
constexpr bool is_token_char(char c)
{
    return is_letter(c) || is_digit(c) || std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}
/// A token: one or more tchar.
constexpr bool is_token(std::string_view text)
{
    for (const char c : text)
        if (!is_token_char(c)) return false;
    return !text.empty();
}
/// A character that may stand in a field value: visible, obs-text, space or tab.
constexpr bool is_value_char(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

/// 0-15, or -1.
constexpr int hex_digit(char c)
{
    if (is_digit(c)) return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

constexpr bool same_ignoring_case(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

constexpr std::string_view without_blanks(std::string_view text)
{
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower_case(std::string_view text);

/// True for well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

/// Every %XX turned into its byte, once. None when an escape is broken. `plus_is_space` as in forms.
enum class Plus { is_plus, is_space };
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

}  // namespace lots::http
