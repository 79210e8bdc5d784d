#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "consent/consent.h"
#include "consent/rules_steps.h"
#include "guideline/decision.h"
#include "web/asked.h"
#include "web/gates.h"

// What the commands and pages of consent share.
namespace lots::consent {

/// The signatory with that number in the address, or null.
const Signatory* signatory_numbered(const access::CasePermit& permit, std::string_view number);
/// The same, of those who have a say today: also somebody who is hindered, for an own answer always counts.
const Signatory* required_signatory(const access::CasePermit& permit, std::string_view number);

/// The talks of the case, without the attempts at one.
std::vector<Talk> talks_of(const access::CasePermit& permit);
AnswerKind answer_kind(std::string_view code);

/// "Ungdomen", "Vårdnadshavare 1": by role, without the name.
std::string role_words(Language language, const Facts& facts, const Signatory& signatory);
/// The same with the name, "Vårdnadshavare 2 (Per Ternström)", for a reader at social services. The role alone for others (settled 18)
/// and of a person with protected identity (edge 4.5).
std::string named_words(const access::CasePermit& permit, Language language, const Signatory& signatory);
/// Words for a finding's subject: whose answer it is about.
std::string about_words(Language language, const Facts& facts, const guideline::Finding& finding);

/// The same for a gate in this case.
web::AboutWords about_in(const access::CasePermit& permit, Language language);

/// "/arende/SIG-2026-014/samtycken".
html::Url consents_url(const access::CasePermit& permit);
html::Url signatory_url(const access::CasePermit& permit, const Signatory& signatory, std::string_view page);

/// The case after what was just written: the last yes starts the group (T7), a refusal ends it (T8), a consent that does not hold any
/// more suspends it (T14). A suspended case is left as it is: T15 is a decision. Gives back the state.
/// refusal  who said no and why, for the file; empty where nobody has just answered
access::CaseState settle(const access::CasePermit& permit, const std::string& refusal = {});

/// T16: somebody has refused what the group needs while an older consent holds. The work goes on, and social services decide whether it
/// can (S0-16, settled 5). Gives back the state.
access::CaseState consider_closure(const access::CasePermit& permit, access::CaseState state);

/// What programs get from a command here: {"case", "state"} and, when it has one, {"number"} of what was made.
std::string outcome_json(const access::CasePermit& permit, access::CaseState state, std::optional<int> number = {});

}  // namespace lots::consent
