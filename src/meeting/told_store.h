#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "meeting/meeting.h"

// What agencies tell of the young person: pictures at a meeting, and the police's new suspicions.
namespace lots::meeting {

/// By number. A guardian gets those that were released to that guardian (settled 21). Call it with a permit for read_pictures.
std::vector<Picture> pictures(const access::CasePermit& permit, const Meeting& meeting);
/// All that were released to the reader, also of meetings that the reader was not called to. For a guardian; empty for all others.
std::vector<Picture> released_pictures(const access::CasePermit& permit);
/// Those of the reader's own agency, which it may read also before the minutes are locked.
std::vector<Picture> own_pictures(const access::CasePermit& permit, const Meeting& meeting);

struct NewPicture {
    AgencyId agency;
    std::vector<std::string> kinds;
    std::string_view text;
    std::string_view said_by = {}, way = {};  // on behalf of the agency; empty: by its own people
};
/// Returns its number at the meeting.
int add_picture(const access::CasePermit& permit, const Meeting& meeting, const NewPicture& picture);

/// By number; a guardian gets those that were released to that guardian.
std::vector<Suspicion> suspicions(const access::CasePermit& permit);
/// Returns its number in the case.
int add_suspicion(const access::CasePermit& permit, Date told_on, const std::optional<MeetingId>& meeting, const MembershipId& officer,
                  std::string_view text);

/// Which of the two is released.
enum class Item { picture, suspicion };
void add_release(const access::CasePermit& permit, Item item, const RecordId& id, const SignatoryId& guardian, std::string_view reason);
struct Release {
    RecordId item;
    int signatory = 0;                     // number
    std::string reason;                    // empty for readers who do not lead the case
};
std::vector<Release> releases(const access::CasePermit& permit);

}  // namespace lots::meeting
