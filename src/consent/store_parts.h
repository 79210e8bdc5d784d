#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/permit.h"
#include "consent/consent.h"
#include "consent/inputs_parts.h"
#include "consent/rules_watch.h"

namespace lots::consent {

// What is kept beside the asking itself: approvals, agencies' parts, hindrances, checks, wordings, talks of the group,
// research.

// --- who collects -------------------------------------------------------------------------------------------------------

/// The approval of somebody from another agency (S0-18). `last_day` is included.
void add_approval(const access::CasePermit& permit, const PersonId& person, Date last_day);
/// How long this person's approval lasts; none without one.
std::optional<Date> approved_until(const access::CasePermit& permit, const PersonId& person);
/// Those who must sign today, as an approved collector sees them. Only under a permit to collect.
std::vector<ToBeAsked> to_be_asked(const access::CasePermit& permit);

// --- the agencies of a form ---------------------------------------------------------------------------------------------

void add_part(const access::CasePermit& permit, const AgencyId& agency, const DescribeAgency& part);
/// One row an agency, in the order of their names: as it stood when `form` was made, or stands now. What nobody has
/// described has the usual words of that kind of agency. For social services and for those whom the consent lets in.
std::vector<AgencyPart> parts_of(const access::CasePermit& permit, const std::set<AgencyId>& agencies, const Consent* form);

/// Whether the consent in force lets social services tell what the assessment came to (S1-12).
bool names_assessment(const access::CasePermit& permit);

/// The whole text of the form, kept in social services' own drawer beside the signatures (S1-65).
void keep_wording(const access::CasePermit& permit, int form_number, std::string_view text);
/// Empty for a form from before wordings were kept.
std::string wording_of(const access::CasePermit& permit, const Consent& form);

// --- circumstances and hindrances ---------------------------------------------------------------------------------------

void add_hindrance(const access::CasePermit& permit, const SignatoryId& signatory, const HinderGuardian& hindrance,
                   std::string_view setting);
/// Ends today every hindrance that this person has today or later. way: answered, withdrew, ended. Gives back whether there was one.
bool end_hindrances(const access::CasePermit& permit, const Signatory& signatory, std::string_view way);
void add_check(const access::CasePermit& permit, const CheckCircumstances& found);

// --- after the answers --------------------------------------------------------------------------------------------------

/// Newest first; of a signatory the own alone.
std::vector<KeptWithdrawal> withdrawals(const access::CasePermit& permit);
void add_follow_up_withdrawal(const access::CasePermit& permit, const SignatoryId& signatory,
                              const WithdrawFollowUp& withdrawal);
/// The facts of the case with the withdrawals of research in them, as may_follow_up() wants them.
Facts with_follow_up(const access::CasePermit& permit);
/// The day the case was closed; none while it goes on.
std::optional<Date> ended_on(const access::CasePermit& permit);

void add_motivation(const access::CasePermit& permit, const SignatoryId& signatory, const RegisterMotivation& contact);
/// By day, newest first: all of them for those who lead the case, of a member the own agency's, of the family none.
std::vector<KeptMotivation> motivations(const access::CasePermit& permit);

/// What the duties of this case rest on.
Watch watch_of(const access::CasePermit& permit);

}  // namespace lots::consent
