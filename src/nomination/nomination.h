#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
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
};

/// Social services open a new episode for somebody whose group has ended (T19).
struct Readmit {
    std::string case_number, reason, why_sig, weighing;
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
};

}  // namespace lots::nomination
