#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/rules.h"
#include "form/fields.h"
#include "meeting/load.h"
#include "web/command.h"
#include "web/site.h"

// "Möte pågår": everything that is noted while a meeting goes on, in one form. What was changed is kept, the rest is left alone.
namespace lots::followup {

/// How one of those who were called takes part. A substitute needs a name and is noted on a page of its own.
struct PresenceRow {
    std::string about = {};               // number of the line
    std::string presence = {}, reason = {};
    int line_seen = 0;
    int shown = 0;                        // mark of what the form showed: a row that comes back with the same was not changed
};
/// What the meeting says of one commitment.
struct SaidRow {
    std::string about = {};               // number of the commitment
    std::string status = {}, said = {};
    std::optional<Date> new_last_day = {};  // included
    bool needs_help = false;
    int seq_seen = 0;
    int shown = 0;                        // as above
};
struct HoldMeeting {
    std::string case_number = {}, number = {};
    std::vector<PresenceRow> presences = {};
    std::vector<SaidRow> said = {};
    meeting::Minutes minutes = {};
    int minutes_seen = 0, minutes_shown = 0;
    bool decides = false;                 // one decision goes with it
    cases::DecisionNote decision = {};
    std::string onward = {};              // where to go when it is kept: one of ways_onward; empty: stay
};
inline constexpr std::array<std::string_view, 4> ways_onward{"stay", "call_next", "new_commitment", "check"};

// The parts of the form, as the screen shows them beside each other.

void presence_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices);
void said_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices);
void minutes_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices);
void decision_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices);
/// All of them, and where to go then.
void hold_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices);

/// What stands there now, with everything that can be chosen.
web::Prepared<HoldMeeting> prepared_hold(const meeting::AtMeeting& at, const web::Asked& asked);
/// Keeps what was changed. It has no address for programs: they send one row at a time to the address of its own.
web::Command<HoldMeeting> hold_command();

/// The screen: agenda with what is done, follow-up, minutes, decisions and what comes next.
Result<web::View> hold_page(access::Work& work, const web::Asked& asked);

}  // namespace lots::followup
