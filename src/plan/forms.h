#pragma once

#include "form/fields.h"
#include "plan/plan.h"

namespace lots::plan {

// Lists: "agencies" by code, "goals" and "commitments" by number, "owners" ("member-2", "signatory-1"); "own" and "adult" are there or not.
void add_goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices);
void change_goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices);
void add_commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices);
void change_commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices);
void drop_commitment_fields(form::Fields& form, DropCommitment& input, const form::Choices& choices);
void words_fields(form::Fields& form, WriteWords& input, const form::Choices& choices);
void accept_fields(form::Fields& form, Accept& input, const form::Choices& choices);
void report_fields(form::Fields& form, Report& input, const form::Choices& choices);
void decide_fields(form::Fields& form, Decide& input, const form::Choices& choices);

}  // namespace lots::plan
