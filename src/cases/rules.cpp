#include "cases/rules.h"

#include <algorithm>
#include <array>

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

std::string_view basis_of(std::string_view step)
{
    struct Basis {
        std::string_view step, reference;
    };
    static constexpr std::array<Basis, 20> all{{
        {"T2", "sol-20-2"},
        {"T3", "sol-18-4"},
        {"T4", "sol-18-4"},
        {"T6", "osl-10-1"},
        {"T7", "osl-10-1"},
        {"T8", "osl-10-1"},
        {"T9", "osl-10-1"},
        {"T14", "osl-12-2"},
        {"T15", "osl-10-1"},
        {"T16", "sol-14-3"},
        {"T19", "sol-18-4"},
        {"agencies", "sol-18-4"},
        {"collector", "osl-10-1"},
        {"coordinator", "sol-14-3"},
        {"deputy", "sol-14-3"},
        {"member", "sol-14-3"},
        {"officer", "sol-14-3"},
        {"meeting_off", "sol-14-3"},
        {"commitment_off", "sol-14-3"},
        {"hand_over", "sol-14-3"},
    }};
    const auto* found = std::ranges::find(all, step, &Basis::step);
    return found == all.end() ? std::string_view{} : found->reference;
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
    if (facts.officer_left_on)
        duties.push_back({&guideline::social_services_decide, guideline::Actor::social_services, facts.manager, {}, "duty.replace_officer",
                          *facts.officer_left_on, {}, "akten/handlaggare"});
    if (facts.coordinator_left_on)
        duties.push_back({&guideline::one_coordinator, guideline::Actor::social_services, facts.manager ? facts.manager : facts.officer, {},
                          "duty.replace_coordinator", *facts.coordinator_left_on, {}, "deltagare/samordnare"});
    for (const auto& [number, on] : facts.conflicted_members)
        duties.push_back({&guideline::no_conflict, guideline::Actor::social_services, facts.officer, {}, "duty.replace_member", on, number,
                          "deltagare"});
    return duties;
}

}  // namespace lots::cases
