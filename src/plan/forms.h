#pragma once

#include "form/fields.h"
#include "plan/plan.h"

namespace lots::plan {

// Lists: "agencies" and "absent" by code, "goals", "commitments", "helpers" and "guardians" by number, "owners", "police" and "people"
// ("member-2", "signatory-1"); "own", "of_agency", "again", "adult" and "conclusion" are there or not.
void add_goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices);
void change_goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices);
void add_commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices);
void change_commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices);
void drop_commitment_fields(form::Fields& form, DropCommitment& input, const form::Choices& choices);
void return_commitment_fields(form::Fields& form, ReturnCommitment& input, const form::Choices& choices);
void return_goal_fields(form::Fields& form, ReturnGoal& input, const form::Choices& choices);
void move_commitment_fields(form::Fields& form, MoveCommitment& input, const form::Choices& choices);
void propose_police_fields(form::Fields& form, ProposePolice& input, const form::Choices& choices);
void look_at_areas_fields(form::Fields& form, LookAtAreas& input, const form::Choices& choices);
void words_fields(form::Fields& form, WriteWords& input, const form::Choices& choices);
void accept_fields(form::Fields& form, Accept& input, const form::Choices& choices);
void report_fields(form::Fields& form, Report& input, const form::Choices& choices);
void decide_fields(form::Fields& form, Decide& input, const form::Choices& choices);

}  // namespace lots::plan
