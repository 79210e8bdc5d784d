#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/result.h"
#include "organisation/layout.h"

namespace lots::organisation {

/// A choice that only a named jurist may make for the municipality, with the decision it rests on.
struct JuristDecision {
    std::string jurist, reference;
    Date decided_on;
};

/// What a municipality decides for itself within the guideline (docs/method/lifecycle.md, Timers): values with safe defaults,
/// never a national rule. Kept as JSON with the municipality.
struct MethodProfile {
    std::string program = "SIG";                     // begins new case numbers; two letters or more, so never a proposal's F-31
    std::string plan_word = "åtgärdsplan";           // or "handlingsplan"
    int consent_months_longest = 12;                 // settled 12
    int consent_months_usual = 6;
    int meeting_interval_days = 31;                  // S2-18: at least monthly
    std::optional<int> network_interval_days;        // S4-20: network meetings; none: the municipality has no such interval
    std::string guardians_not_invited_when;          // S0-53: when the municipality finds it unsuitable to call a guardian; may be empty
    int first_meeting_days = 7;                      // S4-41, settled 11: from consent to the first meeting
    int acceptance_days = 7;                         // settled 10
    int first_commitment_days = 14;                  // S4-42: from consent to something concrete
    int decide_after_withdrawal_days = 7;            // settled 4
    int preliminary_assessment_days = 14;            // SoL 20 kap. 2 §
    int continue_or_close_months = 6;                // S1-61
    int youngest_years = 12, oldest_years = 25;      // both included; outside it a reason is asked for (S4-01)
    std::vector<int> ladder_days = {0, 7, 14};       // days late: own manager, working group, steering group (S1-37)
    std::optional<int> exit_youngest_years, exit_oldest_years;  // those on the way out, when they have ages of their own
    bool exit_seekers = true;                        // S1-03: are they included?
    std::string exit_routine;                        // S1-04: the municipality's own, shown with the decision
    std::string assessment_instrument = "savry";     // S4-02: savry, ester, other
    std::string usual_mode = "cooperation_form";     // S4-07: how the support is usually given
    std::string referral_contact;                    // S0-49: whom somebody of 18 or more may phone, number included
    int discharge_planning_weeks = 8;                // S1-46: planning begins so long before somebody comes home
    int waitlist_review_days = 30;                   // S1-45: a place in the queue is looked at again
    int keep_declined_months = 60;                   // S0-76, settled 32; SoL 16 kap. 1 §
    int keep_waiting_months = 60;
    std::optional<JuristDecision> oral_referral_consent;  // S0-48: a yes by word of mouth is enough
    std::optional<JuristDecision> osl_10_15a;             // S0-50, settled 8: the paragraph may be a ground
    std::string closure_criteria;                    // when a group should end, in the municipality's own words (S1-59); shown at the decision
    std::vector<int> consent_reminder_days = {30, 14, 3};  // before the consent's last day (S0-23, S1-42)
    std::vector<int> adult_reminder_days = {90, 30};       // before the 18th birthday (edge 4.1)
    int contact_days = 14;                           // from the day the asking begins (S1-13); our own value
    int recheck_months = 6;                          // until custody and residence are looked up again (settled 6), and how old that may be
                                                     // when a form is made; our own value
    std::vector<std::string> collecting_agencies;    // kinds of agency that may collect consent (S0-17); none named: social services alone
    std::vector<std::string> confirmed_languages = {"sv"};  // in which a person has confirmed the form's text (settled 7)
    std::optional<JuristDecision> hindered_guardian;  // the others may sign without a hindered guardian (edge 4.3)
    std::optional<JuristDecision> adult_signs_ahead;  // from 17 years 9 months for the time after the birthday (settled 3)
    std::optional<int> capacity;                     // open cases at the same time (S1-45); none: not limited
    int emergency_hours_longest = 24;                // settled 26: how long a case may be open in an emergency; our own value
    int minutes_days = 7;                            // from a meeting to its locked minutes (S1-17)
    int decide_days = 7;                             // from the closure question to social services' decision (S1-60)
    std::string name = "national";                   // which of the ready profiles it began with (profiles.h)
    bool historic_example = false;                   // how it was somewhere once, and not how anybody works today
    std::string target_group;                        // whom the municipality turns to, in its own words (S2-01); may be empty
    std::string consent_word = "samtycke";           // what the consent is called here (S2-13)
    bool has_working_group = true;                   // S0-35: may exist
    std::string working_group_word = "arbetsgrupp";  // what it is called here (S2-07)
    std::optional<int> working_group_size;           // seats it is meant to have (S2-07)
    int working_group_interval_days = 31;            // S2-09: each month
    bool named_preparation = false;                  // settled 9: a case by name before the decision, by a narrow consent
    int fewest_it_could_be_about = 20;               // edge 4.15: below it a de-identified text is warned for
    std::vector<std::string> coordinator_units;      // codes of the units that coordinators come from (S4-19); none named: any
    Layout layout = {};                              // agencies, areas and groups that a new municipality begins with
};

/// Reads the profile. A number outside its bounds, an unknown name or a value of the wrong kind is refused with its name, so that
/// a slip in a setting is seen and not replaced by a default. A name that would loosen what chapter 3 of the guideline lays down for
/// the whole country (rules.h) is refused with the requirement that it would weaken, whatever its value is (S0-07).
struct ProfileFault {
    std::string what;
};
Result<MethodProfile, ProfileFault> parse_profile(std::string_view json);

/// The same profile without its layout: what is kept with a municipality once its agencies, areas and groups are there. `json` is one
/// that can be read.
std::string settings_of(std::string_view json);

/// The profile as it is kept: its newest version (profile_versions.h), else the one that the municipality began with.
std::string kept_profile(storage::Session& db, const MunicipalityId& municipality);

/// The profile of the reader's municipality. A stored profile that cannot be read is a bug: it was parsed before it was stored.
MethodProfile profile_of(access::Work& work);
MethodProfile profile_of(storage::Session& db, const MunicipalityId& municipality);

}  // namespace lots::organisation
