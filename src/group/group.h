#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace lots::group {

/// What somebody does in the individual group. `coordinator` is given with the appointment and not by adding a member.
inline constexpr std::array<std::string_view, 9> functions{"case_officer",   "police_officer", "teacher",           "principal", "counsellor",
                                                           "leisure_leader", "health_contact", "institution_staff", "other"};

/// Somebody in the individual group, for the agency that the consent names.
struct Member {
    MembershipId id;
    int number = 0;                       // 1, 2 … in the case: the address of a member
    AgencyId agency;
    std::string agency_code, agency_name, agency_kind;
    PersonId person;
    UnitId unit;
    std::string name, function;
    bool knows_youth = false;
    Date from_day;
    std::optional<Instant> ended_at;
    std::string reason;                   // why this person; empty for readers who do not lead the case
};

/// Social services appoint the one who holds it together (S1-72).
struct AppointCoordinator {
    std::string case_number, person, reason, hand_over;
    std::optional<Date> youth_told_on;
};

struct AddMember {
    std::string case_number, person, function, reason;
    bool knows_youth = false;
};

struct EndMembership {
    std::string case_number, number, hand_over;
    std::optional<Date> youth_told_on;
};

struct StartPlanning {
    std::string case_number, missing_reason;
};

}  // namespace lots::group
