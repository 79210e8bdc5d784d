#pragma once

#include <string>

#include "access/work.h"
#include "base/result.h"
#include "guideline/error.h"
#include "web/asked.h"

namespace lots::steering {

/// Whether the reader has the counts of cases by state and district as they are: the local steering group (settled 31).
/// Everybody else has them with the small ones hidden.
bool reads_as_they_are(const access::Reader& reader);

/// Uppföljning: what agencies are late with, how many cases came how far, how long the first meeting took, and how it ended.
/// No names, case numbers or typed text.
Result<web::View> follow_up_page(access::Work& work, const web::Asked& asked);
/// The same figures; small ones are hidden for every reader, because what a program takes goes further (settled 31,
/// exports).
Result<std::string> follow_up_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::steering
