#include "working_group/rules_words.h"

#include <utility>

namespace lots::working_group {

namespace {

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }

/// Small letters of ASCII and of what Latin-1 has besides: å, ä, ö, é and their like (two bytes that begin with C3).
std::string small(std::string_view text)
{
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto c = static_cast<unsigned char>(out[i]);
        if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 0x20);
        const bool after_c3 = i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xc3;
        if (after_c3 && c >= 0x80 && c <= 0x9e && c != 0x97) out[i] = static_cast<char>(c + 0x20);
    }
    return out;
}

bool begins_with_capital(std::string_view word) { return !word.empty() && small(word.substr(0, 2)) != word.substr(0, 2); }

}  // namespace

std::vector<Word> words_of(std::string_view text)
{
    std::vector<Word> words;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (!is_letter(c) && !is_digit(c)) {
            if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n') first = true;
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() &&
               (is_letter(static_cast<unsigned char>(text[end])) || is_digit(static_cast<unsigned char>(text[end]))))
            ++end;
        const auto word = text.substr(at, end - at);
        words.push_back({small(word), begins_with_capital(word), first, at, end});
        first = false;
        at = end;
    }
    return words;
}

std::vector<Number> numbers_in(std::string_view text)
{
    std::vector<Number> numbers;
    Number one;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (is_digit(c)) {
            if (one.digits.empty()) one.begin = i;
            one.digits += text[i];
            one.end = i + 1;
            continue;
        }
        const bool goes_on =
            (c == '-' || c == ' ' || c == '+') && i + 1 < text.size() && is_digit(static_cast<unsigned char>(text[i + 1]));
        if (goes_on || one.digits.empty()) continue;
        numbers.push_back(std::move(one));
        one = {};
    }
    if (!one.digits.empty()) numbers.push_back(std::move(one));
    return numbers;
}

}  // namespace lots::working_group
