#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/readability.h"
#include "messages/catalogue.h"

// UX 4: what staff read has LIX 40 at most and sentences of at most 20 words; what young people and guardians read has 30 and 12.
namespace {

using namespace lots;
using namespace std::chrono_literals;

struct Limits {
    int lix, words;
};
constexpr Limits for_staff{40, 20}, for_the_family{30, 12};
/// With fewer words the index says more of a single long word than of the text: names of roles, headings.
constexpr int words_for_lix = 100;

/// What the young person, the guardians and the private helpers read.
constexpr std::array<std::string_view, 9> family{"my_plan.",  "about_me.",    "family.",     "consent.own.",        "consent.sheet.",
                                                 "consent.information.", "note.words.", "command.youth_words.", "field.youth_words."};
/// A command in their hands has words of its own: "command.report_commitment.family.title".
constexpr std::string_view second_face = ".family.";

/// Sentences that are longer, and why they stay so.
const std::map<std::string, std::string, std::less<>> longer_with_reason{
    {"consent.sheet.follow_up_text", "the question about research as the guideline words it, on the paper that is signed"},
};

/// What the key is counted with when the family reads it; empty when staff do.
std::string_view family_subject(std::string_view key)
{
    const auto prefix = std::ranges::find_if(family, [key](std::string_view one) { return key.starts_with(one); });
    if (prefix != family.end()) return *prefix;
    return key.find(second_face) == std::string_view::npos ? std::string_view{} : second_face;
}
bool is_family(std::string_view key) { return !family_subject(key).empty(); }

/// Where the pattern uses the placeholder for a choice or a number: behind "{name,". npos when it only puts the value in.
std::size_t use_of(std::string_view pattern, std::string_view name)
{
    for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
        if (pattern.substr(at + 1, name.size()) != name) continue;
        const auto comma = pattern.find_first_not_of(' ', at + 1 + name.size());
        if (comma != std::string_view::npos && pattern[comma] == ',') return pattern.find_first_not_of(' ', comma + 1);
    }
    return std::string_view::npos;
}

/// The words that a select chooses by: "youth", "adult", "other". `at`: of the word "select".
std::vector<std::string> options_of(std::string_view pattern, std::size_t at)
{
    std::vector<std::string> options;
    std::string word;
    int depth = 0;
    for (auto i = pattern.find(',', at) + 1; i < pattern.size() && depth >= 0; ++i) {
        const char c = pattern[i];
        if (c == '{') {
            if (depth++ == 0) options.push_back(std::exchange(word, {}));
        }
        else if (c == '}') --depth;
        else if (depth == 0 && c != ' ' && c != '\n') word += c;
    }
    return options;
}

std::vector<std::string> names_of(std::string_view placeholders)
{
    std::vector<std::string> names;
    while (!placeholders.empty()) {
        const auto end = std::min(placeholders.find(' '), placeholders.size());
        names.emplace_back(placeholders.substr(0, end));
        placeholders.remove_prefix(std::min(end + 1, placeholders.size()));
    }
    return names;
}

/// The text with a day, a number or a name where something is filled in; once for each option of its first choice.
std::vector<std::string> said(const CatalogueEntry& entry)
{
    const auto& text = entry.texts[static_cast<std::size_t>(Language::sv)];
    const auto names = names_of(text.placeholders);
    std::vector<std::string> options;
    std::string chosen_by;
    std::vector<Arg> args;
    for (const auto& name : names) {
        const auto use = text.shape == TextShape::rich ? use_of(text.text, name) : std::string_view::npos;
        const bool is_day = name == "day" || name == "from" || name == "to" || name == "until";
        if (use == std::string_view::npos && is_day) args.emplace_back(name, 2026y / 12 / 1);
        else if (use == std::string_view::npos) args.emplace_back(name, "Alex");
        else if (!text.text.substr(use).starts_with("select,") && !text.text.substr(use).starts_with("select ")) args.emplace_back(name, 3);
        else if (options.empty()) {
            options = options_of(text.text, use);
            chosen_by = name;
        }
        else args.emplace_back(name, "other");
    }
    const auto key = MessageKey::of_name(entry.key);
    REQUIRE(key.has_value());
    if (options.empty()) return {say(Language::sv, *key, args)};
    std::vector<std::string> texts;
    for (const auto& option : options) {
        args.emplace_back(chosen_by, option);
        texts.push_back(say(Language::sv, *key, args));
        args.pop_back();
    }
    return texts;
}

/// Several texts as one.
struct Sum {
    Readability count;
    void add(const Readability& more)
    {
        count.words += more.words;
        count.long_words += more.long_words;
        count.sentences += more.sentences;
    }
};

void check_lix(const std::string& prefix, const Sum& sum, const Limits& limits)
{
    if (sum.count.words < words_for_lix) return;
    CHECK_MESSAGE(sum.count.lix() <= limits.lix, prefix << " has LIX " << sum.count.lix());
}

}  // namespace

TEST_CASE("UX 4 No sentence is longer than its reader wants: 20 words for staff, 12 for the family, or there is a reason")
{
    std::size_t looked_at = 0;
    for (const auto& entry : catalogue_entries()) {
        const int most = is_family(entry.key) ? for_the_family.words : for_staff.words;
        if (longer_with_reason.contains(entry.key)) continue;
        for (const auto& text : said(entry)) {
            ++looked_at;
            const int longest = readability(text).longest_sentence;
            CHECK_MESSAGE(longest <= most, std::string(entry.key) << ": " << longest << " words in " << text);
        }
    }
    CHECK(looked_at > 1000);
}

TEST_CASE("UX 4 LIX is at most 40 for staff and 30 for the family, subject by subject")
{
    std::map<std::string, Sum> staff, families;
    Sum whole_family;
    for (const auto& entry : catalogue_entries()) {
        const auto subject = family_subject(entry.key);
        const bool theirs = !subject.empty();
        auto& sum = theirs ? families[std::string(subject)] : staff[std::string(entry.key.substr(0, entry.key.find('.')))];
        for (const auto& text : said(entry)) {
            sum.add(readability(text));
            if (theirs) whole_family.add(readability(text));
        }
    }
    for (const auto& [prefix, sum] : staff) check_lix(prefix, sum, for_staff);
    for (const auto& [prefix, sum] : families) check_lix(prefix, sum, for_the_family);
    CHECK(whole_family.count.words > words_for_lix);
    check_lix("the family", whole_family, for_the_family);
    CHECK(families.contains(std::string(second_face)));
    for (const auto prefix : family) CHECK_MESSAGE(families.contains(std::string(prefix)), "no text begins with " << std::string(prefix));
}

TEST_CASE("UX 4 A reason for a long sentence goes when the sentence has become short")
{
    for (const auto& [key, reason] : longer_with_reason) {
        CAPTURE(key);
        CHECK_FALSE(reason.empty());
        const auto entry = std::ranges::find(catalogue_entries(), std::string_view(key), &CatalogueEntry::key);
        REQUIRE(entry != catalogue_entries().end());
        const int most = is_family(key) ? for_the_family.words : for_staff.words;
        CHECK(std::ranges::any_of(said(*entry), [most](const std::string& text) { return readability(text).longest_sentence > most; }));
    }
}
