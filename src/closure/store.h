#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "closure/closure.h"

namespace lots::closure {

void add_question(const access::CasePermit& permit, std::string_view ground, std::string_view facts);
/// Those that no decision has answered yet, newest first. The group's: it needs the room.
std::vector<Question> open_questions(const access::CasePermit& permit);

/// The newest result of each goal, by number; needs the room.
std::vector<GoalResult> goal_results(const access::CasePermit& permit);
void add_goal_result(const access::CasePermit& permit, const GoalId& goal, std::string_view result, std::string_view text);

/// The newest hand-over of each commitment, by number; needs the room.
std::vector<HandOver> hand_overs(const access::CasePermit& permit);
void add_hand_over(const access::CasePermit& permit, const CommitmentId& commitment, const AgencyId& agency, std::string_view note,
                   Date accepted_on);
/// Whether the group is an insats that is decided (settled 33): then the end can be appealed, and the decision says how.
bool ends_a_decided_service(const access::CasePermit& permit);

void add(const access::CasePermit& permit, const CloseCase& closure, const RecordId& decision_note, Date monitoring_last_day);
/// None until the case is closed; needs the room.
std::optional<Closure> closure_of(const access::CasePermit& permit);
/// The day alone, for readers who are told only that it ended.
std::optional<Date> closed_on(const access::CasePermit& permit);

/// The state that the case was in before it was suspended or reviewed: where it goes on.
access::CaseState state_before_review(const access::CasePermit& permit);
/// Whether the case ever came to a group: then agencies had its room.
bool group_was_formed(const access::CasePermit& permit);
/// The first closure question that waits for an answer, and the last day on which it was decided to go on, or the group became active.
std::optional<Date> waiting_since(const access::CasePermit& permit);
/// The day of the first locked minutes since the last decision in which the group wanted closure to be considered, when nobody has raised it.
std::optional<Date> considered_since(const access::CasePermit& permit);
std::optional<Date> continued_on(const access::CasePermit& permit);

}  // namespace lots::closure
