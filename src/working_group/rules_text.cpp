#include "working_group/rules_text.h"

#include <algorithm>
#include <regex>

namespace lots::working_group {

namespace {

/// A run of letters and digits, in small letters.
struct Word {
    std::string text;
    bool capital = false;   // begins with a capital letter
    bool first = false;     // of its sentence
};

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

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
        while (end < text.size() && (is_letter(static_cast<unsigned char>(text[end])) || is_digit(static_cast<unsigned char>(text[end])))) ++end;
        const auto word = text.substr(at, end - at);
        words.push_back({small(word), begins_with_capital(word), first});
        first = false;
        at = end;
    }
    return words;
}

/// The word itself, or its genitive.
bool is_word(const std::string& word, const std::string& wanted) { return word == wanted || word == wanted + "s"; }

bool has_phrase(const std::vector<Word>& words, std::string_view phrase)
{
    const auto wanted = words_of(phrase);
    if (wanted.empty() || wanted.size() > words.size()) return false;
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
        bool same = true;
        for (std::size_t i = 0; same && i < wanted.size(); ++i) same = is_word(words[at + i].text, wanted[i].text);
        if (same) return true;
    }
    return false;
}

/// The digits that stand together, hyphens and spaces between them left out.
std::vector<std::string> numbers_in(std::string_view text)
{
    std::vector<std::string> numbers{""};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (is_digit(c)) numbers.back() += text[i];
        else if (!((c == '-' || c == ' ' || c == '+') && i + 1 < text.size() && is_digit(static_cast<unsigned char>(text[i + 1]))))
            if (!numbers.back().empty()) numbers.emplace_back();
    }
    return numbers;
}

bool holds(const std::vector<std::string>& numbers, const std::string& wanted)
{
    return !wanted.empty() && std::ranges::any_of(numbers, [&](const std::string& one) { return one.find(wanted) != std::string::npos; });
}

constexpr std::array<std::string_view, 12> months{"januari", "februari", "mars",      "april",   "maj",      "juni",
                                                  "juli",    "augusti",  "september", "oktober", "november", "december"};

bool is_day_number(const std::string& word) { return word.size() <= 2 && std::ranges::all_of(word, [](char c) { return is_digit(static_cast<unsigned char>(c)); }); }

/// "3 maj": the number before the month, of that day or of any.
bool day_and_month(const std::vector<Word>& words, std::optional<Date> wanted)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!is_day_number(words[i].text)) continue;
        const auto month = std::ranges::find(months, words[i + 1].text);
        if (month == months.end()) continue;
        if (!wanted) return true;
        const auto number = static_cast<unsigned>(month - months.begin()) + 1;
        if (static_cast<unsigned>(wanted->month()) == number && static_cast<unsigned>(wanted->day()) == static_cast<unsigned>(std::stoul(words[i].text)))
            return true;
    }
    return false;
}

/// Whether that "24/7" is said of all the time: the words before it say so, and no year after it makes it a day. Anything else is a day:
/// a date that slips through shows who it is. `words` end with it.
bool is_all_the_time(const std::vector<Word>& words, const std::string& after)
{
    static const std::set<std::string> always{"stöd", "tillsyn", "tillgänglig", "tillgängligt", "uppkopplad", "nåbar"};
    static const std::set<std::string> always_in_two{"är på", "vara på", "alltid på", "dygnet runt"};
    static const std::regex year{R"(^(/[0-9]{2}|-[0-9]{2}|,? ?20[0-9]{2}))"};
    const auto number = words.size() - 2;  // "24" and "7" are two words
    if (words[number].first || number == 0 || std::regex_search(after, year)) return false;
    const auto& before = words[number - 1].text;
    return always.contains(before) || (number > 1 && always_in_two.contains(words[number - 2].text + " " + before));
}

/// "14/5": a day and a month. "24/7" is one too when `born` is on that day, whatever the words around it say.
bool day_with_slash(const std::string& text, Date born)
{
    const bool birthday = born.month() == std::chrono::July && born.day() == std::chrono::day{24};
    static const std::regex day{R"((^|[^0-9])((0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2]))(?![0-9]))"};
    for (std::sregex_iterator at(text.begin(), text.end(), day), none; at != none; ++at) {
        if (birthday || (*at)[2].str() != "24/7") return true;
        const auto end = static_cast<std::size_t>((*at)[2].second - text.begin());
        if (!is_all_the_time(words_of(std::string_view(text).substr(0, end)), text.substr(end))) return true;
    }
    return false;
}

bool ends_as_street(const std::string& word)
{
    for (const std::string_view ending : {"gatan", "vägen", "gränd", "stigen", "torget", "backen", "allén"})
        if (word.size() > ending.size() && word.ends_with(ending)) return true;
    return false;
}

/// Ways that there are everywhere.
bool is_common_way(const std::string& word)
{
    static const std::set<std::string> common{"skolvägen",  "hemvägen",   "gångvägen",  "cykelvägen",  "bilvägen",  "landsvägen",   "motorvägen",
                                              "genvägen",   "omvägen",    "gågatan",    "cykelstigen", "gångstigen", "skogsstigen", "skidbacken",
                                              "pulkabacken"};
    return common.contains(word);
}

/// A street: by its ending. What there is everywhere is one when it is written as a name or has a number.
bool is_street(const std::vector<Word>& words, std::size_t at)
{
    const auto& word = words[at];
    if (!ends_as_street(word.text)) return false;
    if (!is_common_way(word.text)) return true;
    const bool as_a_name = word.capital && !word.first;
    const bool with_number = at + 1 < words.size() && !words[at + 1].first && is_digit(static_cast<unsigned char>(words[at + 1].text[0]));
    return as_a_name || with_number;
}

/// A school that is called what any school is called leads to none.
bool is_any_school(std::string_view name)
{
    static const std::set<std::string> common{"skola",      "skolan",        "skolor",        "skolorna",  "grundskola",   "grundskolan",
                                              "grundskolor", "grundskolorna", "gymnasium",     "gymnasiet", "gymnasieskola", "gymnasieskolan",
                                              "gymnasieskolor", "gymnasieskolorna", "särskolan", "förskolan", "elevhälsan"};
    return std::ranges::all_of(words_of(name), [&](const Word& word) { return common.contains(word.text); });
}

bool is_school_class(const std::vector<Word>& words, std::size_t at)
{
    const auto& word = words[at].text;
    if (word.size() == 2 && word[0] >= '1' && word[0] <= '9' && word[1] >= 'a' && word[1] <= 'g') return true;  // 2h is two hours
    const bool says_class = word == "klass" || word == "åk" || word == "årskurs";
    return says_class && at + 1 < words.size() && is_digit(static_cast<unsigned char>(words[at + 1].text[0]));
}

/// Words with a capital letter inside a sentence that are no names of people.
bool is_no_name(const std::string& word)
{
    static const std::set<std::string> known{"polisen", "socialtjänsten", "skolan", "bup", "sis", "hvb", "sig", "lvu", "lul", "sol", "soc", "fritid"};
    return known.contains(word);
}

}  // namespace

std::set<Trace> traces_in(std::string_view text, const Known& known)
{
    const auto words = words_of(text);
    const auto numbers = numbers_in(text);
    std::set<Trace> traces;
    for (const auto& name : known.names)
        if (has_phrase(words, name)) traces.insert(Trace::own_name);
    const auto number = numbers_in(known.personal_number).front();
    if (holds(numbers, number) || (number.size() == 12 && holds(numbers, number.substr(2)))) traces.insert(Trace::own_number);
    auto born = iso(known.born);
    std::erase(born, '-');
    if (holds(numbers, born) || holds(numbers, born.substr(2)) || day_and_month(words, known.born)) traces.insert(Trace::own_birth_date);

    if (std::ranges::any_of(numbers, [](const std::string& one) { return one.size() >= 6; })) traces.insert(Trace::long_number);
    static const std::regex whole_date{R"([12][0-9]{3}(-[01][0-9]-[0-3][0-9]|/[01]?[0-9]/[0-3]?[0-9]))"};
    const std::string whole(text);
    if (day_and_month(words, {}) || day_with_slash(whole, known.born) || std::regex_search(whole, whole_date)) traces.insert(Trace::exact_date);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_school_class(words, i)) traces.insert(Trace::school_class);
        if (is_street(words, i)) traces.insert(Trace::address);
        if (words[i].capital && !words[i].first && !is_no_name(words[i].text)) traces.insert(Trace::possible_name);
    }
    for (const auto& school : known.schools)
        if (!is_any_school(school) && has_phrase(words, school)) traces.insert(Trace::school);
    for (const std::string_view event : {"tidningen", "nyheterna", "rånet på", "skjutningen", "sprängningen", "mordet", "branden"})
        if (has_phrase(words, event)) traces.insert(Trace::known_event);
    return traces;
}

std::string age_band(int age)
{
    if (age < 12) return "0-11";
    if (age < 15) return "12-14";
    if (age < 18) return "15-17";
    if (age < 21) return "18-20";
    return age < 26 ? "21-25" : "26-";
}

}  // namespace lots::working_group
