#include "cases/file_forms.h"

namespace lots::cases {

void correct_identity_fields(form::Fields& form, CorrectIdentity& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("given_name", input.given_name, {.longest = 100});
    form.text("family_name", input.family_name, {.longest = 100, .required = false});
    form.day("born", input.born);
    form.identity_number("personal_number", input.personal_number, {.required = false});
    form.text("reason", input.reason, {.longest = 1000, .rows = 3});
}

void change_officer_fields(form::Fields& form, ChangeOfficer& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.text("reason", input.reason, {.longest = 1000, .rows = 3});
    form.day("youth_told_on", input.youth_told_on, {.required = false});
}

void add_deputy_fields(form::Fields& form, AddDeputy& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.day("from_day", input.from_day);
    form.day("last_day", input.last_day);
}

void name_reader_fields(form::Fields& form, NameReader& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.flag("ends", input.ends);
}

void declare_conflict_fields(form::Fields& form, DeclareConflict& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("note", input.note, {.longest = 1000, .rows = 3});
}

}  // namespace lots::cases
