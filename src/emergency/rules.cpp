#include "emergency/rules.h"

#include "guideline/requirements.h"

namespace lots::emergency {

using guideline::Actor;
using guideline::Decision;
using guideline::Duty;

Decision may_open(bool reason_written, int hours, int hours_longest)
{
    Decision decision;
    decision.look(guideline::emergency_reason, reason_written && hours >= 1 && hours <= hours_longest, Actor::social_services);
    return decision;
}

Decision may_note_told(bool is_told_to_reader, bool noted)
{
    Decision decision;
    decision.look(guideline::emergency_told, is_told_to_reader && !noted, Actor::unit_manager);
    return decision;
}

std::vector<Duty> duties_of(const std::vector<Untold>& untold)
{
    std::vector<Duty> all;
    for (const auto& one : untold)
        all.push_back({&guideline::emergency_told, Actor::unit_manager, one.manager, {}, "duty.read_emergency", add_days(one.on, told_days),
                       one.number, one.path});
    return all;
}

}  // namespace lots::emergency
