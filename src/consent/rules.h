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

/// Somebody whose signature is needed: data, never a constant number (settled 1).
struct Signatory {
    SignatoryId id;
    int number = 0;
    SignatoryRole role = SignatoryRole::guardian;
    std::optional<Date> ended_on;  // first day that the person is no longer asked: custody changed, deceased
};

enum class AnswerKind { yes, no, excludes_agency };

struct Answer {
    SignatoryId signatory;
    AnswerKind kind = AnswerKind::yes;
    Date signed_on;
    bool form_attached = false;   // the scanned paper is here
    bool signature_seen = false;  // and somebody has looked at the signature
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
    std::set<AgencyId> agencies;
    std::vector<Answer> answers;  // at most one a signatory
    std::vector<Withdrawal> withdrawals;
};

/// What the rules need to know about the consent of one case.
struct Facts {
    Date born;
    std::vector<Signatory> signatories;
    std::set<AgencyId> concerned;     // as social services judge it
    std::vector<Consent> consents;    // by number
};

/// Must this person sign for the consent to hold that day? The young person always; guardians until the 18th birthday.
/// source  guideline 3.2 (S0-22), settled 1 and 3
bool must_sign(const Signatory& signatory, Date born, Date on);

/// Does this consent hold on that day: in writing, by all who must sign, for all agencies concerned, in its term, not withdrawn?
/// on       local day; the first and the last day are covered, the day of a withdrawal is not
/// returns  one finding per requirement and signatory
/// source   guideline 3.2 (S0-13 to S0-16, S0-22), S4-13, S4-15, settled 3 and 4
guideline::Decision holds(const Facts& facts, const Consent& consent, Date on);

/// The consent that holds that day, the newest of several, or none.
const Consent* in_force(const Facts& facts, Date on);

/// Where the question of consent stands that day, for access (docs/access_vocabulary.md).
access::ConsentState state_on(const Facts& facts, Date on);

/// Does the consent in force that day name this agency?  source: S0-13, S0-15
bool names(const Facts& facts, const AgencyId& agency, Date on);

/// The first day after `on` on which the consent in force ends by itself: the day after its last day, or the 18th birthday.
std::optional<Date> ends_by_itself(const Facts& facts, Date on);

/// May this person be asked for consent now?
/// talked   a conversation about purpose, withdrawal and the two-fold task of the police is recorded (S1-13, S0-55)
/// source   S1-13, S0-18, S0-55, settled 6
guideline::Decision may_ask(bool talked, bool told_all, bool collector_in_order);

/// What an answer on paper must have before it can be registered.
struct PaperAnswer {
    AnswerKind kind = AnswerKind::yes;
    Date signed_on, registered_on, valid_from, last_day;
    bool form_attached = false, signature_seen = false, follow_up_answered = false;
};
/// source  S0-14, S4-13, S4-15, S1-69
guideline::Decision may_register(const PaperAnswer& answer);

/// May a consent be asked for with these dates and agencies?
/// longest_months  a value of the profile
/// source  S0-15, S0-16, S4-15, settled 12
guideline::Decision may_open(Date valid_from, Date last_day, int longest_months, const std::set<AgencyId>& agencies,
                             const std::set<AgencyId>& concerned);

}  // namespace lots::consent
