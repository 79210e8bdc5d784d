#include "followup/ladder_forms.h"

namespace lots::followup {

void escalate_fields(form::Fields& form, Escalate& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("what", input.what, choices.of("owed"));
    form.one_of("level", input.level, form.coded("level", {"1", "2", "3"}));
    form.text("reason", input.reason, {.longest = 2000, .rows = 5});
}

void answer_escalation_fields(form::Fields& form, AnswerEscalation& input, const form::Choices& choices)
{
    form.one_of("number", input.number, choices.of("lifted"));
    form.text("text", input.text, {.longest = 2000, .rows = 5});
    form.day("done_by", input.done_by, {.required = false});
}

}  // namespace lots::followup
