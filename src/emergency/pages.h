#pragma once

#include <string>

#include "access/work.h"
#include "emergency/emergency.h"
#include "html/components.h"
#include "web/site.h"

namespace lots::emergency {

/// Who opened the case, when, for how long and why. For those who have it.
Result<web::View> emergencies_page(access::Work& work, const web::Asked& asked);
Result<std::string> emergencies_json(access::Work& work, const web::Asked& asked);

/// One of them: who, from when until when, and why.
html::Html one_part(const Emergency& one, const web::Asked& asked);
/// On the case's own page while it lasts: for who reads by it, and for those who have the case. Empty for everybody else.
html::Html notice_part(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::emergency
