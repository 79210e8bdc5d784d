#include "asp/rules.h"

#include "guideline/requirements.h"

namespace lots::asp {

using access::CaseState;
using guideline::Actor;
using guideline::Decision;

std::vector<std::string_view> block_codes_of_notes()
{
    std::vector<std::string_view> codes;
    for (const auto code : block_codes)
        for (const auto& row : block_code_of_note)
            if (code.front() - '0' == row.value) codes.push_back(code);
    return codes;
}

Decision may_note(const Said& said)
{
    Decision decision;
    decision.look(guideline::conditions_assessed, said.answered && said.assessed_on <= said.on, Actor::police);
    if (!said.noted_on) return decision;
    decision.look(guideline::conditions_of_register, said.conditions_met, Actor::police);
    decision.look(guideline::note_names_officer, said.names_contact, Actor::police);
    const auto asked_for = guideline::in_force(block_code_of_note, *said.noted_on);
    decision.look(guideline::block_code, said.block_code && said.block_code == asked_for, Actor::police);
    return decision;
}

Decision may_confirm(bool closed, Date removed_on, Date on, Date monitoring_last_day, bool says_why)
{
    Decision decision;
    decision.look(guideline::marking_removed, closed && removed_on <= on, Actor::police);
    // "Bör" stand a year: who takes it away sooner says why.
    decision.look(guideline::marking_stays_a_year, removed_on > monitoring_last_day || says_why, Actor::police);
    return decision;
}

std::vector<guideline::Duty> duties(const DutyFacts& facts)
{
    std::vector<guideline::Duty> all;
    const bool works = facts.state == CaseState::forming || facts.state == CaseState::planning ||
                       facts.state == CaseState::active || facts.state == CaseState::closure_review;
    if (works && facts.officer && !facts.assessed)
        all.push_back({&guideline::conditions_assessed,
                       Actor::police,
                       facts.officer,
                       {},
                       "duty.assess_asp",
                       add_days(facts.officer_since, assess_days),
                       {},
                       "asp/skriv"});
    if (facts.noted && !facts.removed && facts.contact_left_on && works)
        all.push_back({&guideline::note_names_officer,
                       Actor::police,
                       facts.officer ? facts.officer : facts.manager,
                       {},
                       "duty.change_asp_contact",
                       add_days(*facts.contact_left_on, change_contact_days),
                       {},
                       "asp/skriv"});
    if (facts.noted && !facts.removed && facts.monitoring_last_day && !facts.readmitted_with_police)
        all.push_back({&guideline::marking_removed,
                       Actor::police,
                       facts.officer ? facts.officer : facts.manager,
                       {},
                       "duty.remove_asp",
                       next_day(*facts.monitoring_last_day),
                       {},
                       "asp/borttagen"});
    return all;
}

}  // namespace lots::asp
