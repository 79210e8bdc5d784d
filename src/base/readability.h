#pragma once

#include <cstdint>
#include <string_view>

namespace lots {

/// How heavy a text is to read, in numbers that anybody can count again by hand.
struct Readability {
    int words = 0;
    int long_words = 0;        // of more than six letters
    int sentences = 0;
    int longest_sentence = 0;  // in words

    /// The readability index of Swedish texts: words for each sentence and long words for each hundred words, added and
    /// rounded to a whole number. 0 when there are no words.
    /// source  Carl-Hugo Björnsson, Läsbarhet, 1968
    int lix() const;
};

/// Counts a text, valid UTF-8. A word is letters and digits; a hyphen, a full stop, a comma, a colon or an apostrophe between two of them
/// belongs to it ("15.00", "SIG-2026-014"). A sentence ends at a line break, at "!" and "?", and at a full stop or a colon before a capital
/// letter or the end, so that "kl. 15.00" ends none. A text without any of them is one sentence.
Readability readability(std::string_view utf8);

/// What the index means to a reader: up to 30 as in a children's book, up to 40 as in a novel.
enum class Ease : std::uint8_t { easy, medium, hard };
Ease ease_of(int lix);

}  // namespace lots
