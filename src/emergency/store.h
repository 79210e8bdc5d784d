#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "emergency/emergency.h"
#include "emergency/rules.h"

namespace lots::emergency {

/// Newest first; social services' own.
std::vector<Emergency> emergencies(const access::CasePermit& permit);
std::optional<Emergency> emergency_of(const access::CasePermit& permit, std::string_view number);

/// The reader's own tie, from now on for so many hours. Returns its number.
int add(const access::CasePermit& permit, std::string_view reason, int hours);
void add_told(const access::CasePermit& permit, const Emergency& one);

/// Who is to be told: a manager of the unit that the person acted in, else the manager of the unit that has the case; never the person.
struct ToldTo {
    PersonId manager;
    bool has_case = false;                 // the case is that manager's own unit's
};
std::optional<ToldTo> told_to(const access::CasePermit& permit, const PersonId& person, const UnitId& unit);

/// What nobody has noted yet; no reason is opened.
std::vector<Untold> untold(const access::CasePermit& permit);

}  // namespace lots::emergency
