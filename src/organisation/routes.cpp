#include "organisation/routes.h"

#include "organisation/group_commands.h"
#include "organisation/group_pages.h"
#include "organisation/people_commands.h"
#include "organisation/people_pages.h"
#include "organisation/profile_commands.h"
#include "organisation/profile_pages.h"

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
    site.page("/organisation", Operation::manage_accounts, organisation_page);
    site.data("/api/v1/agencies", Operation::manage_accounts, "organisation.api.agencies", organisation_json);
    site.page("/organisation/enheter/{unit}", Operation::manage_accounts, unit_page);
    site.data("/api/v1/units/{unit}/assignments", Operation::manage_accounts, "organisation.api.assignments", unit_json);
    site.command(add_agency_command());
    site.command(add_unit_command());
    site.command(add_person_command());
    site.command(give_assignment_command());
    site.command(end_assignment_command());
    site.page("/organisation/profil", Operation::manage_organisation, profile_page);
    site.data("/api/v1/profile", Operation::manage_organisation, "organisation.api.profile", profile_json);
    site.page("/organisation/profil-historik", Operation::manage_organisation, profile_history_page);
    site.data("/api/v1/profile-versions", Operation::manage_organisation, "organisation.api.profile_versions", profile_history_json);
    site.command(set_setting_command());
}

}  // namespace lots::organisation
