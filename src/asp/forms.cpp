#include "asp/forms.h"

#include "asp/rules.h"

namespace lots::asp {

void reminder_fields(form::Fields& form, WriteReminder& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("conditions", input.conditions, form.coded("conditions", {"met", "not_met"}));
    form.day("assessed_on", input.assessed_on);
    form.day("noted_on", input.noted_on, {.required = false});
    form.one_of("contact", input.contact, choices.of("officers"), {.required = false});
    form.text("contact_way", input.contact_way, {.longest = 200, .required = false});
    form.one_of("block_code", input.block_code, form.coded("block_code", block_codes_of_notes()), {.required = false});
    form.seen("seq_seen", input.seq_seen);
}

void removal_fields(form::Fields& form, ConfirmRemoval& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.day("removed_on", input.removed_on);
    form.text("early_reason", input.early_reason, {.longest = 1000, .required = false, .rows = 3});
}

}  // namespace lots::asp
