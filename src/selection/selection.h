#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "cases/rules.h"
#include "selection/rules.h"

namespace lots::selection {

/// What is filled in to decide about an offer (T5, T5b).
struct DecideOffer {
    std::string case_number;
    std::string outcome;                  // offer, no_offer, waitlist
    std::string category;                 // at_risk, exit_seeker
    std::string mode;                     // assessed_intervention, open_intervention, cooperation_form
    std::string ground;                   // on what the young person takes part: sol, lvu, sanction, none
    std::optional<Date> intervention_last_day;
    std::string crime_ground;             // suspected, convicted, under_15, risk_only
    std::string no_crimes_reason;         // why it fits all the same
    std::string recommendation, outside_age_band_code, outside_age_band_reason, appeal_information;
    std::string agreed_by, agreed_reason; // guardians, youth: to an intervention without assessment
    bool room_for_more = false;
    std::string conflict;                 // no, yes; empty when the decider has declared it before
    cases::DecisionNote note;
};

/// One thing that the selection rests on, and where it comes from.
struct Source {
    std::string case_number;
    std::string whose;                    // own, other
    std::string kind;                     // notice, conversation, file, register, observation, other
    std::string from_whom, about;
    std::optional<Date> learned_on;
};

/// The result of a structured assessment; its items stay in the instrument (S1-11).
struct Assessment {
    std::string case_number;
    std::string instrument;               // savry, ester, other
    std::string instrument_name, version, assessor, summary;
    std::optional<Date> assessed_on;
    std::string for_plan = {};  // what it means for the plan (S1-12); may be empty
};

/// Another part of what the young person and the family get, beside the group (S4-08).
struct Support {
    std::string case_number;
    std::string what, by_whom;
    std::optional<Date> from_day, last_day;  // both included; no last day: until further notice
};

/// Who was told of the newest decision.
struct TellFamily {
    std::string case_number;
    std::optional<Date> told_on;
    std::vector<std::string> told_whom;   // youth, guardians
    std::string way;                      // meeting, phone, letter
};

}  // namespace lots::selection
