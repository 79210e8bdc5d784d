#include "closure/routes.h"

#include "closure/commands.h"
#include "closure/pages.h"

namespace lots::closure {

using access::Operation;

void routes(web::Site& site)
{
    site.command(raise_command());
    site.command(goal_result_command());
    site.command(hand_over_command());
    site.command(continue_command());
    site.command(close_command());
    site.command(close_after_death_command());
    site.page("/arende/{case}/avslut", Operation::read_closure, closure_page);
    site.data("/api/v1/cases/{case}/closure", Operation::read_closure, "closure.api.read", closure_json);
}

}  // namespace lots::closure
