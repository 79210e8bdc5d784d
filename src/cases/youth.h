#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"

namespace lots::cases {

/// Who a case is about, as recorded now.
struct Youth {
    std::string given_name, family_name;
    std::string personal_number;  // twelve characters, or empty when there is none
    Date born;                    // its own field: age never comes from the number alone
};

/// "Alex T.": given name and the first letter of the family name, for lists and headings.
std::string short_name(const Youth& youth);

/// A person whom nobody in the municipality has a record of yet; with a retention unit of their own.
YouthId add_youth(access::Work& work, const Youth& youth);
/// Who the case is about was wrong or has changed: what was known stays, and the newest counts (edge cases 4.11 and 4.33). The 18th birthday
/// follows the birth date.
void correct_youth(const access::CasePermit& permit, const Youth& youth, std::string_view reason);
/// Somebody with this personal number, by the keyed index.
std::optional<YouthId> find_youth(access::Work& work, std::string_view personal_number);
/// The cases about anybody who has or had that personal number, the newest first. Each is then asked for by itself.
std::vector<CaseId> cases_with_number(access::Work& work, std::string_view personal_number);
/// Whether this person has an open case.
bool has_open_case(access::Work& work, const YouthId& youth);

/// Whether somebody with the same personal number has another case that social services have taken up.
bool has_other_open_case(const access::CasePermit& permit);

/// The person a case is about, for a reader who may see the case itself. Members see name and age; the number is social services'.
Youth youth_of(const access::CasePermit& permit);

}  // namespace lots::cases
