#pragma once

#include "form/fields.h"
#include "note/note.h"

namespace lots::note {

void note_fields(form::Fields& form, WriteNote& input, const form::Choices& choices);
void contact_fields(form::Fields& form, AddContact& input, const form::Choices& choices);
void disclose_fields(form::Fields& form, Disclose& input, const form::Choices& choices);
void protection_fields(form::Fields& form, FlagProtection& input, const form::Choices& choices);
void words_fields(form::Fields& form, WriteWords& input, const form::Choices& choices);

}  // namespace lots::note
