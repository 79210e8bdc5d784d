#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "cases/rules.h"
#include "form/fields.h"

namespace lots::cases {

/// The fields of a decision. The two about the child are asked only under 18.
void decision_fields(form::Fields& form, DecisionNote& note, bool under_18);

/// Keeps the decision with the legal reference that is valid today. `legal_reference` is an id of guideline/law.h.
RecordId add_decision(const access::CasePermit& permit, const DecisionNote& note, std::string_view legal_reference);

/// A kept decision, as it is shown again: with the wording of the law on its day.
struct KeptDecision {
    DecisionNote note;
    Date decided_on;
    PersonId made_by;
    std::string role, law;
};
KeptDecision decision_of(const access::CasePermit& permit, const RecordId& id);
/// All of the case that lie in social services' file, oldest first.
std::vector<KeptDecision> decisions(const access::CasePermit& permit);
/// The wording of that reference on that day, as it is shown and printed. Empty when it is not known for the day.
std::string law_of(std::string_view reference, Date on);

}  // namespace lots::cases
