#pragma once

#include "form/fields.h"
#include "meeting/inputs.h"
#include "meeting/meeting.h"

namespace lots::meeting {

void call_fields(form::Fields& form, CallMeeting& input, const form::Choices& choices);
void cancel_fields(form::Fields& form, CancelMeeting& input, const form::Choices& choices);
void answer_call_fields(form::Fields& form, AnswerCall& input, const form::Choices& choices);
void register_answer_fields(form::Fields& form, RegisterAnswer& input, const form::Choices& choices);
void attendance_fields(form::Fields& form, NoteAttendance& input, const form::Choices& choices);
void minutes_fields(form::Fields& form, WriteMinutes& input, const form::Choices& choices);
void decide_fields(form::Fields& form, DecideAtMeeting& input, const form::Choices& choices);
void picture_fields(form::Fields& form, AddPicture& input, const form::Choices& choices);
void own_picture_fields(form::Fields& form, OwnPicture& input, const form::Choices& choices);
void suspicion_fields(form::Fields& form, TellSuspicion& input, const form::Choices& choices);
void release_picture_fields(form::Fields& form, ReleaseItem& input, const form::Choices& choices);
void release_suspicion_fields(form::Fields& form, ReleaseItem& input, const form::Choices& choices);
void read_fields(form::Fields& form, ReadMinutes& input, const form::Choices& choices);
void give_fields(form::Fields& form, GiveMinutes& input, const form::Choices& choices);
void lock_fields(form::Fields& form, LockMinutes& input, const form::Choices& choices);
void adjust_fields(form::Fields& form, AdjustMinutes& input, const form::Choices& choices);

}  // namespace lots::meeting
