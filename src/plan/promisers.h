#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "form/fields.h"
#include "plan/plan.h"

namespace lots::plan {

/// Who can promise something, and how the form names them.
struct Promiser {
    std::string code, label;              // "member-2", "Jonas Ek, Polisen"
    std::string agency_kind;              // empty for the young person and guardians
    Wording wording;                      // only the fields about the owner
};

/// Members of the group, the young person and, under 18, the guardians. A member who drafts for the own agency: those of it.
std::vector<Promiser> promisers(const access::CasePermit& permit);
/// The code of the one who promised a wording.
std::string code_of(const Wording& wording);
/// The number of the guardian in words: "Vårdnadshavare 1".
std::string guardian_words(const access::CasePermit& permit, int signatory);

/// The lists of a form about a commitment: owners, goals, other commitments, helpers. `plan` covers the whole plan.
form::Choices choices_for(const access::CasePermit& permit, const access::CasePermit& plan, int own_number);
/// The highest place in the order that is taken; 0 when none is.
int last_place(const access::CasePermit& plan);

}  // namespace lots::plan
