#pragma once

#include <optional>
#include <vector>

#include "access/permit.h"
#include "cases/decision_note.h"
#include "selection/selection.h"

namespace lots::selection {

/// A decision about an offer as it was made.
struct OfferDecision {
    std::string outcome, category, mode, ground;
    std::optional<Date> intervention_last_day;
    bool commits_crimes = false, room_for_more = false;
    std::string sources, recommendation, outside_age_band_reason, appeal_information;
    cases::KeptDecision note;
};

/// Keeps the decision with its note.
void add(const access::CasePermit& permit, const DecideOffer& decided, const RecordId& note);
/// All decisions of the case, newest first: a place in the queue may have come before.
std::vector<OfferDecision> decisions_of(const access::CasePermit& permit);

/// Whether the reader has declared a conflict of interest in this case; none: has not been asked.
std::optional<bool> own_declaration(const access::CasePermit& permit);

/// How many places of the municipality are taken: cases from the offer until the end. A number, of no case in particular.
int places_taken(access::Work& work);

}  // namespace lots::selection
