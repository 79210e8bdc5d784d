#include "meeting/routes.h"

#include "meeting/commands.h"
#include "meeting/pages.h"

namespace lots::meeting {

using access::Operation;

void routes(web::Site& site)
{
    site.command(call_command());
    site.command(cancel_command());
    site.command(answer_call_command());
    site.command(register_answer_command());
    site.command(attendance_command());
    site.command(minutes_command());
    site.command(picture_command());
    site.command(decide_command());
    site.command(lock_command());
    site.command(adjust_command());
    site.command(own_picture_command());
    site.command(suspicion_command());
    site.command(release_picture_command());
    site.command(release_suspicion_command());
    site.command(read_command());
    site.command(give_command());
    site.page("/arende/{case}/moten", Operation::read_meetings, meetings_page);
    site.page("/arende/{case}/moten/{number}", Operation::read_meetings, meeting_page);
    site.page("/arende/{case}/moten/{number}/kallelse", Operation::read_meetings, call_paper);
    site.page("/arende/{case}/misstankar", Operation::read_pictures, suspicions_page);
    site.data("/api/v1/cases/{case}/suspicions", Operation::read_pictures, "meeting.api.suspicions", suspicions_json);
    site.data("/api/v1/cases/{case}/meetings", Operation::read_meetings, "meeting.api.list", meetings_json);
    site.data("/api/v1/cases/{case}/meetings/{number}", Operation::read_meetings, "meeting.api.one", meeting_json);
}

}  // namespace lots::meeting
