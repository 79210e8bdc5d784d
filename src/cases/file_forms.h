#pragma once

#include "cases/file.h"
#include "form/fields.h"

namespace lots::cases {

void correct_identity_fields(form::Fields& form, CorrectIdentity& input, const form::Choices& choices);
void change_officer_fields(form::Fields& form, ChangeOfficer& input, const form::Choices& choices);
void add_deputy_fields(form::Fields& form, AddDeputy& input, const form::Choices& choices);
void name_reader_fields(form::Fields& form, NameReader& input, const form::Choices& choices);
void declare_conflict_fields(form::Fields& form, DeclareConflict& input, const form::Choices& choices);

}  // namespace lots::cases
