#pragma once

#include <optional>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "consent/rules.h"
#include "guideline/decision.h"

namespace lots::group {

/// What the rules need to know of a private person whom the young person wishes to have along: a coach, a relative. No agency, and so
/// apart from the consent: each of those who sign says yes or no to this person alone, and a no ends nothing else (settled 2).
struct HelperFacts {
    bool wished = false;                          // the young person's own words and their day are kept
    std::vector<SignatoryId> yes = {}, no = {};   // by the newest answer of each
    std::optional<bool> suitable = {};            // social services' judgement; none: not judged yet
    std::optional<Date> from_day = {}, last_day = {};  // of the task, both included
    std::optional<Date> reservation_signed_on = {};
    std::optional<Date> own_secrecy_on = {};      // the day from which a duty of secrecy of the own is known
    bool ended = false;
};

/// Has this person signed a reservation, or a duty of secrecy of the own? One of them is enough, on whatever day.
inline bool is_bound(const HelperFacts& helper) { return helper.reservation_signed_on || helper.own_secrecy_on; }

/// Is there something to write of what binds this person? A duty of the own can be written anew, a signed paper stands.
inline bool may_be_bound(const HelperFacts& helper) { return helper.suitable.value_or(false) && !helper.reservation_signed_on; }

/// May anything be written that brings a private person nearer to the group: a wish, a yes, what binds them? What leads away
/// from it may always be written.
/// on       local day
/// rests    the case is suspended: nobody comes to it, also when a new consent holds that the work has not been resumed on
/// source   settled 4; edge case 4.26; S4-15
guideline::Decision may_come_nearer(const consent::Facts& consent, Date on, bool rests);

/// May social services accept this person?
/// on       local day
/// rests    the case is suspended: nobody comes to it
/// returns  one finding for each who signs; `about` is the signatory's number
/// source   "Vad är det?" 2.4 (S1-34), settled 2, S4-15
guideline::Decision may_accept_helper(const consent::Facts& consent, const HelperFacts& helper, Date on, bool rests = false);

/// Does this person take part that day, and so see what concerns the own task?
/// source   as may_accept_helper; S1-35 (social services judge, for a task from a day to a day); edge case 4.28 (a reservation, or a duty of
///          secrecy of the own)
guideline::Decision helper_takes_part(const consent::Facts& consent, const HelperFacts& helper, Date on);

/// When can this person come along next? For who is offered before a day is chosen.
/// from     local day, included, as are the task's first and last day and the consent's last
/// returns  the first day on which helper_takes_part is allowed; none when there is no such day
std::optional<Date> comes_along_next(const consent::Facts& consent, const HelperFacts& helper, Date from);

}  // namespace lots::group
