#include "working_group/rules_text.h"

#include <algorithm>
#include <optional>
#include <regex>

#include "working_group/rules_words.h"

namespace lots::working_group {

namespace {

using Places = std::vector<Place>;

/// The word itself, or its genitive.
bool is_word(const std::string& word, const std::string& wanted) { return word == wanted || word == wanted + "s"; }

void find_phrase(Places& places, Trace trace, const std::vector<Word>& words, std::string_view phrase)
{
    const auto wanted = words_of(phrase);
    if (wanted.empty()) return;
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
        bool same = true;
        for (std::size_t i = 0; same && i < wanted.size(); ++i) same = is_word(words[at + i].text, wanted[i].text);
        if (same) places.push_back({trace, words[at].begin, words[at + wanted.size() - 1].end});
    }
}

void find_number(Places& places, Trace trace, const std::vector<Number>& numbers, std::string_view wanted)
{
    if (wanted.empty()) return;
    for (const auto& one : numbers)
        if (one.digits.find(wanted) != std::string::npos) places.push_back({trace, one.begin, one.end});
}

constexpr std::array<std::string_view, 12> months{"januari", "februari", "mars",      "april",   "maj",      "juni",
                                                  "juli",    "augusti",  "september", "oktober", "november", "december"};

bool is_day_number(const std::string& word) { return word.size() <= 2 && std::ranges::all_of(word, [](char c) { return is_digit(static_cast<unsigned char>(c)); }); }

/// "3 maj": the number before the month, of that day or of any.
void find_day_and_month(Places& places, Trace trace, const std::vector<Word>& words, std::optional<Date> wanted)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!is_day_number(words[i].text)) continue;
        const auto month = std::ranges::find(months, words[i + 1].text);
        if (month == months.end()) continue;
        const auto number = static_cast<unsigned>(month - months.begin()) + 1;
        const bool same =
            !wanted || (static_cast<unsigned>(wanted->month()) == number &&
                        static_cast<unsigned>(wanted->day()) == static_cast<unsigned>(std::stoul(words[i].text)));
        if (same) places.push_back({trace, words[i].begin, words[i + 1].end});
    }
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

/// "14/5": a day and a month; "2026-05-14" and "2026/5/14": a day. "24/7" is one too when `born` is on that day, whatever the words
/// around it say.
void find_written_days(Places& places, const std::string& text, const std::optional<Date>& born)
{
    const bool birthday = born && born->month() == std::chrono::July && born->day() == std::chrono::day{24};
    static const std::regex with_slash{R"((^|[^0-9])((0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2]))(?![0-9]))"};
    static const std::regex whole_date{R"([12][0-9]{3}(-[01][0-9]-[0-3][0-9]|/[01]?[0-9]/[0-3]?[0-9]))"};
    for (std::sregex_iterator at(text.begin(), text.end(), with_slash), none; at != none; ++at) {
        const auto begin = static_cast<std::size_t>((*at)[2].first - text.begin());
        const auto end = static_cast<std::size_t>((*at)[2].second - text.begin());
        const bool may_be_always = !birthday && (*at)[2].str() == "24/7";
        if (may_be_always && is_all_the_time(words_of(std::string_view(text).substr(0, end)), text.substr(end))) continue;
        places.push_back({Trace::exact_date, begin, end});
    }
    for (std::sregex_iterator at(text.begin(), text.end(), whole_date), none; at != none; ++at) {
        const auto begin = static_cast<std::size_t>((*at)[0].first - text.begin());
        places.push_back({Trace::exact_date, begin, begin + static_cast<std::size_t>((*at)[0].length())});
    }
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

/// "Storgatan 4", "Storgatan nr 4": what stands after a street makes it an address. A year does not.
bool has_house_number(std::string_view text, std::size_t after_street)
{
    static const std::regex number{R"(^ +(nr\.? *|nummer +)?[0-9]{1,3}(?![0-9]))"};
    return std::regex_search(std::string(text.substr(after_street)), number);
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

void find_person(Places& places, const std::vector<Word>& words, const std::vector<Number>& numbers, const Known& known)
{
    for (const auto& name : known.names) find_phrase(places, Trace::own_name, words, name);
    if (const auto own = numbers_in(known.personal_number); !own.empty()) {
        const std::string_view digits = own.front().digits;
        find_number(places, Trace::own_number, numbers, digits);
        if (digits.size() == 12) find_number(places, Trace::own_number, numbers, digits.substr(2));
    }
    if (!known.born) return;
    auto born = iso(*known.born);
    std::erase(born, '-');
    find_number(places, Trace::own_birth_date, numbers, born);
    find_number(places, Trace::own_birth_date, numbers, std::string_view(born).substr(2));
    find_day_and_month(places, Trace::own_birth_date, words, known.born);
}

void find_words(Places& places, const std::vector<Word>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (is_school_class(words, i)) {
            const bool with_number = !is_digit(static_cast<unsigned char>(word.text[0]));  // "klass 9", and not "8B"
            places.push_back({Trace::school_class, word.begin, with_number ? words[i + 1].end : word.end});
        }
        if (is_street(words, i)) places.push_back({Trace::address, word.begin, word.end});
        if (word.capital && !word.first && !is_no_name(word.text))
            places.push_back({Trace::possible_name, word.begin, word.end});
    }
}

std::string_view neutral_word(Trace trace)
{
    switch (trace) {
    case Trace::own_name:
    case Trace::possible_name:
        return "[namn]";
    case Trace::own_number:
    case Trace::long_number:
        return "[nummer]";
    case Trace::own_birth_date:
    case Trace::exact_date:
        return "[datum]";
    case Trace::school_class:
        return "[skolklass]";
    case Trace::address:
        return "[adress]";
    case Trace::known_event:
        return "[händelse]";
    case Trace::school:
        return "[skola]";
    }
    return "[borttaget]";
}

/// Every trace where it stands; the same words may be several.
Places all_in(std::string_view text, const Known& known)
{
    const auto words = words_of(text);
    const auto numbers = numbers_in(text);
    Places places;
    find_person(places, words, numbers, known);
    for (const auto& number : numbers)
        if (number.digits.size() >= 6) places.push_back({Trace::long_number, number.begin, number.end});
    find_day_and_month(places, Trace::exact_date, words, {});
    find_written_days(places, std::string(text), known.born);
    find_words(places, words);
    for (const auto& school : known.schools)
        if (!is_any_school(school)) find_phrase(places, Trace::school, words, school);
    for (const std::string_view event : {"tidningen", "nyheterna", "rånet på", "skjutningen", "sprängningen", "mordet", "branden"})
        find_phrase(places, Trace::known_event, words, event);
    return places;
}

}  // namespace

std::set<Trace> traces_in(std::string_view text, const Known& known)
{
    std::set<Trace> traces;
    for (const auto& place : all_in(text, known)) traces.insert(place.trace);
    return traces;
}

std::set<Trace> traces_in_area(std::string_view text, const std::vector<std::string>& schools)
{
    std::set<Trace> traces;
    for (const auto& place : all_in(text, {{}, {}, {}, schools}))
        if (place.trace != Trace::address || has_house_number(text, place.end)) traces.insert(place.trace);
    return traces;
}

std::vector<Place> places_in(std::string_view text, const Known& known)
{
    auto all = all_in(text, known);
    std::ranges::sort(all, {}, &Place::begin);
    std::vector<Place> apart;
    for (const auto& place : all) {
        if (apart.empty() || apart.back().end <= place.begin) {
            apart.push_back(place);
            continue;
        }
        apart.back().end = std::max(apart.back().end, place.end);
        apart.back().trace = std::min(apart.back().trace, place.trace);
    }
    return apart;
}

std::string neutral(std::string_view text, const std::vector<Place>& places)
{
    std::string changed;
    std::size_t done = 0;
    for (const auto& place : places) {
        changed += text.substr(done, place.begin - done);
        changed += neutral_word(place.trace);
        done = place.end;
    }
    changed += text.substr(done);
    return changed;
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
