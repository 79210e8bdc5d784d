#pragma once

#include <string>

#include "access/work.h"
#include "web/site.h"

namespace lots::note {

Result<web::View> notes_page(access::Work& work, const web::Asked& asked);
Result<std::string> notes_json(access::Work& work, const web::Asked& asked);

Result<web::View> contacts_page(access::Work& work, const web::Asked& asked);
Result<std::string> contacts_json(access::Work& work, const web::Asked& asked);

Result<web::View> disclosures_page(access::Work& work, const web::Asked& asked);
Result<std::string> disclosures_json(access::Work& work, const web::Asked& asked);

Result<web::View> protection_page(access::Work& work, const web::Asked& asked);
Result<std::string> protection_json(access::Work& work, const web::Asked& asked);

Result<web::View> words_page(access::Work& work, const web::Asked& asked);
Result<std::string> words_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::note
