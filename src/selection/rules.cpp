#include "selection/rules.h"

#include "guideline/requirements.h"

namespace lots::selection {

using guideline::Actor;
using guideline::Decision;

namespace {

/// S4-14: an intervention has an end, and what can be appealed says how: the granted and the refused assistance, but not a place in
/// a queue, which decides nothing yet.
bool end_and_appeal(const Facts& facts)
{
    const bool intervention = facts.mode != Mode::cooperation_form;
    const bool end = facts.outcome != Outcome::offer || !intervention ||
                     (facts.intervention_last_day && *facts.intervention_last_day >= facts.on);
    const bool appealed = facts.mode == Mode::assessed_intervention && facts.outcome != Outcome::waitlist;
    return end && (!appealed || facts.appeal_information);
}

/// SoL 21:2: for a minor the guardians agree to an intervention without assessment; from 15 the young person can, when that is suitable.
bool agreed_enough(const Facts& facts)
{
    if (facts.agreed == Agreed::youth) return age_on(facts.born, facts.on) >= 15 && facts.agreed_reason;
    return facts.agreed == Agreed::guardians;
}

/// Days to tell the family of a decision: our own value, as for the feedback to the one who made the notice.
constexpr int telling_days = 7;

}  // namespace

bool within_ages(Date born, Date on, int youngest_years, int oldest_years)
{
    const int age = age_on(born, on);
    return youngest_years <= age && age <= oldest_years;
}

Decision known_before(bool by_social_services, Date born, Date on, int youngest_years, int oldest_years, bool sources_named)
{
    Decision decision;
    decision.look(guideline::social_services_decide, by_social_services, Actor::social_services);
    decision.look(guideline::within_age_band, within_ages(born, on, youngest_years, oldest_years), Actor::social_services);
    decision.look(guideline::sources_named, sources_named, Actor::social_services);
    return decision;
}

Decision may_decide_offer(const Facts& facts, const cases::DecisionNote& note)
{
    const bool under_18 = age_on(facts.born, facts.on) < 18;
    auto decision = known_before(facts.by_social_services, facts.born, facts.on, facts.youngest_years, facts.oldest_years, facts.sources_named);
    decision.look(guideline::no_conflict, facts.declares_no_conflict, Actor::unit_manager);
    decision.look(guideline::category_named, facts.category_named, Actor::social_services);
    if (facts.on_the_way_out) decision.look(guideline::exit_seekers_included, facts.exit_seekers_included, Actor::administrator);
    decision.look(guideline::commits_crimes, facts.commits_crimes, Actor::social_services);
    if (facts.outcome == Outcome::offer) decision.look(guideline::room_for_more, facts.room_for_more, Actor::unit_manager);
    decision.look(guideline::intervention_end_named, end_and_appeal(facts), Actor::social_services);
    if (facts.mode == Mode::open_intervention && facts.outcome == Outcome::offer && under_18)
        decision.look(guideline::open_intervention_agreed, agreed_enough(facts), Actor::guardian);
    decision.add(cases::says_all(note, under_18));
    return decision;
}

Decision may_register_assessment(const AssessmentFacts& facts)
{
    Decision decision;
    const bool whole = facts.instrument && facts.version && facts.assessor && facts.summary && facts.assessed_on <= facts.on;
    decision.look(guideline::assessment_named, whole, Actor::social_services);
    return decision;
}

bool family_told(const Decided& decided) { return decided.youth_told && (decided.guardians_told || !decided.under_18); }

std::vector<guideline::Duty> duties(const Decided& decided)
{
    std::vector<guideline::Duty> all;
    const auto due = [&](const guideline::Requirement& requirement, MessageKey what, Date last_day, const char* path) {
        all.push_back({&requirement, Actor::social_services, decided.officer, {}, what, last_day, {}, path});
    };
    const bool intervention = decided.mode != Mode::cooperation_form && decided.outcome != Outcome::waitlist;
    if (intervention && !decided.ended && !family_told(decided)) {
        // Who is told after the end is told too late: a short intervention leaves fewer days.
        auto last_day = add_days(decided.decided_on, telling_days);
        if (decided.intervention_last_day && *decided.intervention_last_day < last_day) last_day = *decided.intervention_last_day;
        due(guideline::intervention_end_named, "duty.tell_family", last_day, "bedomning/berattat");
    }
    if (decided.queue_review_on) due(guideline::room_for_more, "duty.review_queue", *decided.queue_review_on, "beslut");
    return all;
}

}  // namespace lots::selection
