#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::plan {

enum class Owner { youth, guardian, agency };

/// settled 29. Late and needs help are flags, not states.
enum class Status { not_started, ongoing, done, not_done, cancelled };

/// Whether something remains to be done: what was not done in time still is.
bool is_open(Status status);

/// A commitment as the days see it.
struct Promise {
    int number = 0;
    Owner owner = Owner::agency;
    Status status = Status::not_started;
    bool decided = false;                 // stands in the plan in force
    bool accepted = false;                // in its newest wording
    bool dropped = false;                 // the newest wording takes it out of the draft
    Date worded_on;                       // the day of the newest wording
    Date last_day;                        // the day that counts now, included
    std::optional<PersonId> person;       // of an agency's commitment
    std::optional<AgencyId> agency;
    std::optional<PersonId> asked;        // of the newest wording, who is to accept it
    std::optional<AgencyId> asked_agency;
    bool person_left = false;             // they take part no more
    bool asked_left = false;
    std::optional<PersonId> leader;       // of the group: passes on what somebody leaves behind
};

/// Has the day of a decided commitment passed while it is open? The young person's and guardians' own are never late.
/// source  guideline 4 (S0-31); settled 29 and 30
bool late(const Promise& promise, Date on);

/// What agencies owe: to accept within `acceptance_days` of the wording (settled 10), and to do it in time (S0-31). What somebody
/// leaves behind is passed on by whoever leads the group, by the commitment's own last day (edge 4.26).
std::vector<guideline::Duty> duties_of(const std::vector<Promise>& promises, int acceptance_days);

/// A goal as the decision sees it.
struct GoalFacts {
    int number = 0;
    bool actor_takes_part = false;        // the agency that answers for it has somebody in the group
};

/// A commitment as the decision sees it: in the wording that would be decided.
struct CommitmentFacts {
    int number = 0, goal = 0;
    Owner owner = Owner::agency;
    std::string agency_kind;              // empty when it is the young person's or a guardian's
    bool owner_takes_part = false;
    bool has_measure = false, has_documented_how = false, has_plain_words = false;
    int order_number = 0;                 // 0: not decided
    std::optional<int> after;
    Date last_day;
    bool in_force = false;                // this very wording was decided before; then its day may have passed
    bool accepted = false;
    bool cancelled = false;               // agreed at a meeting: it is no promise any more
    bool as_proposed = false;             // reads word for word like a proposal of Lots (S3-08)
    int plain_characters = 0;             // how long it is as the young person reads it
};

/// What the rules need to know of the plan that would be decided. Goals and commitments that were taken out are not in it.
struct PlanFacts {
    std::vector<GoalFacts> goals;
    std::vector<CommitmentFacts> commitments;
    bool minor = false;
    bool youth_took_part = false;
    bool guardians_took_part = false;     // each who must sign, or it is said why not
    std::optional<bool> changed;          // since the version in force; none when nothing was decided before
    std::vector<std::string> areas_left;  // of S2-02: neither a goal nor a reason; "school", "occupation", "leisure", "social"
    std::optional<Date> something_by;     // the day by which something concrete has happened (S4-42); none: not asked any more
};

/// The order is set (S1-53) when each has a place of its own and comes after the one that it waits for. A circle has no such order.
bool in_order(const PlanFacts& plan, const CommitmentFacts& commitment);

/// The lines of the young person's page that fit on two A4: 12 points, 18 mm margins, with headings (S1-49; the number is ours).
inline constexpr int plain_lines_max = 80;
/// How many lines the commitments take there.
int plain_lines(const PlanFacts& plan);

/// May social services decide this plan (T10, T12)?
/// on       the day of the decision: what is promised anew is due on it or later
/// returns  one finding for a requirement that all commitments meet, and one for each that does not; `about` is the commitment's number,
///          or "goal-2" for a goal, "area-school" for an area, "pages" for what must fit on two pages
/// source   guideline 6 (S0-79, S0-80), 4 (S0-28), "Så bildas" (S2-15: a version more is one that changes something), "Vad är det?" 3.3
///          (S1-49, S1-52, S1-53), Stockholm 2012 p. 4 (S4-16, S4-17) and 8 (S4-42), S2-02, S3-08, settled 10, edge case 4.21
guideline::Decision may_decide(const PlanFacts& plan, Date on);

}  // namespace lots::plan
