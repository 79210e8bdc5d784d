#pragma once

#include "followup/followup.h"
#include "form/fields.h"

namespace lots::followup {

void follow_up_fields(form::Fields& form, FollowUp& input, const form::Choices& choices);
void undo_follow_up_fields(form::Fields& form, UndoFollowUp& input, const form::Choices& choices);

}  // namespace lots::followup
