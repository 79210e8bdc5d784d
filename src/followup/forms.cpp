#include "followup/forms.h"

namespace lots::followup {

void follow_up_fields(form::Fields& form, FollowUp& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.meeting);
    form.path("commitment", input.commitment);
    form.one_of("status", input.status, form.coded("status", {"not_started", "ongoing", "done", "not_done", "cancelled"}));
    form.text("text", input.text, {.longest = 2000, .rows = 5});
    form.day("new_last_day", input.new_last_day, {.required = false});
    form.flag("needs_help", input.needs_help);
    form.seen("seq_seen", input.seq_seen);
}

void undo_follow_up_fields(form::Fields& form, UndoFollowUp& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.meeting);
    form.path("commitment", input.commitment);
    form.one_of("status", input.status, form.coded("status", {"not_started", "ongoing", "done", "not_done", "cancelled"}));
    form.day("last_day", input.last_day, {.required = false});
    form.flag("needs_help", input.needs_help);
    form.seen("seq_seen", input.seq_seen);
}

}  // namespace lots::followup
