#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace lots::guideline {

/// A paragraph of law and the days it was, or is, in force under that name. Decisions keep the reference that was valid on their
/// day; a new act gives a new row, the old row stays.
struct LegalReference {
    std::string_view id;        // "sol-19-1": the idea, the same through the years
    std::string_view act_no;    // "2025:400"
    std::string_view act_name;
    std::string_view paragraph; // "19 kap. 1 §"
    Date from;
    std::optional<Date> last_day;  // included; none = still in force as far as was checked
    Date checked_on;            // when somebody last read the paragraph itself
    std::string_view amended_by = {};  // the act that gave it the wording of these days, when it is not the first: "2025:1501"
    bool day_uncertain = false; // nobody has verified `from`: it is our careful guess
};

/// All rows, by id and then by day.
std::span<const LegalReference> legal_references();

/// The row of that idea in force on the day. None outside the table: never the nearest.
std::optional<LegalReference> legal_reference(std::string_view id, Date on);

/// "19 kap. 1 § socialtjänstlagen (2025:400)", with ", i lydelse enligt SFS 2025:1501" when the paragraph was reworded.
std::string wording(const LegalReference& reference);

/// Where the act can be read, by its number.
std::string source_url(const LegalReference& reference);

/// Those in force on that day or later that nobody has read since `day`, in the order of the table.
std::vector<LegalReference> not_checked_since(Date day, Date on);

/// A number that the law itself sets: days, months, years. Like its paragraph it has days; outside them there is none.
struct LegalNumber {
    std::string_view id;        // "preliminary-assessment"
    int value;
    std::string_view unit;      // "dagar", "månader", "år"
    std::string_view reference; // id of its legal reference
    Date from;
    std::optional<Date> last_day;
    std::string_view what;      // in Swedish, as `lots method` prints it
    bool day_uncertain = false; // as of a reference
};

/// All of them, by id and then by day.
std::span<const LegalNumber> legal_numbers();

/// The number in force on the day, or none: never the nearest.
std::optional<LegalNumber> legal_number(std::string_view id, Date on);

}  // namespace lots::guideline
