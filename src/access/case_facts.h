#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "consent/rules.h"

namespace lots::access {

class Work;

/// What access needs to know of one case, read from facts (never from a projection) in the same snapshot as the answer.
struct CaseFacts {
    CaseId id;
    YouthId youth;
    std::string number;               // "SIG-2026-014"; "F-31" while there is none, and always for who only proposed
    int nomination_number = 0;
    RetentionUnitId social_unit, room_unit, youth_unit;
    CaseState recorded_state = CaseState::proposed;   // of the last transition
    CaseState state = CaseState::proposed;            // effective today: suspended when the consent does not hold
    CaseState left_state = CaseState::proposed;       // the state that a suspension left (settled 35)
    int transitions = 0;              // how many there are
    int version = 0;                  // of case_head, for compare-and-set
    Date born;
    consent::Facts consent;
    ConsentState consent_state = ConsentState::none;
    std::optional<UnitId> owner_unit; // the social services unit that has it
    std::optional<AgencyId> owner_agency; // of that unit: another board's people are in another secrecy area (S2-04)
    std::vector<Relation> relations;  // the reader's; empty means none
    std::optional<int> own_membership;   // number of the reader's membership today
    std::optional<SignatoryId> own_signatory;
    std::optional<RecordId> own_helper;  // the reader's own line among the private helpers who take part today
};

/// Whether this is the number of a proposal, "F-31".
bool is_nomination_number(std::string_view number);
/// None when there is no such case in the reader's municipality.
std::optional<CaseFacts> load_case_facts(Work& work, std::string_view number);
/// None for an id that is not there.
std::optional<CaseFacts> load_case_facts(Work& work, const CaseId& id);

/// The effective state (settled 20, 35): from forming to closure_review without a consent that holds is suspended.
CaseState effective_state(CaseState recorded, ConsentState consent);

}  // namespace lots::access
