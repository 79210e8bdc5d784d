#include "plan/plain_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <utility>

#include "base/text.h"

namespace lots::plan {

namespace {

/// From so many characters on a word is named even without a plainer one.
constexpr std::size_t long_from = 13;

struct Pair {
    std::string_view word, plainer;
};

/// Words of the trade in the forms they are written in. What is put in their place is read by somebody before it is kept, so
/// it need not fit every sentence; it has to mean the same.
constexpr std::array plainer_words{
    Pair{"ansvarar", "ser till"},
    Pair{"avseende", "om"},
    Pair{"beslutar", "bestämmer"},
    Pair{"beslutas", "bestäms"},
    Pair{"beträffande", "om"},
    Pair{"bibehålla", "behålla"},
    Pair{"bistå", "hjälpa"},
    Pair{"bistår", "hjälper"},
    Pair{"delta", "vara med"},
    Pair{"deltar", "är med"},
    Pair{"dokumentera", "skriva ner"},
    Pair{"dokumenterar", "skriver ner"},
    Pair{"dokumenteras", "skrivs ner"},
    Pair{"erhålla", "få"},
    Pair{"erhåller", "får"},
    Pair{"frånvaro", "att vara borta"},
    Pair{"fullfölja", "göra klart"},
    Pair{"fullföljer", "gör klart"},
    Pair{"genomför", "gör"},
    Pair{"genomföra", "göra"},
    Pair{"genomförs", "görs"},
    Pair{"gällande", "om"},
    Pair{"initialt", "först"},
    Pair{"insats", "hjälp"},
    Pair{"insatsen", "hjälpen"},
    Pair{"insatser", "hjälp"},
    Pair{"kontaktar", "hör av sig till"},
    Pair{"kontinuerligt", "hela tiden"},
    Pair{"medverka", "vara med"},
    Pair{"medverkar", "är med"},
    Pair{"närvara", "vara där"},
    Pair{"närvarar", "är där"},
    Pair{"närvaro", "att vara där"},
    Pair{"omgående", "nu"},
    Pair{"påbörja", "börja"},
    Pair{"påbörjar", "börjar"},
    Pair{"påbörjas", "börjar"},
    Pair{"samtliga", "alla"},
    Pair{"snarast", "så snart det går"},
    Pair{"successivt", "lite i taget"},
    Pair{"sysselsättning", "något att göra"},
    Pair{"tillhandahålla", "ge"},
    Pair{"tillhandahåller", "ger"},
    Pair{"undervisning", "lektioner"},
    Pair{"uppföljning", "att se hur det går"},
    Pair{"utför", "gör"},
    Pair{"utföra", "göra"},
    Pair{"åtagande", "löfte"},
    Pair{"åtaganden", "löften"},
    Pair{"återkopplar", "berättar"},
    Pair{"återkoppla", "berätta"},
};

std::string_view plainer_for(std::string_view small)
{
    const auto found = std::ranges::find(plainer_words, small, &Pair::word);
    return found == plainer_words.end() ? std::string_view{} : found->plainer;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// How many bytes of a letter stand there: 0 for none. The letters of Swedish and its neighbours; a hyphen is none.
std::size_t letter_at(std::string_view text, std::size_t at)
{
    if (is_small(text[at]) || is_capital(text[at])) return 1;
    return text[at] == '\xC3' && at + 1 < text.size() ? 2 : 0;
}

/// Calls with each stretch of the text, in order: a word, or what stands between words.
void each_part(std::string_view text, const std::function<void(std::string_view part, bool is_word)>& look)
{
    std::size_t from = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = letter_at(text, at);
        if ((bytes > 0) != in_word) {
            if (at > from) look(text.substr(from, at - from), in_word);
            from = at;
            in_word = bytes > 0;
        }
        at += std::max<std::size_t>(bytes, 1);
    }
    if (text.size() > from) look(text.substr(from), in_word);
}

/// With a capital at the beginning: a word of the list begins with a to z, å, ä or ö.
std::string with_capital(std::string_view word)
{
    std::string text(word);
    if (!text.empty() && is_small(text[0]))
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    else if (text.size() > 1 && text[0] == '\xC3')
        text[1] = static_cast<char>(text[1] - 0x20);
    return text;
}

}  // namespace

std::string small_letters(std::string_view utf8)
{
    std::string small;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const bool swedish = i > 0 && utf8[i - 1] == '\xC3' && (c == '\x85' || c == '\x84' || c == '\x96');
        small += swedish ? static_cast<char>(c + 0x20) : is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return small;
}

std::vector<HardWord> hard_words(std::string_view utf8)
{
    std::vector<HardWord> all;
    each_part(utf8, [&](std::string_view part, bool is_word) {
        if (!is_word) return;
        auto word = small_letters(part);
        const auto plainer = plainer_for(word);
        if (plainer.empty() && count_characters(word) < long_from) return;
        if (std::ranges::find(all, word, &HardWord::word) == all.end()) all.push_back({std::move(word), plainer});
    });
    return all;
}

std::string with_plainer(std::string_view utf8, std::string_view word)
{
    const auto plainer = plainer_for(word);
    if (plainer.empty()) return std::string(utf8);
    std::string text;
    each_part(utf8, [&](std::string_view part, bool is_word) {
        const auto small = is_word ? small_letters(part) : std::string{};
        if (small != word)
            text.append(part);
        else
            text.append(small == part ? std::string(plainer) : with_capital(plainer));
    });
    return text;
}

}  // namespace lots::plan
