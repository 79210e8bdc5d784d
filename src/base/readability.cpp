#include "base/readability.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/check.h"

namespace lots {

namespace {

constexpr int letters_of_a_long_word = 7;
constexpr int easy_at_most = 30, medium_at_most = 40;

std::vector<UChar32> characters_of(std::string_view text)
{
    check(text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) / 4, "text is below 512 MiB");
    std::vector<UChar32> characters;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
        characters.push_back(c);
    }
    return characters;
}

bool is_part_of_a_word(UChar32 c) { return c >= 0 && u_isalnum(c) != 0; }

/// What stands inside a word when there is one on both sides of it. U+2019 is the apostrophe that word processors write.
bool joins(UChar32 c) { return c == '-' || c == '.' || c == ',' || c == ':' || c == '\'' || c == 0x2019; }

/// Whether the sentence is over at a full stop or a colon: the next sign that is no space and no quotation mark or bracket is a capital
/// letter, or there is none.
bool ends_before_capital(const std::vector<UChar32>& text, std::size_t at)
{
    bool space = false;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        const auto c = text[i];
        if (is_part_of_a_word(c)) return space && u_isupper(c) != 0;
        space = space || u_isUWhiteSpace(c) != 0;
    }
    return true;
}

bool ends_sentence(const std::vector<UChar32>& text, std::size_t at)
{
    const auto c = text[at];
    if (c == '\n' || c == '!' || c == '?') return true;
    return (c == '.' || c == ':') && ends_before_capital(text, at);
}

}  // namespace

int Readability::lix() const
{
    if (words == 0 || sentences == 0) return 0;
    // In hundredths, rounded at the end: 100 * (words / sentences + 100 * long words / words).
    const int hundredths = (100 * words + sentences / 2) / sentences + (10000 * long_words + words / 2) / words;
    return (hundredths + 50) / 100;
}

Readability readability(std::string_view utf8)
{
    const auto text = characters_of(utf8);
    Readability count;
    int in_sentence = 0, letters = 0;
    bool in_word = false;
    const auto end_word = [&] {
        if (!in_word) return;
        ++count.words;
        ++in_sentence;
        if (letters >= letters_of_a_long_word) ++count.long_words;
        in_word = false;
        letters = 0;
    };
    const auto end_sentence = [&] {
        end_word();
        if (in_sentence == 0) return;
        ++count.sentences;
        count.longest_sentence = std::max(count.longest_sentence, in_sentence);
        in_sentence = 0;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_part_of_a_word(text[i])) {
            in_word = true;
            if (u_isalpha(text[i]) != 0) ++letters;
        }
        else if (in_word && joins(text[i]) && i + 1 < text.size() && is_part_of_a_word(text[i + 1])) continue;
        else if (ends_sentence(text, i)) end_sentence();
        else end_word();
    }
    end_sentence();
    return count;
}

Ease ease_of(int lix)
{
    if (lix <= easy_at_most) return Ease::easy;
    return lix <= medium_at_most ? Ease::medium : Ease::hard;
}

}  // namespace lots
