#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "consent/rules.h"

// What follows from a no: to the consent, to more of it, or to research alone.
namespace lots::consent {

/// The day somebody who must sign said no to more than the consent in force covers, or left a concerned agency out of its
/// renewal: then what the group needs is missing, and social services consider whether to end it. None when nobody did. A no
/// to a renewal of the same agencies is none: what holds holds until its last day. source  guideline 3.2 (S0-16), settled 5
std::optional<Date> extension_refused(const Facts& facts, Date on);

/// A way that stays open when there is no consent: what can be done, and the paragraph. None of them opens a shared room.
struct OtherPath {
    MessageKey what;
    std::string_view reference;  // an id of guideline/law.h; empty: none needed
};
/// returns  those that exist for somebody of that age on the day, with that many guardians
/// source   edge 4.2, SoL 11:1, 19:1, 21:1; FB 6:13 a
std::vector<OtherPath> other_paths(const Facts& facts, Date on);

/// The form that tells about research: the newest that has held in which anybody was asked about it; when nobody ever was, the newest
/// that has held. A renewal that does not ask leaves an earlier answer alone. None when no form has held.
/// source  S1-66, S1-70
const Consent* form_about_research(const Facts& facts, Date on);

/// May researchers talk with these people, or fetch statistics about them, by what was answered beside this form? All who had to sign
/// the form said yes to that too, nobody has taken it back since, and the five years are not over. It is no condition for anything, and
/// a withdrawn consent to the group takes nothing from it.
/// closed_on  when the case ended; none while it goes on
/// returns    one finding a signatory; `about` is the number, or "form" when the form never held
/// source     "Vad är det?" 4 (S1-66 to S1-69)
guideline::Decision may_follow_up(const Facts& facts, const Consent& consent, Date on, std::optional<Date> closed_on);
/// The last day on which researchers may follow up: within five years from the end.
/// source  S1-66
Date follow_up_last_day(Date closed_on);

}  // namespace lots::consent
