#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "cases/rules.h"
#include "nomination/rules.h"

namespace lots::nomination {

/// A proposal as it was made (docs/method/fields.md 3.3).
struct Nomination {
    NominationId id;
    PersonId proposer;
    UnitId proposer_unit;
    AgencyId agency;
    std::string legal_ground, legal_reference;
    Date noticed_on;
    std::string registry_number, police_matter_code, reporter_unit;
    bool considered_for_sig = false;
    std::vector<std::string> reasons;
    std::optional<int> debut_age;
    std::vector<std::string> strategic_crimes;
    std::string origin;                   // none, placement, prison_service
    std::optional<Date> discharge_date;
    std::string known_before;             // yes, no, unknown
    std::string reason, why_sig, weighing;
    bool feedback_asked = false;
    Instant received_at;
    std::string flag_note, lul_reference, debut_known = "not_asked";
    std::string matter_code_reason;                  // why the notice is not under 604 with a number (S0-70)
    std::string ground_motive, ground_manager;       // why OSL 10:15 a, and which manager decided
    std::string on_behalf_name, on_behalf_way;       // who said it to social services, and how
};

/// The consent that lay behind a proposal about somebody of 18 or more (docs/method/fields.md 3.2). Written with T1 and only read again.
struct KeptReferralConsent {
    Date given_on, last_day;
    std::string way, kept_at, text_version;
};

/// What somebody fills in to propose. The person is named here and nowhere else before a consent.
struct Propose {
    std::string given_name, family_name, personal_number;
    std::optional<Date> born;
    std::string legal_ground;
    std::optional<Date> noticed_on;
    std::string registry_number, police_matter_code = "604", reporter_unit;
    bool considered_for_sig = false;
    std::vector<std::string> reasons;
    std::optional<int> debut_age;
    std::vector<std::string> strategic_crimes;
    std::string origin;
    std::optional<Date> discharge_date;
    std::string known_before;
    std::string reason, why_sig, weighing;
    bool feedback_asked = false;
    std::string flag_note, lul_reference, debut_known, matter_code_reason;
    std::optional<Date> consent_given_on, consent_last_day;
    std::string consent_way, consent_kept_at;
    std::string ground_motive, ground_manager;
    std::string on_behalf_of, on_behalf_name, on_behalf_way;  // an agency that does not sign in (settled 15)
    std::string to_unit;                  // the unit that is to decide, where the municipality has several (S4-34)
};

/// Social services open a new episode for somebody whose group has ended (T19).
struct Readmit {
    std::string case_number, reason, why_sig, weighing;
    std::string to_unit = {};             // asked when the unit that had the case does not decide and several others do (S4-34)
};

/// Social services take the proposal up (T2).
struct TakeUp {
    std::string case_number;
    bool lives_here = false;
    std::optional<Date> residence_checked_on;
    std::string residence_source;         // population_register, own_statement, school
    std::string danger_if_seen;           // "Är det farligt om någon ser det här?" (settled 23)
    std::string conflict;                 // no, yes
    std::string conflict_note;
    std::string notice_number;            // the municipality's own diary number of the notice
    std::string known_before;             // yes, no: social services' own answer
    cases::DecisionNote note = {};        // why, and about a child its view and best interests; the rest follows from the answers
    std::string district = {};            // code; asked where the unit works in several, and may be empty
};

/// The one who made the notice is told what came of it (SoL 19:6).
struct GiveFeedback {
    std::string case_number;
    std::optional<Date> decided_on, given_on;
    std::string told;                     // opened, not_opened, already_open, not_told
    std::string way;                      // phone, letter, meeting, none
    std::string reason;
};

/// The proposer does not hold to the proposal any more.
struct TakeBack {
    std::string case_number;
    std::optional<Date> taken_back_on;
    std::string reason;
};

/// The same, by the proposer.
struct TakeBackOwn {
    std::string case_number, reason;
};

/// Somebody of 18 or more was told whom to phone, and nobody was named to anybody (S0-49).
struct Refer {
    std::string way;                      // slip, phone_number, went_along
};

}  // namespace lots::nomination
