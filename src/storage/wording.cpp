#include "storage/wording.h"

#include <algorithm>
#include <cstdint>

namespace lots::storage {

namespace {

constexpr std::size_t place_characters_max = 72;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The length of the well-formed UTF-8 sequence at `at`, 0 when there is none. RFC 3629 section 4 is followed to the letter.
std::size_t sequence_length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto between = [](unsigned value, unsigned low, unsigned high) { return low <= value && value <= high; };
    const auto tail = [&](std::size_t offset) { return between(byte(offset), 0x80, 0xBF); };

    const unsigned first = byte(0);
    if (between(first, 0x01, 0x7F)) return 1;
    if (between(first, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
    if (between(first, 0xE0, 0xEF)) {
        const bool second = between(byte(1), first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        return second && tail(2) ? 3 : 0;
    }
    if (between(first, 0xF0, 0xF4)) {
        const bool second = between(byte(1), first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
        return second && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::string place_of(std::string_view sql)
{
    std::string place;
    for (const char c : sql) {
        if (!is_space(c)) {
            place += c;
        } else if (!place.empty() && place.back() != ' ') {
            place += ' ';
        }
        if (place.size() == place_characters_max) return place + "…";
    }
    if (!place.empty() && place.back() == ' ') place.pop_back();
    return place;
}

bool storable_text(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequence_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::size_t end_of_quoted(std::string_view sql, std::size_t at)
{
    const auto after = [&](std::string_view end, std::size_t from) {
        const auto found = sql.find(end, from);
        return found == std::string_view::npos ? sql.size() : found + end.size();
    };
    if (at >= sql.size()) return at;
    if (sql[at] == '\'') return after("'", at + 1);  // a doubled quote is two quoted texts in a row: the same end
    if (sql[at] == '"') return after("\"", at + 1);
    if (sql.substr(at, 2) == "--") return after("\n", at + 2);
    if (sql.substr(at, 2) == "/*") return after("*/", at + 2);
    return at;
}

std::string with_sqlite_parameters(std::string_view sql)
{
    std::string translated(sql);
    for (std::size_t at = 0; at < sql.size();) {
        const auto end = end_of_quoted(sql, at);
        if (end != at) {
            at = end;
            continue;
        }
        const bool parameter = sql[at] == '$' && at + 1 < sql.size() && sql[at + 1] >= '1' && sql[at + 1] <= '9';
        if (parameter) translated[at] = '?';
        ++at;
    }
    return translated;
}

}  // namespace lots::storage
