#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::closure {

/// What has to be done before social services can close, as far as it is known before anything is typed.
struct Open {
    bool by_social_services = false;
    std::vector<int> goals;               // numbers
    std::set<int> with_result;
    std::vector<int> open_commitments;    // numbers
    std::set<int> handed_over;
    std::vector<int> without_minutes;     // numbers of meetings that were held and whose minutes can be locked and are not
    bool after_death = false;             // edge case 4.36: the results and what goes on are not asked for
};

/// Is everything in place for the decision?
/// returns  `about`: the number of the goal, the commitment or the meeting
/// source   "Vad är det?" 2.1 (S1-17), 3.5 (S1-62, S1-63), Fem punkter (S3-10)
guideline::Decision ready_to_close(const Open& open);

/// A commitment that somebody is to go on with.
struct GoesOn {
    bool of_agency = true;                // not the young person's or a guardian's own
    bool accepts = false;                 // the agency has said yes, on a day that has been
    bool consent_holds = false;           // sharing is open
    bool promised_it = false;             // the agency is the one that promised it: it knows of it already
};
/// May it be handed over to that agency? Responsibility for the young person remains with each agency after the end.
/// source  "Vad är det?" 3.5 (S1-62), settled 5 and 30
guideline::Decision may_hand_over(const GoesOn& goes_on);

/// What the decision itself says.
struct Said {
    std::string reason, ground;
};
/// source  S1-59
guideline::Decision says_why(const Said& said);

/// May social services decide that the group goes on? In closure review, or in the periodic decision about an active group.
/// source  lifecycle T17; S1-60, S1-61, S4-15
guideline::Decision may_continue(access::CaseState state, bool consent_holds);

/// The last day of the twelve months after the closure (S0-67, S0-68).
Date monitoring_last_day(Date closed_on);

/// Until when a paper of the case is kept, and what says so.
struct Kept {
    Date earliest_day;
    std::string_view reference;           // an id of guideline/law.h
};
/// The day on which a signed form or a plan may be destroyed at the earliest: so many years after the end, and what was about a child not
/// before that person has the age of the law. None when the law of that day has no number: then nothing says that it may be.
/// from        the day on which the paper began to hold: what was a child's paper then stays one
/// QUESTION: whether plans and forms belong to an investigation of a child's needs; we take the later day.
/// source      "Vad är det?" 4 (S1-65); SoL 16:1, 16:2 a
std::optional<Kept> kept_until(Date from, Date closed_on, Date born);

struct DutyFacts {
    access::CaseState state = access::CaseState::forming;
    std::optional<Date> raised_on;        // the closure question that is not answered yet
    std::optional<Date> continued_on;     // last decision to go on, or the day the group became active
    int continue_or_close_months = 6;     // a value of the profile (S1-61)
    std::optional<PersonId> officer;
    std::optional<Date> considered_on = {};  // minutes in which the group wanted closure to be considered, and nobody has raised it since
};

/// How many days social services have to answer a closure question. Our own value, the same as after a withdrawal (settled 4).
inline constexpr int decide_days = 7;

/// To answer a closure question (S1-60), and the decision to continue or close at least every so many months (S1-61).
std::vector<guideline::Duty> duties(const DutyFacts& facts);

}  // namespace lots::closure
