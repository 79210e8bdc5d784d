#pragma once

#include <optional>
#include <set>
#include <vector>

#include "consent/rules.h"

// What may be done on the way to a consent.
namespace lots::consent {

/// May this person collect the consent?
/// approved         by social services, for somebody from another agency
/// agency_collects  the municipality has decided that that kind of agency collects (a value of the profile); by default none does
/// source           guideline 3.2 (S0-17 "kan man lokalt besluta", S0-18)
guideline::Decision may_collect(bool of_social_services, bool approved, bool agency_collects);

/// What was answered to "Är det farligt om någon ser det här?", which is asked per case.
enum class Danger { not_asked, no, yes };
/// May somebody get an account to sign in with? Only where it was asked and is not dangerous: else everything is on paper.
/// returns  `about` is "danger_not_asked" when nobody has asked
/// source   settled 23
guideline::Decision may_have_account(Danger if_seen);

/// A guardian who cannot be asked.
struct HinderedGuardian {
    SignatoryRole role = SignatoryRole::guardian;
    bool jurist_has_decided = false;  // the municipality's setting, which names the decision
    bool reviewed = false;            // a manager has looked at it, and is named
    Hindrance days;
    Date on;                          // the day it is registered
    bool said_no = false;             // the last word of the guardian was a no, or to take back a yes
    bool cannot_wait = false;         // the question cannot wait until the guardian can be asked
};
/// How long a guardian may be left out before it is looked at again. Our own value.
inline constexpr int hindrance_days_longest = 90;
/// May the others sign without this guardian for a while? By default no: a guardian who cannot be reached is an answer that is missing.
/// Never when the guardian has said no: that is an answer.
/// source  edge 4.3, FB 6:13 second paragraph, settled 1
guideline::Decision may_leave_out(const HinderedGuardian& guardian);

/// May social services judge that these are the agencies concerned? Without themselves and the police there is no group.
/// source  guideline 4.3 (S0-52)
guideline::Decision may_judge(bool social_services, bool police);

/// One talk with a signatory; attempts are none.
struct Talk {
    SignatoryId with;
    Date held_on;
    bool told_purpose = false, told_withdrawal = false, told_police_duty = false;
};
/// What somebody has been told before the answer to a form, in one talk or several.
struct Told {
    bool talked = false, purpose = false, withdrawal = false, police_duty = false;
};
/// What this person was told for this form: in talks up to the day of the signature and, when an earlier form has held, after the day on
/// which that one began and the person signed it. So each renewal has a talk of its own; a talk before a form that never held still
/// counts.
/// source  S0-23, S1-13, settled 6
Told told_for(const Facts& facts, const Consent& form, const SignatoryId& signatory, const std::vector<Talk>& talks, Date signed_on);

/// Who collects the consent, as the guideline asks. `left`: who was named is of another agency and has left the unit, so that nobody's
/// approval helps and somebody else is named.
enum class Collecting { in_order, not_approved, left };
/// May this person be asked for consent now?
/// told     in talks with this very person: the purpose and the right to withdraw (S1-13, settled 6; S0-59), the two-fold task of the
///          police (S0-55; the guideline says it of the young person, here everybody is told)
/// returns  `about` is "told" for the purpose and the right to withdraw, "collector_left" when who collects has left
/// source   S1-13, S0-18, S0-55, S0-59, settled 6
guideline::Decision may_ask(const Told& told, Collecting collecting);

/// A form that is to be signed. Both days included.
struct Form {
    Date valid_from, last_day, on;   // `on`: the day it is made
    int longest_months = 12;         // a value of the profile
    std::set<AgencyId> agencies = {};
    bool list_complete = false;      // somebody has looked up that all guardians stand in the list, and their protection (settled 6)
    bool lives_here = false;         // and that the young person still lives in the municipality
    Collecting collecting = Collecting::not_approved;  // in order: of social services, or with an approval that has not run out
    Date checked_on = {};            // when it was looked up
    int check_months = 6;            // how old that may be: a value of the profile
};
/// The latest day on which a new consent may begin: when the one in force ends by itself, so that there is no gap which would let a
/// case lie still and wake by itself; today when none holds.
Date latest_start(const Facts& facts, Date on);
/// May a consent be asked for with these dates and agencies?
/// returns  `about` says which part of the term is wrong: "ended", "past" (it begins before today), "gap" (after what it may), and
///          "check_old" of circumstances that were looked up too long ago, or before the consent in force began; "collector_left" when
///          who collects has left. "past", "gap" and how old a check may be are rules of our own: no source says them.
/// source   S0-09, S0-15, S0-18, S0-22, S4-15, settled 6 and 12
guideline::Decision may_open(const Facts& facts, const Form& form);

/// What an answer on paper must have before it can be registered.
struct PaperAnswer {
    AnswerKind kind = AnswerKind::yes;
    Date signed_on, registered_on, last_day;
    bool form_attached = false, signature_seen = false, follow_up_answered = false;
    bool withdrawn = false;          // somebody has taken back an answer to this form
    bool text_confirmed = true;      // a person has confirmed the form's text in the language it was signed in
    bool as_adult = false;           // the young person signs for the time after the 18th birthday too
    bool jurist_has_decided = false; // that this is possible: the municipality's setting
    std::optional<Date> born = {};   // of the young person, when `as_adult`
};
/// returns  `about` of the term: "signed_later" (after today), "signed_late" (after the last day)
/// source   S0-14, S4-15, S1-69, settled 3, 4 and 7
guideline::Decision may_register(const PaperAnswer& answer);

/// May the group begin (T7), or a suspended case go on (T15)? The consent holds, for all who are judged concerned now.
/// source  guideline 3.2 (S0-13 to S0-16, S0-22), S4-15
guideline::Decision may_start(const Facts& facts, const Consent& consent, Date on);
/// The same of the consent in force that day, else of the newest; unmet in all when none was asked for.
guideline::Decision may_resume(const Facts& facts, Date on);

/// The consents that end when this person withdraws: all that the person is asked for and that have not run out. Who withdraws the
/// one in force also withdraws the renewal that is being asked for. Also while the person is hindered. Empty when the person has no say or
/// has said yes to nothing.
/// source  settled 4
std::vector<ConsentId> withdrawable(const Facts& facts, const SignatoryId& signatory, Date on);

}  // namespace lots::consent
