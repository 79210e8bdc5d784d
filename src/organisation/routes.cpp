#include "organisation/routes.h"

#include "organisation/group_commands.h"
#include "organisation/group_pages.h"

namespace lots::organisation {

using access::Operation;

void routes(web::Site& site)
{
    site.page("/organisation/grupper", Operation::manage_organisation, groups_page);
    site.data("/api/v1/standing-groups", Operation::manage_organisation, "organisation.api.groups", groups_json);
    site.page("/organisation/omraden", Operation::manage_organisation, areas_page);
    site.data("/api/v1/areas", Operation::manage_organisation, "organisation.api.areas", areas_json);
    site.command(make_group_command());
    site.command(give_seat_command());
    site.command(end_seat_command());
    site.command(add_area_command());
    site.command(link_areas_command());
    site.command(end_area_link_command());
}

}  // namespace lots::organisation
