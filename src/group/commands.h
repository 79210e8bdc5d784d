#pragma once

#include <optional>
#include <string_view>

#include "group/group.h"
#include "web/command.h"

namespace lots::group {

/// Social services name the one who holds the group together; the one before is replaced in the same moment (S1-72).
web::Command<AppointCoordinator> appoint_coordinator_command();
/// Somebody from an agency that the consent names takes part from now on.
web::Command<AddMember> add_member_command();
/// Somebody leaves; access ends in the same second. What goes on is handed over in writing (edge case 4.26).
web::Command<EndMembership> end_membership_command();
/// The group is complete enough: FORMING → PLANNING (T9).
web::Command<StartPlanning> start_planning_command();

/// "3" → 3. None for anything else, leading zeros included: one address for one thing.
std::optional<int> number_in(std::string_view text);

}  // namespace lots::group
