#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "guideline/decision.h"
#include "guideline/duty.h"
#include "plan/rules.h"

// The ladder: what an agency does not do is lifted to its own manager, then to the working group, then to the steering
// group, and there without saying whom it is about (S1-37, lifecycle T13).
namespace lots::followup {

inline constexpr int top_level = 3;
/// What can be lifted: a commitment that is late, one that nobody has taken on in time, an agency that stays away from
/// meetings.
inline constexpr std::array<std::string_view, 3> lifted_things{"late", "not_accepted", "absent"};

/// What an agency owes, as the ladder sees it.
struct Owed {
    plan::Owner owner = plan::Owner::agency;
    bool open = true;   // it is still so: not done, not accepted, absent the last times
    Date last_day;      // included: late from the day after
    int lifted_to = 0;  // the highest level that it was lifted to since; 0: none
};

/// The first day on which it may be lifted to that level.
/// level   1 to 3
/// ladder_days  a value of the profile: how many days late, in rising order. 0 means as soon as it is late.
Date level_from(Date last_day, int level, const std::vector<int>& ladder_days);

/// Is the plan worked with? Only then is anything lifted, or asked of a level: not while a case rests, nor after it has ended.
/// state  effective
bool at_work(access::CaseState state);

/// May this be lifted to that level today? One step at a time. The young person's and the guardians' own never climb.
/// source  "Vad är det?" 2.5 (S1-37), guideline 4 (S0-31), settled 30, lifecycle T13
guideline::Decision may_lift(const Owed& owed, int level, Date on, const std::vector<int>& ladder_days);

struct LadderFacts;
/// May any of it be lifted today, to its next level? One finding, met when something may.
/// source  as may_lift
guideline::Decision may_lift_any(const LadderFacts& facts, Date on);

/// Has an agency stayed away repeatedly? The two last meetings that it was called to.
/// absences  of one agency, oldest first: whether nobody of it came
bool stays_away(const std::vector<bool>& absences);

/// Something owed, with its place.
struct OwedHere {
    Owed owed;
    std::string_view what;          // one of lifted_things
    std::optional<int> commitment;  // number; none when an agency stays away
    std::optional<AgencyId> agency;
};
struct LadderFacts {
    access::CaseState state = access::CaseState::active;  // effective
    std::vector<OwedHere> owed;
    std::optional<PersonId> coordinator;
    std::vector<int> ladder_days;
};
/// Who holds the group together lifts what is late to the next level (S1-37). Nothing while a case rests, or after it has
/// ended. source  S1-37, S0-31, S1-06, S4-19 (who coordinates sees that all do their part)
std::vector<guideline::Duty> ladder_duties(const LadderFacts& facts, Date on);
/// The next day on which something of it becomes late by itself; none when nothing will.
std::optional<Date> next_late(const LadderFacts& facts, Date on);

}  // namespace lots::followup
