#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guideline/decision.h"
#include "guideline/duty.h"
#include "organisation/rules.h"
#include "working_group/rules_text.h"

namespace lots::working_group {

/// May the working group be called?
/// chosen   the municipality has one, by its profile and its organisation
/// source   guideline 4.1.2 (S0-35); Lund (S2-08)
guideline::Decision may_call(bool by_social_services, bool chosen);

/// Was it a meeting of the working group? Asked when it is ended as held.
/// present  the seats of those who were there
/// source   guideline 4.1.2 (S0-38); Lund (S2-08)
guideline::Decision may_hold(const std::vector<organisation::SeatFacts>& present);

/// What the rules need to know of an item.
struct ItemFacts {
    bool named = false;                     // taken up by name
    std::set<Trace> traces;                 // in the text
    int could_be_about = 0;                 // young people in the area that the text could be about
    int fewest = 20;                        // a value of the profile
    bool named_allowed = false;             // a value of the profile (settled 9)
    bool all_have_signed = false;           // the narrow consent that names the working group, on paper
    std::optional<Date> consent_signed_on, consent_last_day;
    Date on;                                // today
    std::optional<Date> meeting_day;        // of a meeting that is called and has not ended; none: there is no such
};

/// May the working group be shown this?
/// returns  without a name: one finding for each sort of trace (`about` is its code) and, for how many it could be about, "few". What may not
///          stand there must be met: the own name, numbers, class, exact date, address, known event. The hints and how many it could be
///          about are a should, to be mended or justified.
/// source   guideline 4.1.2 (S0-37); edge case 4.15; settled 9 and 32
guideline::Decision may_show(const ItemFacts& facts);

/// May the working group read this about an area: a question, how things are, what is done together? It is about nobody,
/// and it can be read when the meeting is over, too.
/// traces   in the text (traces_in_area)
/// returns  one finding for each sort of trace that such a text can have (`about` is its code). What may not stand in a text
///          about somebody may not stand here. What may be a name, and a school, are a should: a place has a name, too
/// source   Lund (S2-10); guideline 4.1.2 (S0-37); edge case 4.15
guideline::Decision may_tell(const std::set<Trace>& traces);

/// May social services answer the recommendation so?
/// source   Lund (S2-11), settled 10: to leave it takes a reason
guideline::Decision may_answer(bool follows, const std::string& reason);

/// When the working group meets next at the latest; nothing while a meeting is called.
/// last_met       day of the last meeting that was held, or of the group's beginning
/// interval_days  a value of the profile
/// source         Lund (S2-09): every month
std::vector<guideline::Duty> duties(Date last_met, bool called, int interval_days);

}  // namespace lots::working_group
