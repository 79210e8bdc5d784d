#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "meeting/meeting.h"

namespace lots::meeting {

/// May this reader read the minutes of that meeting as they stand now? Under a permit for read_minutes or to hold the meeting.
bool may_read(const access::CasePermit& permit, const Meeting& meeting);
/// The newest minutes; none when nothing is written, or when they are not the reader's to read: drafts are for those who hold the meeting,
/// and a guardian reads locked minutes of meetings the guardian attended (settled 21).
std::optional<Minutes> minutes(const access::CasePermit& permit, const Meeting& meeting);
/// A new version; the older ones are kept. Returns its seq.
int add_minutes(const access::CasePermit& permit, const Meeting& meeting, const Minutes& minutes);
/// Whether the police's two roles were told at a meeting whose minutes are locked (S0-55).
bool police_role_told_before(const access::CasePermit& permit);

/// From now on nothing about the meeting can change.
void lock(const access::CasePermit& permit, const Meeting& meeting, int minutes_seq, bool counts_as_individual);
void add_adjustment(const access::CasePermit& permit, const Meeting& meeting, std::string_view text);
/// Oldest first. Call it for minutes that the reader may read.
std::vector<Adjustment> adjustments(const access::CasePermit& permit, const Meeting& meeting);

/// The reader has read the locked minutes; once is enough (S0-73).
void add_receipt(const access::CasePermit& permit, const Meeting& meeting);
struct Receipt {
    PersonId person;
    Instant read_at;
};
std::vector<Receipt> receipts(const access::CasePermit& permit, const Meeting& meeting);

/// The minutes were given to the young person (fields 3.5); oldest first.
void add_given(const access::CasePermit& permit, const Meeting& meeting, Date given_on, std::string_view way);
std::vector<Given> given(const access::CasePermit& permit, const Meeting& meeting);

}  // namespace lots::meeting
