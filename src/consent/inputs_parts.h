#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace lots::consent {

// What is filled in beside the asking itself; docs/method/fields.md 3.1.

/// The row of one agency on the form: who it is, and what it gives and receives.
struct DescribeAgency {
    std::string case_number, agency;  // code
    std::string unit, role, contact;
    std::vector<std::string> gives, receives;  // codes of information_kinds
};

/// A guardian who cannot be asked for a while (edge 4.3).
struct HinderGuardian {
    std::string case_number, signatory;
    std::string reason;                        // abroad, ill, missing_person, other
    std::string evidence, reviewed_by;         // who looked at it, a manager
    std::optional<Date> from_day, recheck_on;  // both included
    bool cannot_wait = false;                  // until the guardian can be asked (FB 6:13)
};

/// The hindrance is over before its last day.
struct EndHindrance {
    std::string case_number, signatory;
};

/// Custody, protected identity and residence looked up (settled 6, S0-09).
struct CheckCircumstances {
    std::string case_number;
    std::string source;  // population_register, court_decision, own_statement
    std::optional<Date> checked_on;
    bool list_complete = false;
    std::string lives_here;  // yes, no
    std::string note;
};

/// The yes to research taken back, and nothing else (S1-69).
struct WithdrawFollowUp {
    std::string case_number, signatory;
    std::string way;  // in_person, phone, letter
    std::optional<Date> came_on;
    std::string note;
};

/// The information sheet was given to somebody (S0-59).
struct GiveInformation {
    std::string case_number, signatory;
    std::optional<Date> given_on;
    std::string given_by;  // sign-in name
    std::string way;       // on_paper, read_aloud
};

/// Somebody of the group has talked with the young person or a guardian about going on (S4-10, settled 33).
struct RegisterMotivation {
    std::string case_number;
    std::string signatory;  // number
    std::optional<Date> held_on;
    std::string way;  // meeting, phone, home_visit, attempt
    std::string note;
};

}  // namespace lots::consent
