#pragma once

#include "form/fields.h"
#include "group/group.h"
#include "group/helpers.h"

namespace lots::group {

// Lists: "people" by sign-in name, "signatories" by number; "adult" is there or not, and so is "without_somebody", where a group begins
// without somebody who ought to be there and says why.
void appoint_coordinator_fields(form::Fields& form, AppointCoordinator& input, const form::Choices& choices);
void add_member_fields(form::Fields& form, AddMember& input, const form::Choices& choices);
void end_membership_fields(form::Fields& form, EndMembership& input, const form::Choices& choices);
void appoint_deputy_fields(form::Fields& form, AppointDeputy& input, const form::Choices& choices);
void end_deputy_fields(form::Fields& form, EndDeputy& input, const form::Choices& choices);
void tell_youth_fields(form::Fields& form, TellYouth& input, const form::Choices& choices);
void wish_helper_fields(form::Fields& form, WishHelper& input, const form::Choices& choices);
void answer_helper_fields(form::Fields& form, AnswerHelper& input, const form::Choices& choices);
void judge_helper_fields(form::Fields& form, JudgeHelper& input, const form::Choices& choices);
void sign_reservation_fields(form::Fields& form, SignReservation& input, const form::Choices& choices);
void end_helper_fields(form::Fields& form, EndHelper& input, const form::Choices& choices);
void start_planning_fields(form::Fields& form, StartPlanning& input, const form::Choices& choices);

}  // namespace lots::group
