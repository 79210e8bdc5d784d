#pragma once

#include <string>
#include <string_view>

#include "access/permit.h"
#include "html/components.h"
#include "organisation/organisation.h"
#include "web/asked.h"

namespace lots::organisation {

html::Url organisation_url();
html::Url unit_url(const Unit& unit);
std::string role_name(Language language, access::Role role);

/// The unit whose people the reader may see and change: with `part` only one of the own agency. NotFound otherwise.
Result<Unit> unit_to_manage(access::Work& work, std::string_view code);

/// Agencies and their units, and what else is set up here.
Result<web::View> organisation_page(access::Work& work, const web::Asked& asked);
Result<std::string> organisation_json(access::Work& work, const web::Asked& asked);
/// Who acts in a unit, in which role, from when until when.
Result<web::View> unit_page(access::Work& work, const web::Asked& asked);
Result<std::string> unit_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::organisation
