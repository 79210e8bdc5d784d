#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::nomination {

/// Why the proposer may tell social services about this person.
enum class LegalGround { concern_notice, lul6_notification, own_knowledge };
/// By its code, as forms send and rows keep it.
LegalGround ground_of(std::string_view code);

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
};

/// The reasons that an agency of this kind can answer for: debut age and strategic crimes are the police's (settled 27).
std::vector<std::string_view> reasons_for(std::string_view agency_kind);
/// Brå 2011:21, as the guideline lists them (S0-43).
std::vector<std::string_view> strategic_crimes();

/// May this proposal be made?
/// source  guideline 3.2, 4.2, 4.5 (S0-20, S0-21, S0-41, S0-44, S0-45, S0-46, S0-70); settled 8 and 27
guideline::Decision may_propose(const Facts& facts);

/// The last day of the preliminary assessment: 14 days from the notice (SoL 20:2).
Date assessment_last_day(Date noticed_on);

/// May social services take the proposal up?
/// other_open_case   the same person has a case that social services have taken up already
/// source  guideline 3.1 (S0-09); edge cases 4.13 and 4.14
guideline::Decision may_take_up(bool lives_here, bool declares_no_conflict, bool other_open_case);

/// A proposal as the days see it.
struct Waiting {
    LegalGround ground = LegalGround::concern_notice;
    Date noticed_on, received_on;  // the notice; the proposal here
    Date born;
    bool taken_up = false;         // false: nobody has it yet
    bool decided = false;          // an offer was decided either way: nothing is due any more
    std::optional<PersonId> officer;
};

/// Does the law's time for a preliminary assessment run: was there a notice, and is it about a child?
/// source  SoL 20 kap. 2 §
bool law_sets_time(const Waiting& proposal);

/// What a proposal asks of social services, and by when.
std::vector<guideline::Duty> duties(const Waiting& proposal);

}  // namespace lots::nomination
