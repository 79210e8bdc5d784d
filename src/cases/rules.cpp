#include "cases/rules.h"

#include "guideline/requirements.h"

namespace lots::cases {

guideline::Decision says_all(const DecisionNote& note, bool under_18)
{
    guideline::Decision decision;
    const bool four = !note.why.empty() && !note.how.empty() && !note.who.empty() && !note.what.empty();
    decision.look(guideline::four_fields, four, guideline::Actor::social_services);
    if (under_18)
        decision.look(guideline::childs_view_and_best, !note.childs_view.empty() && !note.best_interests.empty(),
                      guideline::Actor::social_services);
    return decision;
}

guideline::Decision may_go_on(Date decided_on, int months, Date on)
{
    guideline::Decision decision;
    decision.look(guideline::no_rolling_on, on <= add_months(decided_on, months), guideline::Actor::social_services);
    return decision;
}

guideline::Decision may_have_case(bool conflicted)
{
    guideline::Decision decision;
    decision.look(guideline::no_conflict, !conflicted, guideline::Actor::social_services);
    return decision;
}

guideline::Decision may_readmit(bool other_open_case)
{
    guideline::Decision decision;
    decision.look(guideline::one_open_case, !other_open_case, guideline::Actor::social_services);
    return decision;
}

std::string_view basis_of(std::string_view transition)
{
    if (transition == "T2") return "sol-20-2";
    if (transition == "T6" || transition == "T7" || transition == "T8" || transition == "T9" || transition == "T15") return "osl-10-1";
    if (transition == "T14") return "osl-12-2";
    if (transition == "T16") return "sol-14-3";
    if (transition == "T19") return "sol-18-4";
    return {};
}

std::vector<guideline::Duty> duties_of(const OfficerFacts& facts)
{
    using access::CaseState;
    std::vector<guideline::Duty> duties;
    switch (facts.state) {
    case CaseState::proposed:
    case CaseState::decided_no_offer:
    case CaseState::consent_refused:
    case CaseState::closed:
    case CaseState::transferred:
    case CaseState::retained:
    case CaseState::disposed: return duties;
    default: break;
    }
    if (facts.officer_conflicted_on)
        duties.push_back({&guideline::no_conflict, guideline::Actor::social_services, facts.manager, {}, "duty.appoint_officer",
                          *facts.officer_conflicted_on, {}, "akten/handlaggare"});
    for (const auto& [number, on] : facts.conflicted_members)
        duties.push_back({&guideline::no_conflict, guideline::Actor::social_services, facts.officer, {}, "duty.replace_member", on, number,
                          "deltagare"});
    return duties;
}

}  // namespace lots::cases
