#pragma once

#include "followup/ladder.h"
#include "form/fields.h"

namespace lots::followup {

void escalate_fields(form::Fields& form, Escalate& input, const form::Choices& choices);
void answer_escalation_fields(form::Fields& form, AnswerEscalation& input, const form::Choices& choices);

}  // namespace lots::followup
