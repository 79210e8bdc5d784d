#pragma once

#include "emergency/emergency.h"
#include "form/fields.h"
#include "web/command.h"

namespace lots::emergency {

void open_fields(form::Fields& form, OpenCase& input, const form::Choices& choices);
void told_fields(form::Fields& form, NoteTold& input, const form::Choices& choices);

/// Opens the case to the reader for some hours: why, and how long. Nothing of the case is shown before.
web::Command<OpenCase> open_command();
/// The manager notes having read of it: who has the case, on the page of its file.
web::Command<NoteTold> told_command();
/// The same for the manager of another unit of social services, who has no other page of the case.
web::Command<NoteTold> told_elsewhere_command();

}  // namespace lots::emergency
