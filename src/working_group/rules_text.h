#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace lots::working_group {

/// What in a text may lead to a certain person. The first eight may not stand there. The last two are hints: a school leads to few only
/// in a small town, and a machine cannot know a name from another word. So somebody looks and says why it is all right, or takes it away.
enum class Trace { own_name, own_number, own_birth_date, long_number, school_class, exact_date, address, known_event, school, possible_name };
inline constexpr std::array<std::string_view, 10> trace_names{"own_name",   "own_number", "own_birth_date", "long_number", "school_class",
                                                              "exact_date", "address",    "known_event",    "school",      "possible_name"};
inline constexpr std::size_t barred_traces = 8;

/// What is known of the person and the place, to look for in the text. Of a text about nobody: the schools alone.
struct Known {
    std::vector<std::string> names;    // of the young person: given and family names
    std::string personal_number;       // twelve characters, or empty
    std::optional<Date> born;
    std::vector<std::string> schools;  // names of the municipality's schools
};

/// Where in a text a trace stands: from its first byte to the one after its last.
struct Place {
    Trace trace = Trace::own_name;
    std::size_t begin = 0, end = 0;
};

/// All that may lead to somebody, in the order of the text. No two overlap: where several traces stand in the same words
/// they are one place, with the trace that weighs most (the first of them).
std::vector<Place> places_in(std::string_view text, const Known& known);

/// The text with a neutral word in brackets for each of its places: "bor på [adress]". A first help: somebody reads it
/// after.
std::string neutral(std::string_view text, const std::vector<Place>& places);

/// The traces that a text holds. It compares words without regard to capitals, also in the genitive; it cannot find everything, and a
/// text without traces is no proof that it leads to nobody.
/// source  guideline 4.1.2 (S0-37); edge case 4.15
std::set<Trace> traces_in(std::string_view text, const Known& known);

/// Those that a text about an area can have, where there is nobody to compare it with. A street is the place that one speaks
/// of: it is an address when its number stands there too.
std::set<Trace> traces_in_area(std::string_view text, const std::vector<std::string>& schools);

/// "15-17": the age is told in bands (edge case 4.15).
std::string age_band(int age);

}  // namespace lots::working_group
