#pragma once

#include "meeting/inputs.h"
#include "meeting/meeting.h"
#include "web/command.h"

namespace lots::meeting {

/// Calls a meeting, when the consent covers the meeting's day and everybody concerned is called.
web::Command<CallMeeting> call_command();
/// Says that a called meeting will not be, or was broken off before it was held.
web::Command<CancelMeeting> cancel_command();
/// How one of those who were called took part.
web::Command<NoteAttendance> attendance_command();
/// The minutes, as often as needed until they are locked.
web::Command<WriteMinutes> minutes_command();
web::Command<AddPicture> picture_command();
/// Locks the minutes: decides whether the meeting counted, and nothing about it changes any more (T9b, T11).
web::Command<LockMinutes> lock_command();
web::Command<AdjustMinutes> adjust_command();

}  // namespace lots::meeting
