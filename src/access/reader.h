#pragma once

#include <string>

#include "access/words.h"
#include "base/id.h"
#include "messages/message.h"

namespace lots::access {

/// The young person, guardians and private helpers: pages, words and a frame of their own.
constexpr bool is_family(Role role) { return role == Role::youth || role == Role::guardian || role == Role::helper; }

/// Who asks, and in which role: one signed-in person acting in one dated assignment.
struct Reader {
    MunicipalityId municipality;
    PersonId person;
    AssignmentId assignment;
    Role role = Role::system_admin;
    UnitId unit;
    AgencyId agency;
    std::string agency_code, agency_kind, agency_name;  // "polisen", "police", "Polisen i Ekvik"
    std::string unit_name;
    std::string name;                                   // shown in the page's corner, never logged
    Language language = Language::sv;
};

}  // namespace lots::access
