#include "steering/routes.h"

#include "steering/pages.h"

namespace lots::steering {

using access::Operation;

void routes(web::Site& site)
{
    site.page("/styrgrupp", Operation::read_statistics, follow_up_page);
    site.data("/api/v1/statistics", Operation::read_statistics, "steering.api", follow_up_json);
}

}  // namespace lots::steering
