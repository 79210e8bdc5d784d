#include "working_group/routes.h"

#include "working_group/commands.h"
#include "working_group/pages.h"

namespace lots::working_group {

using access::Operation;

void routes(web::Site& site)
{
    site.page("/arbetsgrupp", Operation::read_working_group, groups_page);
    site.data("/api/v1/working-group", Operation::read_working_group, "working_group.api.groups", groups_json);
    site.page("/arbetsgrupp/moten/{meeting}", Operation::read_working_group, meeting_page);
    site.data("/api/v1/working-group/meetings/{meeting}", Operation::read_working_group, "working_group.api.meeting", meeting_json);
    site.command(call_group_command());
    site.command(add_area_item_command());
    site.command(end_meeting_command());
    site.command(call_off_command());
    site.command(recommend_command());
    site.command(recommend_items_command());

    site.page("/arende/{case}/beredning", Operation::read_selection, preparation_page);
    site.data("/api/v1/cases/{case}/deidentified-items", Operation::read_selection, "working_group.api.items", preparation_json);
    site.command(prepare_item_command());
    site.command(answer_recommendation_command());
}

}  // namespace lots::working_group
