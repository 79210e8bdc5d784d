#pragma once

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

}  // namespace lots::cases
