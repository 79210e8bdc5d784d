#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "consent/consent.h"
#include "html/components.h"
#include "web/asked.h"

// What the family's pages share. Each part asks for its own permit, and is empty when the reader has none: what access
// denies is not there.
namespace lots::family {

using SeenCase = access::Permit<access::Operation::see_case>;

/// The reader's cases, newest first. A guardian may have several children.
std::vector<SeenCase> seen_cases(access::Work& work);
/// Whether the case has ended, in whatever way.
bool is_over(const access::CasePermit& permit);

/// "/min-plan/SIG-2026-014".
html::Url home_of(const std::string& case_number);
html::Url home_url(const access::CasePermit& permit);
/// A page of the family's: what is read over a shoulder and in the list of windows says Min plan and no more. `heading` is
/// its h1.
web::View own_page(const web::Asked& asked, html::Url back, const std::string& heading);

bool is_youth(const web::Asked& asked);
/// Whether the young person is under 18 today.
bool is_minor(const access::CasePermit& permit);
/// Whether the reader may know whom the case is about; not in a notice.
bool sees_whole(const access::CasePermit& permit);
/// The answer for the room: yes, part or no.
access::Answer in_room(const access::CasePermit& permit, access::Operation operation);

/// The reader's own line among those who sign; null for a helper.
const consent::Signatory* own_signatory(const access::CasePermit& permit);

/// How it stands, in one or two sentences: "Planen är vilande …".
std::string state_sentence(const access::CasePermit& permit, const web::Asked& asked);
/// What the reader said to the consent that holds and to the newest form. Nothing of another's answer, nor that there is one
/// (settled 6). Empty when nothing was asked.
html::Html answer_sentences(const access::CasePermit& permit, const web::Asked& asked);
/// "Ditt val": these sentences, and the way to see the answer or change it.
html::Html choice_part(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::family
