#include "followup/routes.h"

#include "followup/commands.h"
#include "followup/hold.h"
#include "followup/ladder_pages.h"

namespace lots::followup {

void routes(web::Site& site)
{
    using access::Operation;
    site.command(follow_up_command());
    site.command(undo_follow_up_command());
    site.command(hold_command());
    site.page("/arende/{case}/moten/{number}/pagar", Operation::hold_meeting, hold_page);
    site.command(escalate_command());
    site.command(answer_escalation_command());
    site.page("/arende/{case}/lyfta-fragor", Operation::read_commitments, escalations_page);
    site.data("/api/v1/cases/{case}/escalations", Operation::read_commitments, "ladder.api.of_case", escalations_json);
    site.page("/lyfta", Operation::answer_escalation, lifted_page);
    site.data("/api/v1/escalations", Operation::answer_escalation, "ladder.api.lifted", lifted_json);
}

}  // namespace lots::followup
