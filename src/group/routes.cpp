#include "group/routes.h"

#include "group/commands.h"
#include "group/coordination_page.h"
#include "group/pages.h"

namespace lots::group {

using access::Operation;

void routes(web::Site& site)
{
    site.page("/arende/{case}/deltagare", Operation::read_members, members_page);
    site.page("/arenden/samordning", Operation::list_cases, coordination_page);
    site.data("/api/v1/coordination", Operation::list_cases, "group.api.coordination", coordination_json);
    site.command(appoint_coordinator_command());
    site.command(add_member_command());
    site.command(end_membership_command());
    site.command(start_planning_command());
    site.command(appoint_deputy_command());
    site.command(end_deputy_command());
    site.command(tell_youth_command());
    site.command(wish_helper_command());
    site.command(answer_helper_command());
    site.command(judge_helper_command());
    site.command(sign_reservation_command());
    site.command(end_helper_command());
    site.data("/api/v1/cases/{case}/members", Operation::read_members, "group.api.members", members_json);
}

}  // namespace lots::group
