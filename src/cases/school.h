#pragma once

#include <optional>
#include <string>

#include "web/command.h"

namespace lots::cases {

/// The school that a young person goes to, which may lie in another district or municipality or have an organiser of its own (S4-25).
struct NameSchool {
    std::string case_number, agency, school, organiser;
    std::optional<Date> principal_contacted_on;
};

struct YouthSchool {
    std::string agency_code, agency_name;    // empty: none of the agencies here
    std::string school, organiser;           // organiser: municipal, other_municipality, independent, none
    std::optional<Date> principal_contacted_on;
};

/// As it stands now; none while nobody has named it. Social services' file.
std::optional<YouthSchool> school_of(const access::CasePermit& permit);

web::Command<NameSchool> name_school_command();
Result<std::string> school_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::cases
