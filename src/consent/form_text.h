#pragma once

#include <string>
#include <vector>

#include "consent/inputs.h"
#include "consent/parts.h"
#include "consent/store_parts.h"
#include "html/components.h"

// The text of the form that is signed: the same on paper and as it is kept.
namespace lots::consent {

/// What one form asks for.
struct FormContent {
    int number = 0;
    Date valid_from, last_day;  // both included
    Scope scope;
    std::vector<AgencyPart> agencies;
    std::string research = {};  // what was answered to the voluntary question; empty: the boxes to tick
};

/// A heading with what stands below it.
struct FormPart {
    std::string heading;
    std::vector<std::string> lines;
};

/// "Samtycke till att dela information, blankett 1, SIG-2026-014", in the municipality's own word (S2-13).
std::string form_title(const access::CasePermit& permit, Language language, int number);

/// The form, part by part: purpose, each agency, what is shared and what is not, the term, the rights, the duties that stay,
/// the law of its first day, and the voluntary question apart.
std::vector<FormPart> form_parts(Language language, const FormContent& form);

/// The same as one Swedish text, to be kept with the signatures (S1-65).
std::string wording(const access::CasePermit& permit, const OpenConsent& input, const std::set<AgencyId>& agencies,
                    int number);

/// "Skola och närvaro, Umgänge".
std::string kinds_words(Language language, const std::vector<std::string>& kinds);

/// The form of one signatory, to print and sign: nothing of the others stands on it (edge 4.5, settled 6).
Result<web::View> sheet_page(access::Work& work, const web::Asked& asked);

}  // namespace lots::consent
