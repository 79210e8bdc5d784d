#include "support/canary.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

namespace lots::test {

namespace {

/// Code points of well-formed UTF-8.
std::u32string code_points(std::string_view text)
{
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        char32_t point = more == 0 ? first : first & (0x3fU >> more);
        for (int k = 1; k <= more; ++k) point = (point << 6U) | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3fU);
        points += point;
        i += static_cast<std::size_t>(more) + 1;
    }
    return points;
}

std::u16string utf16(std::string_view text)
{
    std::u16string units;
    for (const auto point : code_points(text)) {
        if (point < 0x10000) units += static_cast<char16_t>(point);
        else {
            units += static_cast<char16_t>(0xd7c0 + (point >> 10U));
            units += static_cast<char16_t>(0xdc00 + (point & 0x3ffU));
        }
    }
    return units;
}

std::string utf16_bytes(std::string_view text, bool big_endian)
{
    std::string bytes;
    for (const char16_t unit : utf16(text)) {
        const auto high = static_cast<char>(unit >> 8U), low = static_cast<char>(unit & 0xffU);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

enum class Letters { small, capital };

std::string hexadecimal(unsigned value, int digits, Letters letters)
{
    const std::string_view alphabet = letters == Letters::small ? "0123456789abcdef" : "0123456789ABCDEF";
    std::string out;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += alphabet[(value >> shift) & 15U];
    return out;
}

std::string json_quoted(std::string_view text)
{
    std::string out;
    for (const char c : text) out += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
    return out;
}

/// And every character outside ASCII as \uXXXX.
std::string json_escaped(std::string_view text, Letters letters)
{
    std::string out;
    for (const char16_t unit : utf16(text)) {
        if (unit >= 0x80) out += "\\u" + hexadecimal(unit, 4, letters);
        else out += json_quoted(std::string(1, static_cast<char>(unit)));
    }
    return out;
}

std::string percent_encoded(std::string_view text, Letters letters)
{
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        out += plain ? std::string(1, c) : "%" + hexadecimal(static_cast<unsigned char>(c), 2, letters);
    }
    return out;
}

std::string form_encoded(std::string_view text)
{
    std::string out = percent_encoded(text, Letters::capital);
    for (auto at = out.find("%20"); at != std::string::npos; at = out.find("%20", at)) out.replace(at, 3, "+");
    return out;
}

std::string hexadecimal(std::string_view text, Letters letters)
{
    std::string out;
    for (const char c : text) out += hexadecimal(static_cast<unsigned char>(c), 2, letters);
    return out;
}

std::string html_escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) out += c == '&' ? "&amp;" : c == '"' ? "&quot;" : c == '\'' ? "&#39;" : std::string(1, c);
    return out;
}

/// The characters that stand for `text` alone when `before` bytes of something else came first: those that share a byte with what
/// is around it are left out.
std::string base64_at(std::string_view text, std::size_t before, std::string_view last_two)
{
    const std::string alphabet = std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") + std::string(last_two);
    std::string bits(before * 8, '0');
    for (const char c : text)
        for (int bit = 7; bit >= 0; --bit) bits += ((static_cast<unsigned char>(c) >> bit) & 1) != 0 ? '1' : '0';
    std::string out;
    for (std::size_t at = (before * 8 + 5) / 6 * 6; at + 6 <= bits.size(); at += 6) {
        std::size_t value = 0;
        for (std::size_t bit = 0; bit < 6; ++bit) value = value * 2 + (bits[at + bit] == '1' ? 1 : 0);
        out += alphabet[value];
    }
    return out;
}

std::string read_all(const std::filesystem::path& file, bool& readable)
{
    std::ifstream in(file, std::ios::binary);
    readable = static_cast<bool>(in);
    std::ostringstream content;
    content << in.rdbuf();
    readable = readable && !in.bad();
    return std::move(content).str();
}

}  // namespace

std::vector<Disguise> disguises(std::string_view text)
{
    std::vector<Disguise> all{{"UTF-8", std::string(text)},
                              {"UTF-16 LE", utf16_bytes(text, false)},
                              {"UTF-16 BE", utf16_bytes(text, true)},
                              {"JSON as UTF-8", json_quoted(text)},
                              {"JSON", json_escaped(text, Letters::small)},
                              {"JSON in capitals", json_escaped(text, Letters::capital)},
                              {"HTML", html_escaped(text)},
                              {"percent", percent_encoded(text, Letters::capital)},
                              {"percent in small letters", percent_encoded(text, Letters::small)},
                              {"form", form_encoded(text)},
                              {"hexadecimal", hexadecimal(text, Letters::small)},
                              {"hexadecimal in capitals", hexadecimal(text, Letters::capital)}};
    for (const std::size_t before : {0U, 1U, 2U}) {
        all.push_back({"base64 at " + std::to_string(before), base64_at(text, before, "+/")});
        all.push_back({"base64url at " + std::to_string(before), base64_at(text, before, "-_")});
    }
    std::set<std::string> seen;
    std::erase_if(all, [&](const Disguise& one) { return !seen.insert(one.bytes).second; });
    return all;
}

Canary::Canary(std::string_view chance)
    : stem_("Kråka \"" + std::string(chance) + "\" & "), short_("q" + std::string(chance.substr(0, 9))), disguises_(disguises(stem_))
{
    for (auto& one : disguises(short_)) disguises_.push_back({one.name + ", the short one", std::move(one.bytes)});
}

std::string Canary::next(std::size_t longest)
{
    auto text = stem_ + std::to_string(++next_) + ".";
    return text.size() <= longest ? text : short_.substr(0, longest);
}

std::vector<Sighting> Canary::in_text(std::string_view place, std::string_view bytes) const
{
    std::vector<Sighting> found;
    for (const auto& one : disguises_)
        if (::memmem(bytes.data(), bytes.size(), one.bytes.data(), one.bytes.size()) != nullptr) found.push_back({std::string(place), one.name});
    return found;
}

std::vector<Sighting> Canary::in_folder(const std::filesystem::path& folder) const
{
    namespace fs = std::filesystem;
    std::vector<Sighting> found;
    const auto take = [&](const std::vector<Sighting>& more) { found.insert(found.end(), more.begin(), more.end()); };
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto place = fs::relative(entry.path(), folder).string();
        take(in_text("the name " + place, place));
        std::error_code gone;
        if (!entry.is_regular_file(gone)) continue;
        bool readable = false;
        const auto content = read_all(entry.path(), readable);
        if (readable) take(in_text(place, content));
        else if (fs::exists(entry.path())) found.push_back({place, "not readable"});
    }
    return found;
}

std::string listed(const std::vector<Sighting>& sightings)
{
    std::string all;
    for (const auto& one : sightings) all += (all.empty() ? "" : ", ") + one.place + " (" + one.disguise + ")";
    return all;
}

}  // namespace lots::test
