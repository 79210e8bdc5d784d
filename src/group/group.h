#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace lots::group {

/// What somebody does in the individual group. `coordinator` is given with the appointment and not by adding a member.
/// (S1-33, S2-16, S4-29, S4-44)
inline constexpr std::array<std::string_view, 20> functions{
    "case_officer",     "outpatient_worker", "police_officer",          "area_police",    "youth_police",
    "teacher",          "mentor",            "principal",               "counsellor",     "leisure_leader",
    "coach",            "field_worker",      "youth_therapist",         "treatment_staff", "health_contact",
    "child_psychiatry_contact", "probation_officer", "institution_staff", "qualified_contact_person", "other"};
/// Those that the table of memberships knew from the first day; the others lie beside it.
inline constexpr std::array<std::string_view, 10> first_functions{"case_officer", "coordinator",    "police_officer", "teacher",           "principal",
                                                                  "counsellor",   "leisure_leader", "health_contact", "institution_staff", "other"};
/// On what a qualified contact person rests (S4-44).
inline constexpr std::array<std::string_view, 3> contact_grounds{"sol", "lvu", "sanction"};

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
    std::string ground;                   // of a qualified contact person
};

/// Somebody who stands in for the coordinator, from a day to a day, both included.
struct Deputy {
    RecordId id;
    int number = 0;
    PersonId person;
    UnitId unit;
    std::string name;
    Date from_day, last_day;
    Instant made_at;
    std::optional<Instant> ended_at;
};

/// Social services appoint the one who holds it together (S1-72).
struct AppointCoordinator {
    std::string case_number, person, reason, hand_over;
    std::optional<Date> youth_told_on;
    std::string other_unit_reason = {};   // why somebody from a unit that the municipality takes no coordinators from (S4-19)
};

struct AddMember {
    std::string case_number, person, function, reason;
    bool knows_youth = false;
    std::string contact_ground = {};
};

struct AppointDeputy {
    std::string case_number, person, reason;
    std::optional<Date> from_day, last_day, youth_told_on;
    std::string other_unit_reason = {};   // as of a coordinator: who stands in leads too
};

struct EndDeputy {
    std::string case_number, number;
};

/// The young person has been told who left and who stands in (edge case 4.26).
struct TellYouth {
    std::string case_number;
    std::optional<Date> told_on;
};

struct EndMembership {
    std::string case_number, number, hand_over;
    std::optional<Date> youth_told_on;
};

struct StartPlanning {
    std::string case_number, missing_reason;
};

}  // namespace lots::group
