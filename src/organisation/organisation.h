#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "messages/message.h"

namespace lots::organisation {

/// What a municipality's data may be. Real persons are refused until real sign-in is built (docs/operations.md).
enum class Kind { demo, test, real };
std::string_view name(Kind kind);

struct MunicipalityInfo {
    std::string code;              // 'ekvik': a to z, 0 to 9 and hyphens
    std::string name;              // 'Ekvik'
    std::string official_code;     // kommunkod, four digits
    Kind kind = Kind::demo;
    std::string profile = "{}";    // the method profile as JSON (profile.h); what is left out has its default
};

struct AgencyInfo {
    std::string code;              // 'polisen': what forms, API and addresses use
    std::string kind;              // one of agency_kinds
    std::string name;
};
inline constexpr std::string_view agency_kinds[] = {"social_services", "police",  "school",      "health", "sis", "prison_service",
                                                    "employment_service", "leisure", "association", "other"};

struct UnitInfo {
    AgencyId agency;
    std::string code, name;
};

struct PersonInfo {
    std::string handle;            // 'sara.lind': the sign-in name, never a personal number
    std::string name;
    std::string phone = {}, email = {};
    Language language = Language::sv;
};

struct Agency {
    AgencyId id;
    std::string code, kind, name;
};

struct Unit {
    UnitId id;
    AgencyId agency;
    std::string code, name;
    std::string agency_code, agency_kind, agency_name;
};

/// A person in one of the assignments that hold on a day.
struct Acting {
    PersonId person;
    AssignmentId assignment;
    std::string handle, name;
    access::Role role = access::Role::agency_staff;
    Unit unit;
};

}  // namespace lots::organisation
