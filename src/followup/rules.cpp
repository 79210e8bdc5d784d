#include "followup/rules.h"

#include "guideline/requirements.h"

namespace lots::followup {

guideline::Decision takes_up_what_is_late(plan::Owner owner, plan::Status status, Date last_day, std::optional<Date> new_last_day, Date on)
{
    const bool late = owner == plan::Owner::agency && plan::is_open(status) && new_last_day.value_or(last_day) < on;
    guideline::Decision decision;
    decision.look(guideline::commitment_followed_up, !late, guideline::Actor::group);
    return decision;
}

guideline::Decision may_drop(const Dropped& dropped)
{
    guideline::Decision decision;
    decision.look(guideline::youth_commits, dropped.owner != plan::Owner::youth || dropped.other_of_youth, guideline::Actor::social_services);
    decision.look(guideline::police_task_in_plan, !dropped.of_police || dropped.other_of_police, guideline::Actor::social_services);
    return decision;
}

bool says_why(plan::Status status, bool new_day)
{
    return new_day || status == plan::Status::not_done || status == plan::Status::cancelled;
}

}  // namespace lots::followup
