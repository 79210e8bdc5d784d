#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "form/fields.h"
#include "organisation/groups.h"
#include "working_group/working_group.h"

namespace lots::working_group {

// --- meetings: no case content -------------------------------------------------------------------------------------------

/// The working groups that the reader may see: those in which they sit today, and for social services those for a district where their own
/// unit works (S2-04, S4-38a).
std::vector<organisation::StandingGroup> own_groups(access::Work& work);
/// Whether there is one of them: who may see none has no use for the page.
bool sees_a_group(access::Work& work);

/// Those of one's own groups, the newest first, at most `most`.
std::vector<Meeting> meetings(access::Work& work, int most);
/// The one with that number, if it is of one of the reader's groups.
std::optional<Meeting> meeting_of(access::Work& work, std::string_view number);
/// Called and not ended; the soonest first.
std::vector<Meeting> open_meetings(access::Work& work);
/// The day of the group's last meeting that was held; of its beginning when there was none.
Date last_met(access::Work& work, const RecordId& group);

/// Returns the meeting's number.
int add_meeting(access::Work& work, const RecordId& group, Instant starts_at, std::string_view place);
/// Who was there, how things are and what is done together. Its items are shown no more.
void add_end(access::Work& work, const Meeting& meeting, const EndMeeting& ended, const std::vector<RecordId>& present);
void add_call_off(access::Work& work, const Meeting& meeting);
/// Names and agencies of those who were there.
std::vector<std::string> present_at(access::Work& work, const RecordId& meeting);

std::vector<AreaItem> area_items(access::Work& work, const Meeting& meeting);
int add_area_item(access::Work& work, const Meeting& meeting, std::string_view text);

// --- items: each is a case's, and is asked for by itself -----------------------------------------------------------------

/// What the group is shown at a meeting that has not ended: only items that the reader may read now (settled 32), in order. Each one
/// is in the log; none has a way to its case.
std::vector<Item> items_shown(access::Work& work, const Meeting& meeting);

/// All items of a case with recommendation and answer, the newest first: social services' own file.
std::vector<Item> items_of_case(const access::CasePermit& permit);
/// Keeps the exact text with what it was warned for. Returns its number at the meeting.
int add_item(const access::CasePermit& permit, const Meeting& meeting, const PrepareItem& prepared, std::string_view age_band,
             const std::vector<std::string>& warnings);

/// The numbers of the items that have no recommendation yet, in order; also those that the reader may not read. Not those of
/// a case that has come further, nor of one in which the reader has a conflict of interest (edge case 4.14).
std::vector<int> waiting_items(access::Work& work, const Meeting& meeting);
/// The group's own record. The case is put into the log entry, and nothing of it is given out.
void add_recommendation(access::Work& work, const Meeting& meeting, int item, const Recommend& recommended);
void add_answer(const access::CasePermit& permit, const Item& item, bool follows, std::string_view reason);

}  // namespace lots::working_group
