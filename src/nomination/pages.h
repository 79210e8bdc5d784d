#pragma once

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::nomination {

/// What to do with somebody of 18 or more: whom to phone, and the text of the narrow consent.
Result<web::View> over_18_page(access::Work& work, const web::Asked& asked);
Result<std::string> referrals_json(access::Work& work, const web::Asked& asked);
Result<web::View> own_page(access::Work& work, const web::Asked& asked);
Result<web::View> nomination_page(access::Work& work, const web::Asked& asked);
Result<std::string> own_json(access::Work& work, const web::Asked& asked);
Result<std::string> nomination_json(access::Work& work, const web::Asked& asked);

/// Where the proposer reads and takes back the own text: at the proposal's own number, the same in every state (settled 20).
html::Url own_url(const access::CasePermit& permit);

/// The proposal in short, to be read beside a form: from whom, why, and the way to all of it. For those who read it in full.
html::Html proposal_in_short(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::nomination
