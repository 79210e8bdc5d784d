#pragma once

#include "meeting/inputs.h"
#include "meeting/meeting.h"
#include "web/command.h"

namespace lots::meeting {

/// Calls a meeting, when the consent covers the meeting's day and everybody concerned is called.
web::Command<CallMeeting> call_command();
/// Says that a called meeting will not be, or was broken off: before it was held, or by an intervention (S0-56).
web::Command<CancelMeeting> cancel_command();
/// Ja, Nej or Digitalt to a call, by who was called, until the meeting begins.
web::Command<AnswerCall> answer_call_command();
/// The same, written down by who holds the meeting for somebody who does not sign in (settled 15).
web::Command<RegisterAnswer> register_answer_command();
/// How one of those who were called took part.
web::Command<NoteAttendance> attendance_command();
/// The minutes, as often as needed until they are locked.
web::Command<WriteMinutes> minutes_command();
/// What an agency tells, written down on its behalf by who holds the meeting: who said it and how it came (settled 15).
web::Command<AddPicture> picture_command();
/// What the writer's own agency tells, from the call until the lock.
web::Command<OwnPicture> own_picture_command();
/// A new suspicion that the police can tell of; it asks for nothing that they cannot (S0-27, edge case 4.18).
web::Command<TellSuspicion> suspicion_command();
/// One item to one guardian, with a reason (settled 21; OSL 12:3).
web::Command<ReleaseItem> release_picture_command();
web::Command<ReleaseItem> release_suspicion_command();
/// A decision at the meeting, until its minutes are locked (S1-71).
web::Command<DecideAtMeeting> decide_command();
/// Locks the minutes: decides whether the meeting counted, and nothing about it changes any more (T9b, T11).
web::Command<LockMinutes> lock_command();
/// A correction or addition after the lock: a record of its own, beside the minutes.
web::Command<AdjustMinutes> adjust_command();
/// "I have read the minutes": who was away gets the same knowledge (S0-73).
web::Command<ReadMinutes> read_command();
/// The day the minutes were given to the young person (fields 3.5).
web::Command<GiveMinutes> give_command();

}  // namespace lots::meeting
