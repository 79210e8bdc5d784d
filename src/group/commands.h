#pragma once

#include <optional>
#include <string_view>

#include "cases/page.h"
#include "group/group.h"
#include "group/helpers.h"
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

/// Somebody stands in for the coordinator from a day to a day, with the coordinator's own access (S1-72).
web::Command<AppointDeputy> appoint_deputy_command();
/// Before the last day; access ends in the same second.
web::Command<EndDeputy> end_deputy_command();
/// The young person was told who left and who stands in (edge case 4.26).
web::Command<TellYouth> tell_youth_command();

/// The young person wishes to have a private person along: who, for what, in which words (S1-34).
web::Command<WishHelper> wish_helper_command();
/// One of those who sign says yes or no to this person alone. A no ends the person's part at once, and nothing else (settled 2).
web::Command<AnswerHelper> answer_helper_command();
/// Social services judge whether the person is suitable, for a task from a day to a day: a decision of its own (S1-35).
web::Command<JudgeHelper> judge_helper_command();
/// The person has signed the reservation, or has a duty of secrecy of the own; from then on the own task can be read (edge case 4.28).
web::Command<SignReservation> sign_reservation_command();
web::Command<EndHelper> end_helper_command();

/// What the page of any of these begins with.
template <class Input>
web::Prepared<Input> prepared_for(const access::CasePermit& permit, const web::Asked& asked)
{
    web::Prepared<Input> prepared;
    prepared.header = cases::case_header(permit, asked);
    prepared.back = cases::case_url(permit) / "deltagare";
    return prepared;
}

/// "3" → 3. None for anything else, leading zeros included: one address for one thing.
std::optional<int> number_in(std::string_view text);

}  // namespace lots::group
