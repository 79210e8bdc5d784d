#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/permit.h"
#include "consent/consent.h"
#include "consent/inputs.h"
#include "consent/rules_steps.h"

namespace lots::consent {

// Everything the case knows about its consent, in words. Dates, numbers and who must sign are in permit.facts().consent.
// A signatory reads what concerns the own person (the answer `part`), and no other's.

std::vector<KeptSignatory> signatories(const access::CasePermit& permit);
/// Where a protected person is reached. Only with a permit to read the protected compartment.
std::string protected_contact(const access::CasePermit& permit, const SignatoryId& signatory);
/// Whether this account is a signatory's of the case already.
bool has_account(const access::CasePermit& permit, const PersonId& person);
/// Whether this account is listed as a young person who is not the one of this case.
bool is_another_youth(const access::CasePermit& permit, const PersonId& person);
/// What was answered last to whether it is dangerous if somebody sees this, when the case was taken up or later (settled 23).
Danger danger_if_seen(const access::CasePermit& permit);
void add_danger_answer(const access::CasePermit& permit, std::string_view answer);
/// By day, newest first.
std::vector<KeptConversation> conversations(const access::CasePermit& permit);
/// By form, newest first; of one signatory several when an answer was changed.
std::vector<KeptAnswer> answers(const access::CasePermit& permit);
/// For social services and for those whom the consent lets in.
Scope scope_of(const access::CasePermit& permit, const Consent& consent);

/// Judgements that differ from those that stand: one row an agency.
void judge(const access::CasePermit& permit, const AgencyId& agency, bool concerned, std::string_view reason);
/// Agencies that have ever been judged, concerned or not.
std::set<AgencyId> judged(const access::CasePermit& permit);

/// Gives back the number.
int add(const access::CasePermit& permit, const AddSignatory& signatory, std::optional<PersonId> account);
void add_end(const access::CasePermit& permit, const SignatoryId& signatory, const EndSignatory& end);
void add(const access::CasePermit& permit, const SignatoryId& signatory, const RegisterConversation& conversation);

/// Who collects, when it is not social services themselves.
struct OutsideCollector {
    PersonId person, approved_by;
};
/// Gives back the number of the form.
int add(const access::CasePermit& permit, const OpenConsent& form, const std::set<AgencyId>& agencies,
        const std::optional<OutsideCollector>& collector);
/// excluded  of an answer that leaves an agency out: which one
void add(const access::CasePermit& permit, const ConsentId& consent, const SignatoryId& signatory, const RegisterAnswer& answer,
         std::optional<FileId> file, std::optional<AgencyId> excluded);
void add_withdrawal(const access::CasePermit& permit, const ConsentId& consent, const SignatoryId& signatory,
                    const WithdrawConsent& withdrawal);

/// Who was approved to collect, with the one who named them.
struct Collector {
    PersonId person, named_by;
    bool of_own_board = false;           // of the social services whose case it is: nobody approves them
};
std::optional<Collector> collector(const access::CasePermit& permit);

}  // namespace lots::consent
