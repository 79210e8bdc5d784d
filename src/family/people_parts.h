#pragma once

#include <string_view>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::family {

/// The text with each telephone number in it as a link: one tap on a phone.
html::Html with_calls(std::string_view text);
/// "Vilka är vi?": the group, the private helpers, and the two things that the police do; then who sees what.
html::Html who_part(const access::CasePermit& permit, const web::Asked& asked);
/// Whom to ask and the telephone number, whom to call when it is hard, 112.
html::Html questions_part(const access::CasePermit& permit, const web::Asked& asked);
/// "Ring Sara Lind, 010-000 00 01." The case officer, or the manager when the officer has left; social services where the
/// reader may not know whom the case is about.
html::Html officer_part(const access::CasePermit& permit, const web::Asked& asked);
/// "Behöver du tolk? Ring Sara Lind." Nothing where nobody may be named.
html::Html interpreter_part(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::family
