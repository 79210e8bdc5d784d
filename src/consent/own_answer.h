#pragma once

#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"

// Mitt samtycke: what the young person or a guardian reads about the own answer, in plain words (UX 4: LIX 30, twelve words
// a sentence). Nothing of the others: not who they are, not what they answered, and not why a consent does not hold (settled
// 6). The functions take a permit to read the own consent and draw below any heading of level 1.
namespace lots::consent {

/// "Ditt samtycke", in the municipality's own word.
std::string own_answer_title(access::Work& work, const web::Asked& asked);

/// What I have said yes to, with whom, until when, and how I change it. When a new form waits beside the one that holds,
/// both. A sentence alone for who is no signatory or has not been asked.
html::Html own_answer_part(const access::CasePermit& permit, const web::Asked& asked);

/// What happens when the own yes is taken back: shown before the last button. Empty for who is no signatory.
html::Html own_withdrawal_part(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::consent
