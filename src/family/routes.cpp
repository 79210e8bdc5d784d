#include "family/routes.h"

#include "family/about_me.h"
#include "family/consent_page.h"
#include "family/help_page.h"
#include "family/leading.h"
#include "family/meeting_pages.h"
#include "family/my_plan.h"
#include "family/promise_pages.h"
#include "family/words_pages.h"

namespace lots::family {

void routes(web::Site& site)
{
    add_my_plan(site);
    add_consent(site);
    add_meetings(site);
    add_promises(site);
    add_words(site);
    add_about_me(site);
    add_help(site);
    site.lead_family(own_address);
}

}  // namespace lots::family
