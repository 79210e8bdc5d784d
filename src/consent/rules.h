#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "guideline/decision.h"

namespace lots::consent {

enum class SignatoryRole { youth, guardian, appointed_guardian, trustee };

/// Days on which a guardian's answer is not waited for because it cannot be had (abroad, ill, missing). Both included: from the day after
/// the last one the person must sign again, so that nobody is forgotten. Possible only where a jurist has decided so (edge 4.3, settled 1).
/// An answer or a withdrawal of the own, and whoever reaches the person again, ends them that day.
struct Hindrance {
    Date from, last_day;
};

/// Somebody whose signature is needed: data, never a constant number (settled 1).
struct Signatory {
    SignatoryId id;
    int number = 0;
    SignatoryRole role = SignatoryRole::guardian;
    std::optional<Date> ended_on = {};  // first day that the person is no longer asked: custody changed, deceased
    std::optional<Date> added_on = {};  // first day that the person is asked; none: since the beginning
    std::vector<Hindrance> hindered = {};
};

enum class AnswerKind { yes, no, excludes_agency };
/// The voluntary question beside the signature: may researchers get in touch (S1-66 to S1-70)?
enum class FollowUpAnswer { not_asked, yes, no };

struct Answer {
    SignatoryId signatory;
    AnswerKind kind = AnswerKind::yes;
    Date signed_on;
    bool form_attached = false;   // the scanned paper is here
    bool signature_seen = false;  // and somebody has looked at the signature
    bool as_adult = false;        // the young person also signed for the time after the 18th birthday
    FollowUpAnswer follow_up = FollowUpAnswer::not_asked;
    std::optional<AgencyId> excluded = {};  // of an answer that leaves an agency out: which one; none in answers of before it was asked
};

struct Withdrawal {
    SignatoryId signatory;
    Date withdrawn_on;  // the day of the moment it was received
};

/// One form: what was asked for, and what was answered. Both days included.
struct Consent {
    ConsentId id;
    int number = 0;
    Date valid_from, last_day;
    std::set<AgencyId> agencies = {};
    std::vector<Answer> answers = {};  // at most one a signatory: the newest
    std::vector<Withdrawal> withdrawals = {};
    std::set<AgencyId> concerned = {};  // whom social services judged concerned when the form was made
};

/// What the rules need to know about the consent of one case.
struct Facts {
    Date born;
    std::vector<Signatory> signatories = {};
    std::set<AgencyId> concerned = {};  // as social services judge it now
    std::vector<Consent> consents = {};  // by number
    std::vector<Withdrawal> follow_up_withdrawals = {};  // of the yes to research alone
};

/// The first day on which a young person may sign for the time after the 18th birthday: at 17 years and 9 months (settled 3).
Date adult_signing_from(Date born);

/// Does this person's word count that day, by age and by the list alone? The young person's always; guardians' until the 18th birthday.
/// A no and a withdrawal count so also while the person is hindered: a hindrance stands for an answer that cannot be had, never for a no.
/// source  guideline 3.2 (S0-22), settled 1, 3 and 4, edge 4.3
bool has_a_say(const Signatory& signatory, Date born, Date on);

/// Is an answer of this person not waited for that day?  source: edge 4.3
bool is_hindered(const Signatory& signatory, Date on);

/// Must this person sign for the consent to hold that day? All who have a say, but for guardians while they are hindered.
/// source  guideline 3.2 (S0-22), settled 1 and 3, edge 4.3
bool must_sign(const Signatory& signatory, Date born, Date on);

/// Are those who must sign that day known: the young person, and for a minor at least one guardian?
bool all_are_listed(const Facts& facts, Date on);

/// Does this consent hold on that day: in writing, by all who must sign, for all agencies concerned, in its term, not withdrawn?
/// An agency that is judged concerned later does not end it: the case goes on, and the new agency sees nothing until a new consent
/// names it (settled 5).
/// on       local day; the first and the last day are covered, the day of a withdrawal is not
/// returns  one finding per requirement and signatory; `about` is the signatory's number, or "list" when somebody is not known yet
/// source   guideline 3.2 (S0-13 to S0-16, S0-22), S4-15, settled 3, 4 and 5
guideline::Decision holds(const Facts& facts, const Consent& consent, Date on);

/// The consent that holds that day, the newest of several, or none.
const Consent* in_force(const Facts& facts, Date on);
/// The one with the highest number, or none.
const Consent* newest(const Facts& facts);

/// Is a no, an agency left out or a withdrawal the last that this person has said, to whichever form it was?
/// source  S0-22, edge 4.3
bool said_no(const Facts& facts, const SignatoryId& signatory);

/// Did this consent hold at some time up to that day? A withdrawal on the day it became complete does not undo that.
bool has_held(const Facts& facts, const Consent& consent, Date on);

/// Did a consent hold when that day began? A withdrawal later on the day does not undo what was done before it.
bool held_in_the_morning(const Facts& facts, Date on);

/// Has somebody who has a say, hindered or not, said no, left out an agency, or taken back a yes, up to that day?
/// source  S0-16, S0-22, edge 4.3
bool refused(const Facts& facts, const Consent& consent, Date on);

/// Where the question of consent stands that day, for access (docs/access_vocabulary.md).
access::ConsentState state_on(const Facts& facts, Date on);

/// Does the consent in force that day name this agency?  source: S0-13, S0-15
bool names(const Facts& facts, const AgencyId& agency, Date on);

/// The first day of the unbroken time, up to `on`, in which the consent in force then has held. None when none holds on `on`.
std::optional<Date> in_force_since(const Facts& facts, Date on);

/// When and how the consent that the work last rested on came to its end.
struct Stop {
    Date on;  // first day that was no longer covered
    bool by_withdrawal = false;
};
/// None while a consent holds, or when none ever has.
std::optional<Stop> stopped(const Facts& facts, Date on);

/// The first day after `on` on which no consent holds any more unless somebody does something: after the last day, on the 18th
/// birthday, or when a signatory leaves. A renewal that takes over moves it. None when no consent holds on `on`.
std::optional<Date> ends_by_itself(const Facts& facts, Date on);
/// The next day after `on` on which another consent is in force, or none, or one again, with nobody doing anything: a term that begins or
/// ends, a birthday, a guardian who comes or goes on a known day. None when nothing is to come.
std::optional<Date> next_change(const Facts& facts, Date on);

}  // namespace lots::consent
