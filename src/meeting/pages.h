#pragma once

#include <string>

#include "access/work.h"
#include "web/site.h"

namespace lots::meeting {

/// Every meeting of the case that the reader may know of.
Result<web::View> meetings_page(access::Work& work, const web::Asked& asked);
/// The meeting screen: the call, attendance, follow-up, pictures and minutes, and what is left before they are locked.
Result<web::View> meeting_page(access::Work& work, const web::Asked& asked);

/// The call as it is sent or handed over: time, place and agenda, and what the police are there for. No names. To a
/// private helper time and place alone.
Result<web::View> call_paper(access::Work& work, const web::Asked& asked);
/// The new suspicions that the police told (S0-27).
Result<web::View> suspicions_page(access::Work& work, const web::Asked& asked);
Result<std::string> suspicions_json(access::Work& work, const web::Asked& asked);

Result<std::string> meetings_json(access::Work& work, const web::Asked& asked);
Result<std::string> meeting_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::meeting
