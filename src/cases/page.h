#pragma once

#include <string>
#include <string_view>

#include "access/permit.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::cases {

/// "/arende/SIG-2026-014".
html::Url case_url(const access::CasePermit& permit);
/// "Bedöms", "Vilande" …
std::string state_words(Language language, access::CaseState state);
html::Html state_tag(Language language, access::CaseState state);

/// The head of every page of a case: number, short name and age, state, who has it, until when the consent holds, and what everybody has to
/// mind. For the family it says whose plan it is and nothing else.
html::Html case_header(const access::CasePermit& permit, const web::Asked& asked);

/// A finished page of a case: head, the case's own navigation with `current` marked ("plan", "moten", "samtycken" …; only what the reader
/// may see), and the content. `heading` is the page's h2 and, with the number, its title. `extra` stands to the right where there is room, and
/// below elsewhere. The family has no menu of the case's pages but a way back to Min plan.
web::View case_page(const access::CasePermit& permit, const web::Asked& asked, std::string_view current, const std::string& heading,
                    html::Html content, const html::Html& extra = {});

}  // namespace lots::cases
