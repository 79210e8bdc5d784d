#include "closure/routes.h"

#include "closure/commands.h"
#include "closure/pages.h"
#include "closure/survey.h"

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
    site.command(fill_survey_command());
    site.page("/arende/{case}/enkater", Operation::read_survey, surveys_page);
    site.data("/api/v1/cases/{case}/surveys", Operation::read_survey, "survey.api.read", surveys_json);
    site.page("/arende/{case}/avslut", Operation::read_closure, closure_page);
    site.data("/api/v1/cases/{case}/closure", Operation::read_closure, "closure.api.read", closure_json);
}

}  // namespace lots::closure
