#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "cases/rules.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::selection {

enum class Outcome { offer, no_offer, waitlist };
/// How the municipality gives the support: as an assistance decision, as an intervention without needs assessment, or as a form of
/// cooperation that needs no decision of its own.
enum class Mode { assessed_intervention, open_intervention, cooperation_form };

/// Who has agreed to an intervention without needs assessment for somebody under 18.
enum class Agreed { nobody, guardians, youth };

/// What the rules need to know of a decision about an offer.
struct Facts {
    bool by_social_services = false;
    bool declares_no_conflict = false;
    Outcome outcome = Outcome::offer;
    bool category_named = false;             // at risk, or on the way out
    bool on_the_way_out = false;
    bool exit_seekers_included = true;       // a value of the profile
    Mode mode = Mode::cooperation_form;
    std::optional<Date> intervention_last_day;
    bool appeal_information = false;
    Agreed agreed = Agreed::nobody;
    bool agreed_reason = false;              // why the young person's own word is enough
    bool commits_crimes = false;
    bool sources_named = false;
    bool room_for_more = false;
    Date born, on;
    int youngest_years = 12, oldest_years = 25;  // values of the profile for the category, both included
};

/// Is the person in the ages that the municipality has chosen, on that day?  source: S4-01, settled 12
bool within_ages(Date born, Date on, int youngest_years, int oldest_years);

/// May this decision be made?
/// source  guideline 3.1.1, 3.2 (S0-10, S0-11, S0-19); S1-02, S1-03, S1-45, S1-71; S4-01, S4-07, S4-14; settled 12 and 14; edge case 4.14
guideline::Decision may_decide_offer(const Facts& facts, const cases::DecisionNote& note);

/// What is known before anything is written: who decides, the age, and whether there is anything to rest on.
guideline::Decision known_before(bool by_social_services, Date born, Date on, int youngest_years, int oldest_years, bool sources_named);

/// What is registered of a structured assessment.
struct AssessmentFacts {
    bool instrument = false, version = false, assessor = false, summary = false;
    Date assessed_on, on;
};
/// source  Vad är det? 2.1 (S1-11); lifecycle T4
guideline::Decision may_register_assessment(const AssessmentFacts& facts);

/// A decision as the days see it.
struct Decided {
    Outcome outcome = Outcome::offer;
    Mode mode = Mode::cooperation_form;
    Date decided_on;
    std::optional<Date> intervention_last_day;
    bool youth_told = false, guardians_told = false;
    bool under_18 = false;                   // on the day that is asked about
    bool ended = false;                      // the case has: nobody is told of it any more
    std::optional<Date> queue_review_on;     // while somebody waits for a place
    std::optional<PersonId> officer;
};
/// Whether all who should know of the decision do: the young person and, before 18, the guardians.
bool family_told(const Decided& decided);
/// To tell the family of an intervention and its end (S4-14); to look again at a place in the queue (S1-45).
std::vector<guideline::Duty> duties(const Decided& decided);

}  // namespace lots::selection
