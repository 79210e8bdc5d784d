#pragma once

#include "closure/closure.h"
#include "form/fields.h"

namespace lots::closure {

// A choice that says what is not asked: "adult" (the child's view and best interests). Unset in the description of the API, which then
// shows all there is. "can_be_appealed": how the young person was told so is asked, and may not be left out.

void raise_fields(form::Fields& form, RaiseClosure& input, const form::Choices& choices);
void goal_result_fields(form::Fields& form, SetGoalResult& input, const form::Choices& choices);
void hand_over_fields(form::Fields& form, HandOverCommitment& input, const form::Choices& choices);
void continue_fields(form::Fields& form, ContinueCase& input, const form::Choices& choices);
void close_fields(form::Fields& form, CloseCase& input, const form::Choices& choices);
void close_after_death_fields(form::Fields& form, CloseCase& input, const form::Choices& choices);

}  // namespace lots::closure
