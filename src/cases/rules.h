#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::cases {

/// What every decision has to say (S1-71), and two more about a child (settled 14).
struct DecisionNote {
    std::string why, how, who, what;
    std::string childs_view, best_interests;
    std::string delegation;  // the point of the delegation order
};

/// Does the decision say varför, hur, vem and vad, and under 18 the child's own view and how the best interests were weighed?
/// source  "Vad är det?" 4 (S1-71); settled 14
guideline::Decision says_all(const DecisionNote& note, bool under_18);

/// Has it been decided within the time that the group goes on? Effort must not roll on as if unchanged crime were acceptable.
/// decided_on  the last decision to go on, or the day the group became active
/// months      a value of the profile; the same day that many months later is in time
/// source      "Vad är det?" 3.5 (S1-61)
guideline::Decision may_go_on(Date decided_on, int months, Date on);

/// May this person become the case's officer, or stand in for the officer? Not with a conflict of interest in it.
/// source  FL 16-18 §§, edge case 4.14
guideline::Decision may_have_case(bool conflicted);

/// May a new episode be opened for the same young person (T19)? With a new consent and a new plan, and one case at a time.
/// source  edge cases 4.13 and 4.16, lifecycle T19
guideline::Decision may_readmit(bool other_open_case);

/// The paragraph that a step in the life of a case rests on, or another decision that is made by taking a step ("coordinator"): an id of
/// guideline/law.h, whose wording of the step's own day is kept. Empty where a form of its own says it: T1 (the proposal's ground), T5, T10
/// and T17 (the decision's).
/// source  lifecycle 2, principles; S1-71; OSL 10:1, 12:2; SoL 14:3, 18:4, 20:2
std::string_view basis_of(std::string_view step);

struct OfficerFacts {
    access::CaseState state = access::CaseState::under_review;
    std::optional<PersonId> officer, manager;
    std::optional<Date> officer_conflicted_on;
    std::vector<std::pair<int, Date>> conflicted_members;  // number, and the day it was said
    std::optional<Date> officer_left_on = {}, coordinator_left_on = {};  // the first day without one, because the one there was has left
};
/// A case whose officer has a conflict of interest, or has left, is given to somebody else the same day; a coordinator who has left is
/// replaced, so that the group has one; a member with a conflict is replaced. A proposal that nobody has taken up has no officer yet, and
/// a case that has ended needs none.
/// source  FL 16-18 §§, edge cases 4.14 and 4.26; S1-72. That somebody of social services must have the case is our reading of S0-10
std::vector<guideline::Duty> duties_of(const OfficerFacts& facts);

}  // namespace lots::cases
