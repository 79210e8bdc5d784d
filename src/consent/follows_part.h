#pragma once

#include "consent/parts.h"

// What an answer, a withdrawal or a resumption leads to: said where the answers are checked, before the last button.
namespace lots::consent {

/// Whom the answer is about and what follows from it, as it was typed. The first alone while nothing was typed.
html::Html answer_follows(const access::CasePermit& permit, const web::Asked& asked, const Signatory& signatory,
                          const Consent& form);

/// What ends when this person withdraws. To the person in plain words, and nothing of the others (settled 6).
html::Html withdrawal_follows(const access::CasePermit& permit, const web::Asked& asked, const Signatory& signatory,
                              bool own);

/// Where the case goes on, and who sees it again.
html::Html resumption_follows(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::consent
