#include "followup/rules_ladder.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::followup {

using access::CaseState;
using guideline::Actor;
using guideline::Decision;

Date level_from(Date last_day, int level, const std::vector<int>& ladder_days)
{
    const int days = ladder_days.at(static_cast<std::size_t>(level) - 1);
    return add_days(last_day, std::max(1, days));  // the last day itself is in time, whatever the setting says
}

Decision may_lift(const Owed& owed, int level, Date on, const std::vector<int>& ladder_days)
{
    Decision decision;
    decision.look(guideline::own_never_climb, owed.owner == plan::Owner::agency, Actor::nobody);
    const bool next = level == owed.lifted_to + 1 && level <= top_level;
    decision.look(guideline::lifted_when_late, owed.open && next && level_from(owed.last_day, level, ladder_days) <= on,
                  Actor::coordinator);
    return decision;
}

Decision may_lift_any(const LadderFacts& facts, Date on)
{
    const bool some = std::ranges::any_of(facts.owed, [&](const OwedHere& one) {
        return may_lift(one.owed, one.owed.lifted_to + 1, on, facts.ladder_days).allowed();
    });
    Decision decision;
    decision.look(guideline::lifted_when_late, some, Actor::coordinator);
    return decision;
}

bool stays_away(const std::vector<bool>& absences)
{
    const auto count = absences.size();
    return count >= 2 && absences[count - 1] && absences[count - 2];
}

bool at_work(CaseState state)
{
    return state == CaseState::planning || state == CaseState::active || state == CaseState::closure_review;
}

namespace {

bool climbs(const Owed& owed) { return owed.owner == plan::Owner::agency && owed.open && owed.lifted_to < top_level; }

}  // namespace

std::vector<guideline::Duty> ladder_duties(const LadderFacts& facts, Date on)
{
    std::vector<guideline::Duty> duties;
    if (!at_work(facts.state)) return duties;
    for (const auto& one : facts.owed) {
        if (!climbs(one.owed) || on <= one.owed.last_day) continue;
        const auto words = one.commitment ? MessageKey("duty.escalate_commitment") : MessageKey("duty.escalate_absence");
        duties.push_back({&guideline::lifted_when_late, Actor::coordinator, facts.coordinator, one.agency, words,
                          level_from(one.owed.last_day, one.owed.lifted_to + 1, facts.ladder_days), one.commitment, "lyft"});
    }
    return duties;
}

std::optional<Date> next_late(const LadderFacts& facts, Date on)
{
    std::optional<Date> next;
    if (!at_work(facts.state)) return next;
    for (const auto& one : facts.owed) {
        if (!climbs(one.owed) || one.owed.last_day < on) continue;
        const auto late_on = next_day(one.owed.last_day);
        if (!next || late_on < *next) next = late_on;
    }
    return next;
}

}  // namespace lots::followup
