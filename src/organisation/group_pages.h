#pragma once

#include <functional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "organisation/groups.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::organisation {

html::Url groups_url();
html::Url areas_url();

/// Who sits in the groups beside the cases, and what is missing there.
Result<web::View> groups_page(access::Work& work, const web::Asked& asked);
Result<std::string> groups_json(access::Work& work, const web::Asked& asked);
/// Districts, police areas, and how they lie over each other.
Result<web::View> areas_page(access::Work& work, const web::Asked& asked);
Result<std::string> areas_json(access::Work& work, const web::Asked& asked);

/// Name, agency, position and mandate of those who sit in a group; `end` makes the last column, or nothing.
html::Html seat_table(const web::Asked& asked, const std::vector<Seat>& seats, const std::string& caption,
                      const std::function<html::Html(const Seat&)>& end = {});
/// Whom the municipality turns to, in its own words (S2-01); nothing when it has not said.
html::Html target_group(access::Work& work, const web::Asked& asked);
/// The name of the agency that a finding is about.
web::AboutWords about_agencies(access::Work& work);

}  // namespace lots::organisation
