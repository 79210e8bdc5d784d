#include "followup/routes.h"

#include "followup/commands.h"

namespace lots::followup {

void routes(web::Site& site) { site.command(follow_up_command()); }

}  // namespace lots::followup
