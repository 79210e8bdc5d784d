#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "cases/rules.h"
#include "guideline/decision.h"

namespace lots::selection {

enum class Outcome { offer, no_offer, waitlist };
/// How the municipality gives the support: as an assistance decision, as an intervention without needs assessment, or as a form of
/// cooperation that needs no decision of its own.
enum class Mode { assessed_intervention, open_intervention, cooperation_form };

/// What the rules need to know of a decision about an offer.
struct Facts {
    bool by_social_services = false;
    bool declares_no_conflict = false;
    Outcome outcome = Outcome::offer;
    bool category_named = false;             // at risk, or on the way out
    Mode mode = Mode::cooperation_form;
    std::optional<Date> intervention_last_day;
    bool appeal_information = false;
    bool commits_crimes = false;
    bool sources_named = false;
    bool room_for_more = false;
    Date born, on;
    int youngest_years = 12, oldest_years = 25;  // values of the profile, both included
};

/// Is the person in the ages that the municipality has chosen, on that day?  source: S4-01, settled 12
bool within_ages(Date born, Date on, int youngest_years, int oldest_years);

/// May this decision be made?
/// source  guideline 3.1.1, 3.2 (S0-10, S0-11, S0-19); S1-02, S1-45, S1-71; S4-01, S4-14; settled 12 and 14; edge case 4.14
guideline::Decision may_decide_offer(const Facts& facts, const cases::DecisionNote& note);

/// What is known before anything is written: who decides, and the age.
guideline::Decision known_before(bool by_social_services, Date born, Date on, int youngest_years, int oldest_years);

}  // namespace lots::selection
