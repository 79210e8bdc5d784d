#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The words and numbers of a text that somebody wrote, and where they stand: from the first byte to the one after the last.
namespace lots::working_group {

/// A run of letters and digits, in small letters.
struct Word {
    std::string text;
    bool capital = false;  // begins with a capital letter
    bool first = false;    // of its sentence
    std::size_t begin = 0, end = 0;
};

/// Digits that stand together, hyphens and spaces between them left out.
struct Number {
    std::string digits;
    std::size_t begin = 0, end = 0;
};

constexpr bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

/// In the order of the text. What follows a full stop, a question or a line break is first of its sentence.
std::vector<Word> words_of(std::string_view text);
/// In the order of the text: "070-123 45" is one.
std::vector<Number> numbers_in(std::string_view text);

}  // namespace lots::working_group
