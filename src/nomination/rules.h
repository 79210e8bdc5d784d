#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "cases/rules.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::nomination {

/// Why the proposer may tell social services about this person. The last two are for those who have turned 18.
enum class LegalGround { concern_notice, lul6_notification, own_knowledge, adult_consent, osl_10_15a };
/// By its code, as forms send and rows keep it.
LegalGround ground_of(std::string_view code);

/// What somebody of 18 or more has said yes to: that the police, or another agency, may speak of them with social services. Nothing else.
struct ReferralConsent {
    std::optional<Date> given_on, last_day;  // both included
    std::string way;                      // paper, oral
    bool kept = false;                    // it is said where the signed paper lies
};

/// The version of the fixed text that is read and signed; a new text is a new number.
inline constexpr std::string_view referral_text_version = "1";

/// Does it hold on that day? A yes by word of mouth is enough only where a named jurist has said so.
bool referral_consent_holds(const ReferralConsent& consent, bool oral_is_enough, Date on);

/// What the rules need to know of a proposal.
struct Facts {
    std::string agency_kind;              // "police", "school", "social_services" …
    LegalGround ground = LegalGround::concern_notice;
    bool considered_for_sig = false;      // the box on the notice
    bool has_registry_number = false;
    std::string police_matter_code;
    std::string reason, why_sig, weighing;
    std::vector<std::string> reasons;     // codes
    bool debut_age_given = false;
    std::vector<std::string> strategic_crimes;
    Date born, on;                        // the day of the proposal
    bool has_lul_reference = false;       // the police's own reference of the notification
    ReferralConsent consent = {};
    bool oral_is_enough = false, osl_10_15a_allowed = false;  // settings, each with a jurist's decision behind it
    bool balanced = false;                // why it is needed, and which manager decided: both are written
};

/// The reasons that an agency of this kind can answer for: debut age and strategic crimes are the police's (settled 27).
std::vector<std::string_view> reasons_for(std::string_view agency_kind);
/// Strategic crimes, in force on the day; none outside the table. The last two are the group "brott mot allmän verksamhet".
/// source  Brå 2011:21, as guideline 4.2 lists them (S0-43)
std::vector<std::string_view> strategic_crimes(Date on);
/// The matter code under which the police register notices to social services on that day: 604 (S0-70). Empty outside the table.
std::string_view matter_code(Date on);

/// Does the ground hold that the proposal rests on? The part of `may_propose` that is asked before anybody has written why.
/// source  guideline 3.2, 4.2, 4.5 (S0-20, S0-21, S0-41, S0-46 to S0-50, S0-70); law 7.2 (OSL 10:15 a); settled 8
guideline::Decision ground_holds(const Facts& facts);
/// May this proposal be made?
/// source  guideline 3.2, 4.2, 4.5 (S0-20, S0-21, S0-41, S0-44 to S0-50, S0-70); law 7.2 (OSL 10:15 a); settled 8 and 27
guideline::Decision may_propose(const Facts& facts);

/// The last day of the preliminary assessment: 14 days from the notice (SoL 20:2).
Date assessment_last_day(Date noticed_on);

/// What is known when social services take a proposal up.
struct Review {
    bool lives_here = false;
    bool declares_no_conflict = false;
    bool other_open_case = false;         // the same person has a case that social services have taken up already
    bool rests_on_notice = false;         // of somebody else
    bool notice_registered = false;       // the municipality's own diary number of it is written
    bool under_18 = false;
};

/// May social services take the proposal up?
/// source  guideline 3.1 (S0-09), 3.2 (S0-20); lifecycle T2 (S1-71); edge cases 4.13 and 4.14
guideline::Decision may_take_up(const Review& review, const cases::DecisionNote& note);

/// What is said to the one who made the notice.
struct Feedback {
    bool notice_from_outside = false;     // SoL 19:6 is about those
    Date decided_on, given_on;
    bool told = false, reason = false;    // what came of it, or why that is not told
};
/// source  Vad är det? appendix 1 (S1-73), SoL 19:6, OSL 26:9 a
guideline::Decision may_tell_notifier(const Feedback& feedback);
/// The last day of it: one week after the decision whether to investigate (SoL 19:6).
Date feedback_last_day(Date decided_on);

/// May the proposal be noted as taken back? While social services have not decided, or the person waits for a place.
/// source  settled 35
guideline::Decision may_take_back(bool undecided_or_waiting, bool taken_back_before);

/// May the proposer take it back by themselves? Until social services take it up; from then on they note it (may_take_back).
/// source  settled 35
guideline::Decision may_take_back_own(bool own, bool taken_up, bool taken_back_before);

/// How long after its end a proposal without a group is kept, in months that the municipality has set. Last day included.
/// source  S0-76, settled 32; SoL 16:1
Date keep_until(Date from_day, int months);

/// The days on which the life of a case turned.
struct Turns {
    Date received;
    std::optional<Date> decided, consented, met;
};
/// Whole days from one turn to the next; none until both are there.
struct Waits {
    std::optional<int> to_decision, to_consent, to_meeting;
};
/// source  Regeringsuppdraget: society's delay is the named problem (S3-07)
Waits waits_of(const Turns& turns);

/// A proposal as the days see it.
struct Waiting {
    LegalGround ground = LegalGround::concern_notice;
    Date noticed_on, received_on;  // the notice; the proposal here
    Date born;
    bool taken_up = false;         // false: nobody has it yet
    bool decided = false;          // an offer was decided either way: nothing is due any more
    std::optional<PersonId> officer;
    std::optional<Date> decided_on = {};      // the first decision about it, a place in the queue too
    bool from_outside = false;                // another agency's proposal
    bool notifier_told = false;
    std::optional<Date> home_on = {};         // planned return from a placement or the Prison Service
    bool planning = false;                    // the group plans or works, or the case has ended
    int home_weeks = 8;                       // a value of the profile (S1-46)
    std::optional<Date> taken_back_on = {};
    bool may_be_ended = false;                // not decided, or waiting for a place
};

/// Does the law's time for a preliminary assessment run: was there a notice, and is it about a child?
/// source  SoL 20 kap. 2 §
bool law_sets_time(const Waiting& proposal);

/// What a proposal asks of social services, and by when.
std::vector<guideline::Duty> duties(const Waiting& proposal);

}  // namespace lots::nomination
