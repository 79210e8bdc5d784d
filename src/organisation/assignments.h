#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "access/work.h"
#include "organisation/organisation.h"

namespace lots::organisation {

/// What somebody does in a unit, from a day until a day.
struct Assignment {
    AssignmentId id;
    int number = 0;  // 1, 2 … in the unit, in the order they were given: its address
    PersonId person;
    std::string handle, name;
    access::Role role = access::Role::agency_staff;
    Date from_day;                      // included
    std::optional<Date> last_day = {};  // included
};

/// The assignments in the unit that have not ended, those that begin later too, by sign-in name. Never those of young
/// people, guardians and helpers: that somebody has such an account says what somebody is.
std::vector<Assignment> assignments_in(access::Work& work, const UnitId& unit);
/// The one of that number, when it has no last day yet.
std::optional<Assignment> open_assignment(access::Work& work, const UnitId& unit, std::string_view number);

/// Whether that person has ever had a role of the family: no staff role is given on the same account.
bool is_private_account(access::Work& work, const PersonId& person);
/// Whether the agency is only the place of the family's own accounts: nobody works there, so it gets no units.
bool holds_private_accounts(access::Work& work, const Agency& agency);

/// Everybody in the municipality has these roles at work; in the order of access/words.h.
std::vector<access::Role> roles_at_work();

/// What a unit does in the life of a case, and the districts where it works (layout.h).
struct UnitMore {
    std::vector<std::string> parts;      // of unit_parts
    std::vector<std::string> districts;  // names
};
UnitMore more_of(access::Work& work, const UnitId& unit);
/// Which nämnd answers for the agency, where that is known.
std::optional<std::string> board_of(access::Work& work, const AgencyId& agency);

}  // namespace lots::organisation
