#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "consent/parts.h"
#include "consent/store.h"
#include "html/components.h"

// The pieces that the page Samtycken is made of.
namespace lots::consent {

/// What the page was asked for, and what it read.
struct Page {
    const access::CasePermit& permit;
    const web::Asked& asked;
    std::vector<KeptSignatory> kept;
    std::vector<KeptAnswer> given;
};

/// "Polisen, Socialtjänsten", in the order of their names.
std::string agency_names(access::Work& work, const std::set<AgencyId>& agencies);
/// The same, one on each line: some names have a comma of their own.
html::Html agency_list(access::Work& work, const std::set<AgencyId>& agencies);
/// "18 nov 2026 till och med 30 apr 2027".
/// signed_on  of one person's answer: it holds from no day before that
std::string term_words(Language language, const Consent& consent, std::optional<Date> signed_on = {});
std::string name_of(const std::vector<KeptSignatory>& kept, const SignatoryId& signatory);
const KeptAnswer* newest_answer(const std::vector<KeptAnswer>& given, int consent, const SignatoryId& signatory);
/// The last day of the hindrance that holds today.
std::optional<Date> hindered_until(const Signatory& signatory, Date on);
/// Ja, Nej, Inte svarat, Tagit tillbaka.
html::Html answer_tag(const Page& page, const Consent* form, const Signatory& signatory, const KeptAnswer* answer);
/// Where the person is reached; for a protected person only that they are, unless the reader is a named one.
html::Html protection(const Page& page, const SignatoryId& signatory);
/// Every answer that was registered, also those that another took the place of, with what stands beside it on the paper.
html::Html answers_list(const Page& page);
html::Html conversations_list(const Page& page);
html::Html former_signatories(const Page& page);
/// All forms, newest first.
html::Html forms_list(const Page& page);

}  // namespace lots::consent
