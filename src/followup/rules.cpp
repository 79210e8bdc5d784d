#include "followup/rules.h"

namespace lots::followup {

bool needs_new_day(plan::Owner owner, plan::Status status, Date last_day, std::optional<Date> new_last_day, Date on)
{
    return owner == plan::Owner::agency && plan::is_open(status) && new_last_day.value_or(last_day) < on;
}

}  // namespace lots::followup
