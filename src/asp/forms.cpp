#include "asp/forms.h"

#include <algorithm>

#include "asp/rules.h"

namespace lots::asp {

namespace {

/// The register's codes that are for other things than a note about a group (S0-65, S0-66).
std::vector<std::string_view> codes_of_others()
{
    const auto of_notes = block_codes_of_notes();
    std::vector<std::string_view> others;
    for (const auto code : block_codes)
        if (std::ranges::find(of_notes, code) == of_notes.end()) others.push_back(code);
    return others;
}

}  // namespace

void reminder_fields(form::Fields& form, WriteReminder& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("conditions", input.conditions, form.coded("conditions", {"met", "not_met"}));
    form.day("assessed_on", input.assessed_on);
    form.day("noted_on", input.noted_on, {.required = false});
    form.one_of("contact", input.contact, choices.of("officers"), {.required = false});
    form.text("contact_way", input.contact_way, {.longest = 200, .required = false});
    // A page offers the one code of a note; a program may send any of the register's, and the rule answers.
    const auto codes = form.coded("block_code", {block_codes.begin(), block_codes.end()});
    form.one_of("block_code", input.block_code, form.offered(codes, codes_of_others()), {.required = false});
    form.seen("seq_seen", input.seq_seen);
}

void removal_fields(form::Fields& form, ConfirmRemoval& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.day("removed_on", input.removed_on);
    form.text("early_reason", input.early_reason, {.longest = 1000, .required = false, .rows = 3});
}

}  // namespace lots::asp
