#include "selection/routes.h"

#include "selection/commands.h"
#include "selection/pages.h"

namespace lots::selection {

using access::Operation;

void routes(web::Site& site)
{
    site.command(decide_offer_command());
    site.command(add_source_command());
    site.command(register_assessment_command());
    site.command(tell_family_command());
    site.command(add_support_command());
    site.page("/arende/{case}/bedomningar", Operation::read_assessment, assessments_page);
    site.data("/api/v1/cases/{case}/sources", Operation::read_selection, "selection.api.sources", sources_json);
    site.data("/api/v1/cases/{case}/assessments", Operation::read_assessment, "selection.api.assessments", assessments_json);
    site.page("/arende/{case}/bedomning", Operation::read_selection, selection_page);
    site.data("/api/v1/cases/{case}/offer-decision", Operation::read_selection, "selection.api.decisions", selection_json);
}

}  // namespace lots::selection
