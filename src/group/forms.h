#pragma once

#include "form/fields.h"
#include "group/group.h"

namespace lots::group {

// Lists: "people" by sign-in name.
void appoint_coordinator_fields(form::Fields& form, AppointCoordinator& input, const form::Choices& choices);
void add_member_fields(form::Fields& form, AddMember& input, const form::Choices& choices);
void end_membership_fields(form::Fields& form, EndMembership& input, const form::Choices& choices);
void start_planning_fields(form::Fields& form, StartPlanning& input, const form::Choices& choices);

}  // namespace lots::group
