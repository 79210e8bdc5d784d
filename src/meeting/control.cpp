#include <algorithm>

#include "group/store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/words.h"

// The minutes as they will be locked, and who will read them.
namespace lots::meeting {

using access::Operation;
using html::Html;

namespace {

bool was_there(const Meeting& meeting, int signatory)
{
    return std::ranges::any_of(meeting.invitations, [&](const Invitation& one) {
        return one.signatory == signatory && (one.presence == "present" || one.presence == "digital");
    });
}

/// The young person, each guardian, and every agency in the group.
Html readers(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    std::vector<html::Content> lines;
    lines.emplace_back(asked.say("meeting.control.youth"));
    for (const auto& guardian : guardians_of(permit)) {
        const auto who = signatory_words(asked.language(), "guardian", place_of(permit.facts().consent, guardian.number));
        lines.emplace_back(asked.say(was_there(meeting, guardian.number) ? MessageKey("meeting.control.guardian")
                                                                         : MessageKey("meeting.control.guardian_not"),
                                     {{"who", who}}));
    }
    std::vector<std::string> agencies;
    for (const auto& member : group::members(permit))
        if (std::ranges::find(agencies, member.agency_name) == agencies.end()) agencies.push_back(member.agency_name);
    for (const auto& agency : agencies) lines.emplace_back(asked.say("meeting.control.agency", {{"agency", agency}}));
    return html::heading(3, asked.say("meeting.control.readers")) << html::bullets(lines);
}

}  // namespace

Html control_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    Html part;
    part << attendance_part(permit, meeting, asked, false) << follow_up_part(permit, meeting, asked, false);
    if (const auto looking = access::permit<Operation::read_pictures>(permit)) part << pictures_part(*looking, meeting, asked, false, false);
    part << minutes_part(permit, meeting, asked, false, false) << readers(permit, meeting, asked);
    return part << html::warning_text(asked.words(), {.text = asked.say("meeting.control.warning")});
}

}  // namespace lots::meeting
