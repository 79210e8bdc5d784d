#pragma once

#include "consent/pages_parts.h"

// The pieces of the page Samtycken that are not about the answers themselves, and the collector's own page.
namespace lots::consent {

/// Whether somebody has said no to what the group needs, so that other ways are looked for.
bool needs_other_paths(const Facts& facts, Date on);
/// The ways that stay open without a consent (edge 4.2), with the paragraphs in force.
html::Html other_paths_part(const Page& page);
/// Everything on paper, because it may be dangerous if somebody sees it (settled 23); empty otherwise.
html::Html paper_only_part(const Page& page);
/// One row an agency: whom to ask there, what it gives and receives (S0-15). With links to change it when `change`.
html::Html agencies_part(const access::CasePermit& permit, const web::Asked& asked, const std::set<AgencyId>& agencies,
                         const Consent* form, bool change);
/// How often each has been talked with, and how often in vain (S1-13).
html::Html attempts_part(const Page& page, const std::vector<KeptConversation>& talks);
/// Talks by the group about going on (S4-10): all, or the own agency's. Empty when there are none.
html::Html motivations_part(const access::CasePermit& permit, const web::Asked& asked);
/// When each withdrawal came, and when it was registered.
html::Html withdrawals_part(const Page& page);
/// Whether researchers may get in touch, and until when (S1-66, S1-67).
html::Html follow_up_part(const Page& page);
/// The whole text that was signed.
html::Html wording_part(const Page& page);

/// The approved collector's own page (S0-18): who is to be asked, and the form. Nothing else.
Result<web::View> collection_page(access::Work& work, const web::Asked& asked);
Result<std::string> collection_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::consent
