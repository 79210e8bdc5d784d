#include "selection/routes.h"

#include "selection/commands.h"
#include "selection/pages.h"

namespace lots::selection {

using access::Operation;

void routes(web::Site& site)
{
    site.command(decide_offer_command());
    site.page("/arende/{case}/bedomning", Operation::read_selection, selection_page);
    site.data("/api/v1/cases/{case}/offer-decision", Operation::read_selection, "selection.api.decisions", selection_json);
}

}  // namespace lots::selection
