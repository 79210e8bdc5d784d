#include "plan/routes.h"

#include "plan/avoid.h"
#include "plan/commands.h"
#include "plan/own_items.h"
#include "plan/pages.h"
#include "plan/translation.h"

namespace lots::plan {

using access::Operation;

void routes(web::Site& site)
{
    site.page("/arende/{case}/plan", Operation::read_plan, plan_page);
    site.page("/arende/{case}/plan/enkelt", Operation::read_plan, plain_page);
    site.page("/arende/{case}/plan/version/{number}", Operation::read_plan, version_page);
    site.command(add_goal_command());
    site.command(change_goal_command());
    site.command(add_commitment_command());
    site.command(change_commitment_command());
    site.command(drop_commitment_command());
    site.command(return_commitment_command());
    site.command(return_goal_command());
    site.command(move_commitment_command());
    site.command(propose_police_command());
    site.command(look_at_areas_command());
    site.command(write_words_command());
    site.command(decide_command());
    site.command(translate_plan_command());
    site.command(write_avoid_command());
    site.command(take_away_avoid_command());
    site.page("/arende/{case}/plan/undvik", Operation::read_plan_avoid, avoid_page);
    site.data("/api/v1/cases/{case}/plan/avoid", Operation::read_plan_avoid, "plan.avoid.api", avoid_json);
    site.command(accept_command());
    site.command(report_command());
    site.page("/arende/{case}/egna-uppgifter", Operation::read_own_items, own_items_page);
    site.data("/api/v1/cases/{case}/own-items", Operation::read_own_items, "plan.own_items.api", own_items_json);
    site.data("/api/v1/cases/{case}/plan", Operation::read_plan, "plan.api.plan", plan_json);
    site.data("/api/v1/cases/{case}/commitments", Operation::read_commitments, "plan.api.commitments", commitments_json);
}

}  // namespace lots::plan
