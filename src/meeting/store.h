#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "meeting/inputs.h"
#include "meeting/meeting.h"

namespace lots::meeting {

/// The meetings that the reader may know of, by number. A guardian gets those they are called to, without the other guardians; an
/// agency's manager gets the own agency's attendance without time and place (S0-57, settled 17 to 28).
std::vector<Meeting> meetings(const access::CasePermit& permit);
/// One of them; none when there is no such meeting or it is not the reader's.
std::optional<Meeting> meeting(const access::CasePermit& permit, int number);
/// The same for a number as it stands in an address.
std::optional<Meeting> meeting(const access::CasePermit& permit, std::string_view number);

/// The agenda that goes with a call: the standing points of that kind of meeting in order, one's own before the last.
std::vector<AgendaPoint> agenda_of(std::string_view kind, std::string_view own_points);

/// A guardian who is asked today; `place` counts them from 1, as the boxes for their reasons do.
struct AskedGuardian {
    SignatoryId id;
    int number = 0, place = 0;
};
std::vector<AskedGuardian> guardians_of(const access::CasePermit& permit);

/// Keeps a call with its agenda; returns its number.
int add(const access::CasePermit& permit, const CallMeeting& call, Instant starts_at);
void add_cancellation(const access::CasePermit& permit, const Meeting& meeting, std::string_view reason, std::string_view note);
/// Cancels what is called and has not begun, when no meeting is held in `state`; the finding that says so is put into the log entry. For
/// commands that end a case or let it rest, under whatever permit they have: nothing is read or given out. Returns how many there were.
int end_calls(const access::CasePermit& permit, access::CaseState state);
/// Marks the helpers who were called and no longer take part on the meeting's day: by a no, a changed or ended task, the consent.
/// Of somebody whose attendance is noted, and of a meeting that is cancelled or locked, what was stands. For meetings as they were
/// loaded, before a part of them is taken away for the reader.
void mark_fallen_away(const access::CasePermit& permit, std::vector<Meeting>& all);
void add_attendance(const access::CasePermit& permit, const Meeting& meeting, const NoteAttendance& note);

}  // namespace lots::meeting
