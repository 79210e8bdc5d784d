#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "form/fields.h"
#include "group/rules.h"
#include "organisation/store.h"
#include "web/gates.h"

// Whom a form of this room offers, and how the rules see them.
namespace lots::group {

/// Who can be coordinator, or stand in for one.
const std::vector<access::Role>& coordinating();
/// Each person once, by the assignment that acting_of_handle would find.
form::Options once_each(std::vector<organisation::Acting> people);
/// How the rules see somebody whom social services want in the group.
Candidate candidate_of(const access::CasePermit& permit, const organisation::Acting& person, const std::string& reason);
/// The case is suspended: people leave and the coordinator is replaced (edge 4.26), but nobody comes to it.
bool rests(const access::CasePermit& permit);

/// Those who must sign today.
std::vector<consent::Signatory> who_sign(const access::CasePermit& permit);
/// What somebody who signs is called here: the young person by name, guardians by number.
std::string signatory_words(const access::CasePermit& permit, const consent::Signatory& one);
/// The same for a finding about one who must sign.
web::AboutWords about_signatories(const access::CasePermit& permit);

}  // namespace lots::group
