#include "base/text.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace lots {

namespace {

std::int32_t icu_size(std::string_view text)
{
    check(text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) / 4, "text is below 512 MiB");
    return static_cast<std::int32_t>(text.size());
}

/// The code point at `at`, which is moved on; negative when the bytes are not UTF-8.
UChar32 next_character(std::string_view text, std::int32_t& at)
{
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()), c);
    return c;
}

bool is_control(UChar32 c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0); }

std::optional<TextFault> fault_in(std::string_view text)
{
    for (std::int32_t at = 0, size = icu_size(text); at < size;) {
        const auto c = next_character(text, at);
        if (c < 0) return TextFault::not_utf8;
        if (is_control(c)) return TextFault::control_character;
        if (U_IS_UNICODE_NONCHAR(c)) return TextFault::noncharacter;
    }
    return std::nullopt;
}

std::string with_line_feeds(std::string_view raw)
{
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool ends_line = raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n';
        if (!ends_line) text += raw[i];
    }
    return text;
}

std::string composed(std::string text)
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x80; })) return text;
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::StringPiece piece(text.data(), icu_size(text));
    check(U_SUCCESS(status), "ICU has the NFC data");
    if (nfc->isNormalizedUTF8(piece, status)) return text;

    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    check(U_SUCCESS(status), "valid UTF-8 can be composed");
    return out;
}

}  // namespace

Result<std::string, TextFault> clean_text(std::string_view raw)
{
    auto text = with_line_feeds(raw);
    if (const auto fault = fault_in(text)) return *fault;
    return composed(std::move(text));
}

Result<std::string, TextFault> clean_line(std::string_view raw)
{
    auto text = clean_text(raw);
    if (text && text->find_first_of("\n\t") != std::string::npos) return TextFault::line_break;
    return text;
}

std::string readable_text(std::string_view raw)
{
    std::string text;
    text.reserve(raw.size());
    for (std::int32_t at = 0, size = icu_size(raw); at < size;) {
        const auto start = static_cast<std::size_t>(at);
        const auto c = next_character(raw, at);
        if (c < 0) text += '?';
        else if (c == 0x0b || c == 0x0c) text += ' ';
        else if (c == '\r' || (!is_control(c) && !U_IS_UNICODE_NONCHAR(c))) text += raw.substr(start, static_cast<std::size_t>(at) - start);
    }
    return text;
}

std::size_t count_characters(std::string_view utf8)
{
    const auto begins = [](char c) { return (static_cast<std::uint8_t>(c) & 0xc0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins));
}

std::string_view trimmed(std::string_view utf8)
{
    std::int32_t first = 0, end = 0;
    bool seen = false;
    for (std::int32_t at = 0, size = icu_size(utf8); at < size;) {
        const auto start = at;
        if (u_isUWhiteSpace(next_character(utf8, at))) continue;
        if (!seen) first = start;
        seen = true;
        end = at;
    }
    return utf8.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first));
}

}  // namespace lots
