#include "asp/routes.h"

#include "asp/commands.h"
#include "asp/pages.h"

namespace lots::asp {

using access::Operation;

void routes(web::Site& site)
{
    site.command(write_reminder_command());
    site.command(confirm_removal_command());
    site.page("/arende/{case}/asp", Operation::read_asp_reminder, reminder_page);
    site.data("/api/v1/cases/{case}/asp-reminder", Operation::read_asp_reminder, "asp.api.read", reminder_json);
}

}  // namespace lots::asp
