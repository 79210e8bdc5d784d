#include "emergency/routes.h"

#include "emergency/commands.h"
#include "emergency/pages.h"

namespace lots::emergency {

using access::Operation;

void routes(web::Site& site)
{
    site.command(open_command());
    site.command(told_command());
    site.command(told_elsewhere_command());
    site.page("/arende/{case}/nodatkomster", Operation::keep_file, emergencies_page);
    site.data("/api/v1/cases/{case}/emergency-accesses", Operation::keep_file, "emergency.api", emergencies_json);
}

}  // namespace lots::emergency
