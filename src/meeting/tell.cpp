#include "cases/care.h"
#include "form/labels.h"
#include "meeting/screen.h"
#include "meeting/words.h"

// Who has to be told that a meeting is called: Lots sends nothing to the young person, the guardians or private persons.
namespace lots::meeting {

using html::Html;

Html tell_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    if (meeting.state != State::called) return {};
    const form::Labels labels(asked.language(), "call_meeting");
    std::string ways;
    for (const auto way : ways_to_call) {
        const bool chosen = (" " + meeting.call_how + " ").find(" " + std::string(way) + " ") != std::string::npos;
        if (chosen && way != "in_lots") ways += (ways.empty() ? "" : ", ") + labels.find("call_how", way);
    }
    std::vector<html::Content> people;
    for (const auto& one : meeting.invitations)
        if (!one.member && !one.fell_away) people.emplace_back(who_words(asked.language(), one));
    Html part;
    if (!people.empty()) {
        part << html::heading(3, asked.say("meeting.tell.title"))
             << html::paragraph(ways.empty() ? asked.say("meeting.tell.in_lots") : asked.say("meeting.tell.how", {{"ways", ways}}))
             << html::bullets(people);
    }
    const auto care = cases::care_of(permit);
    if (care.danger_if_seen) part << html::warning_text(asked.words(), {.text = asked.say("meeting.tell.danger")});
    if (care.protected_identity) part << html::warning_text(asked.words(), {.text = asked.say("meeting.tell.protected")});
    return part;
}

}  // namespace lots::meeting
