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
    std::string crime_ground, no_crimes_reason, outside_age_band_code, agreed_by, agreed_reason;
    RecordId id, note_id;
    cases::KeptDecision note = {};
};

/// Keeps the decision with its note, and the sources as they stand; a place in the queue also with the day to look at it again.
void add(const access::CasePermit& permit, const DecideOffer& decided, const RecordId& note, int review_days);
/// All decisions of the case, newest first: a place in the queue may have come before.
std::vector<OfferDecision> decisions_of(const access::CasePermit& permit);

/// Whether the reader has declared a conflict of interest in this case; none: has not been asked.
std::optional<bool> own_declaration(const access::CasePermit& permit);

/// How many places of the municipality are taken: cases from the offer until the end. A number, of no case in particular.
int places_taken(access::Work& work);

/// What the selection rests on, in the order it was written.
std::vector<Source> sources_of(const access::CasePermit& permit);
void add_source(const access::CasePermit& permit, const Source& source);

/// What else is given beside the group, in the order it was written.
std::vector<Support> supports_of(const access::CasePermit& permit);
void add_support(const access::CasePermit& permit, const Support& support);

/// The structured assessments, newest first. For who may read assessments alone.
std::vector<Assessment> assessments_of(const access::CasePermit& permit);
void add_assessment(const access::CasePermit& permit, const Assessment& assessment);

/// Who was told of a decision.
std::vector<TellFamily> told_of(const access::CasePermit& permit, const RecordId& decision);
void add_told(const access::CasePermit& permit, const RecordId& decision, const TellFamily& told);

/// Since when somebody waits, when it is looked at again, and how many stand before: a number, of no case in particular.
struct QueuePlace {
    Date since, review_on;
    int number = 1;
};
/// None when nobody of this case waits.
std::optional<QueuePlace> queue_place(const access::CasePermit& permit);

}  // namespace lots::selection
