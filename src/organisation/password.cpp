#include "organisation/password.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/text.h"

namespace lots::organisation {

namespace {

// What guessers try first and what is long enough to pass: the heads of published lists, Swedish ones among them, and our own
// words. Compared without digits and signs at the ends, so that "Sommar2026!" does not save anybody.
constexpr std::array<std::string_view, 44> common{
    "password",      "passwordpassword", "losenord",      "lösenord",       "lösenordet",      "losenordlosenord", "lösenordlösenord",
    "qwerty",        "qwertyuiop",       "qwertyuiopå",   "asdfghjkl",      "asdfghjklöä",     "zxcvbnm",          "iloveyou",
    "jagalskardig",  "jagälskardig",     "jagälskardej",  "sommar",         "sommaren",        "sommarsommar",     "vinter",
    "vintern",       "hösten",           "våren",         "midsommar",      "stockholm",       "göteborg",         "goteborg",
    "hejhejhejhej",  "hejhej",           "hejsan",        "hejsanhejsan",   "välkommen",       "valkommen",        "sverige",
    "socialtjänsten", "socialtjansten",  "polisen",       "kommun",         "insatsgrupp",     "lots",             "administrator",
    "letmeinletmein", "changeme",
};

/// Lower case for the letters that passwords here are made of: a to z, å, ä, ö.
std::string lowered(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        else if (c == '\xc3' && i + 1 < text.size() && (text[i + 1] == '\x85' || text[i + 1] == '\x84' || text[i + 1] == '\x96')) {
            out += c;
            out += static_cast<char>(text[++i] + 0x20);  // Å, Ä, Ö
        }
        else out += c;
    }
    return out;
}

/// Without what is no letter at both ends.
std::string_view core(std::string_view text)
{
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0; };
    while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    return text;
}

/// "aaaaaaaaaaaa", "121212121212", "123456789012": few characters, or one after the other.
bool is_pattern(std::string_view text)
{
    if (std::set<char>(text.begin(), text.end()).size() < 5) return true;
    int steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (std::abs(text[i] - text[i - 1]) <= 1) ++steps;
    return steps * 3 >= static_cast<int>(text.size()) * 2;
}

}  // namespace

std::optional<MessageKey> fault_in_password(std::string_view handle, std::string_view password)
{
    password = trimmed(password);
    if (!clean_line(password)) return MessageKey("organisation.password.unreadable");
    const auto length = static_cast<int>(count_characters(password));
    if (length < password_shortest) return MessageKey("organisation.password.short");
    if (length > password_longest) return MessageKey("organisation.password.long");
    const auto small = lowered(password);
    const auto letters = core(small);
    for (const auto word : common)
        if (letters == word) return MessageKey("organisation.password.common");
    if (is_pattern(small)) return MessageKey("organisation.password.common");
    // The sign-in name, or most of it: "sara.lind" in "SaraLind2026".
    auto name = lowered(handle), bare = small;
    const auto is_separator = [](char c) { return c == '.' || c == '-' || c == '_' || c == ' '; };
    std::erase_if(name, is_separator);
    std::erase_if(bare, is_separator);
    if (!name.empty() && bare.find(name) != std::string::npos) return MessageKey("organisation.password.name");
    return std::nullopt;
}

}  // namespace lots::organisation
