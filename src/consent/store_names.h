#pragma once

#include <map>
#include <string>

#include "access/permit.h"

namespace lots::consent {

/// What the young person calls the own guardians: their names, by number in the case. Empty for every other reader, for guardians
/// are shown no other (settled 18), and without those who have protected personal data (edge 4.5) or are guardians no more.
std::map<int, std::string> guardian_names(const access::CasePermit& permit);

}  // namespace lots::consent
