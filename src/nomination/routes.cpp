#include "nomination/routes.h"

#include "nomination/commands.h"
#include "nomination/pages.h"

namespace lots::nomination {

using access::Operation;

void routes(web::Site& site)
{
    site.command(propose_command());
    site.command(take_up_command());
    site.command(give_feedback_command());
    site.command(take_back_command());
    site.command(take_back_own_command());
    site.command(refer_command());
    site.page("/foresla/over-18", Operation::propose, over_18_page);
    site.data("/api/v1/referrals", Operation::propose, "nomination.api.referrals", referrals_json);
    site.command(readmit_command());
    site.page("/mina-forslag", Operation::propose, own_page);
    site.page("/arende/{case}/forslag", Operation::read_nomination, nomination_page);
    site.data("/api/v1/nominations", Operation::propose, "nomination.api.own", own_json);
    site.data("/api/v1/cases/{case}/nomination", Operation::read_nomination, "nomination.api.one", nomination_json);
}

}  // namespace lots::nomination
