#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "cases/rules.h"
#include "form/fields.h"

namespace lots::consent {

// What is filled in. Codes and numbers as the forms carry them; docs/method/fields.md 3.1.

/// Social services begin to ask for consent, and name who does it (T6); later: somebody else does it.
struct StartConsent {
    std::string case_number;
    std::string collector;                // sign-in name
    bool approved = false;                // by social services, for somebody from another agency
    std::optional<Date> approved_until = {};  // included; of that approval
};

/// What helped the person to understand (edge 4.10). The interpreter is no member and has no account; never a relative.
struct Interpreting {
    std::string way, language;            // phone, on_site or empty
    bool easy_read = false;               // the form's easy version was used
    bool used = false;                    // ticked on a page, which then asks for the rest
};

/// Which agencies are concerned, as social services judge it.
struct JudgeAgencies {
    std::string case_number;
    std::vector<std::string> concerned;   // codes
    std::string not_concerned_reason;     // of all others
};

struct AddSignatory {
    std::string case_number;
    std::string role;                     // youth, guardian, appointed_guardian, trustee
    std::string name, personal_number, contact;
    std::string protected_identity;       // none, confidentiality_mark, protected_registration, assumed_identity
    std::string custody_source;           // population_register, court_decision, own_statement
    std::optional<Date> custody_checked_on;
    std::string language;
    std::string account;                  // sign-in name of the person's own account; may be empty
    std::string danger_if_seen = {};      // yes, no; asked here when it was not at the start (settled 23)
};

struct EndSignatory {
    std::string case_number, signatory;
    std::string reason;                   // custody_changed, deceased, registered_wrong
    std::string evidence;
    std::optional<Date> ended_on;
};

/// A talk before somebody is asked, or an attempt at one.
struct RegisterConversation {
    std::string case_number, signatory;
    std::optional<Date> held_on;
    std::string way;                      // meeting, phone, home_visit, attempt
    bool told_purpose = false, told_withdrawal = false, told_police_duty = false;
    std::string interpreter, note;
    std::vector<std::string> about = {};  // renewal, adulthood: the talks that are due before an end (S0-23)
    Interpreting help = {};
};

/// The form that is to be signed. The agencies are all that are judged concerned, the category is the decision's.
struct OpenConsent {
    std::string case_number;
    std::optional<Date> valid_from, last_day;
    std::string purpose, information_kinds, not_shared;
    std::string circumstances_source;     // custody, protected identity and residence checked anew (settled 6)
    std::optional<Date> circumstances_checked_on;
    bool list_complete = false;           // all guardians stand in the list, and their protection is looked up
    bool lives_here = false;
};

struct RegisterAnswer {
    std::string case_number, signatory;
    std::string answer;                   // yes, no, excludes_agency
    std::optional<Date> signed_on;
    std::optional<form::Upload> signed_form;
    bool signature_seen = false;
    std::string place, interpreter, original_kept_at;
    std::string follow_up_answer;         // yes, no, not_asked: research within five years, apart
    std::string reason;
    std::string text_language = {};       // of the form that was signed; empty: sv
    bool as_adult = false;                // the young person signs for the time after the 18th birthday too
    Interpreting help = {};
    std::string excluded_agency = {};     // code; of an answer that excludes one
};

struct WithdrawConsent {
    std::string case_number, signatory;
    std::string way;                      // in_person, phone, letter, own_page
    std::string note;
    std::optional<Date> came_on = {};     // the day it came, when not today
};

/// Social services decide that a suspended case goes on (T15).
struct ResumeCase {
    std::string case_number;
    cases::DecisionNote note;
};

}  // namespace lots::consent
