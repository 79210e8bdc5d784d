#pragma once

#include <optional>
#include <string>

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
    std::string ground;                   // sol, lvu, sanction, none
    std::optional<Date> intervention_last_day;
    bool commits_crimes = false;
    std::string sources, recommendation, outside_age_band_reason, appeal_information;
    bool room_for_more = false;
    std::string conflict;                 // no, yes; empty when the decider has declared it before
    cases::DecisionNote note;
};

}  // namespace lots::selection
