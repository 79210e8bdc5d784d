#pragma once

#include "asp/asp.h"
#include "form/fields.h"

namespace lots::asp {

void reminder_fields(form::Fields& form, WriteReminder& input, const form::Choices& choices);
void removal_fields(form::Fields& form, ConfirmRemoval& input, const form::Choices& choices);

}  // namespace lots::asp
