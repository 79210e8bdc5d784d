#pragma once

#include <string>
#include <string_view>
#include <vector>

// Words that are heavy to read in what the young person reads, and a plainer one where Lots knows it (S1-49).
namespace lots::plan {

/// Small letters, also å, ä and ö.
std::string small_letters(std::string_view utf8);

struct HardWord {
    std::string word;               // in small letters
    std::string_view plainer = {};  // empty: none that fits every sentence
};
/// Each once, in the order they come: those that the list knows, and those that are so long that somebody should look at
/// them. Swedish.
std::vector<HardWord> hard_words(std::string_view utf8);

/// The text with the plainer word wherever this one stands, with a capital where it had one. As it was when the list does
/// not know the word: what comes in an address changes nothing else.
std::string with_plainer(std::string_view utf8, std::string_view word);

}  // namespace lots::plan
