#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace lots::working_group {

/// A meeting of the working group, called by social services (S2-08).
struct Meeting {
    RecordId id, group;
    int number = 0;                          // 1, 2 … in the municipality: its address
    std::string group_code, group_name;
    Instant starts_at;
    std::string place;
    std::string outcome;                     // "held", "called_off"; empty while it is to come
    std::string situation, measures;         // of one that was held (S2-10)
    std::optional<Instant> ended_at;
};

/// A question about an area, with nobody in it (S2-10).
struct AreaItem {
    int number = 0;
    std::string text;
};

struct RecommendationAnswer {
    bool follows = false;
    std::string reason;
    Instant made_at;
};

/// What the working group thinks; social services decide (S2-11, S0-10).
struct Recommendation {
    std::string advice;                      // offer, no_offer, know_more
    std::string text;
    std::string contact_agency, contact_position;  // who should contact the person (S2-12): a name, a role; may be empty
    Date made_on;
    std::optional<RecommendationAnswer> answer;
};

/// What the working group is shown of a case: a text that leads to nobody or, by a narrow consent, one with a name (S0-37).
struct Item {
    RecordId id, meeting;
    int meeting_number = 0, number = 0;      // its number at the meeting is all that the group knows it by
    CaseId case_id;
    std::string form;                        // "deidentified", "named"
    std::string text, age_band;
    int could_be_about = 0;
    std::vector<std::string> warnings;       // codes of the hints that were kept, for a reason
    std::string reason;
    std::optional<Date> consent_signed_on, consent_last_day;
    std::string consent_kept_at;
    Instant approved_at;
    PersonId approved_by;
    std::optional<Recommendation> recommendation;
};

// --- what is filled in --------------------------------------------------------------------------------------------------

struct AddAreaItem {
    std::string meeting, text;
    bool leads_to_nobody = false;            // somebody has read it for that
};
struct EndMeeting {
    std::string meeting, situation, measures;
    std::vector<std::string> present;        // numbers of seats
    bool leads_to_nobody = false;            // as above, of both texts
};
struct CallOff {
    std::string meeting;
};
struct PrepareItem {
    std::string case_number, meeting, form, text, reason, consent_kept_at;
    std::optional<int> could_be_about;
    bool approved = false, all_have_signed = false;
    std::optional<Date> consent_signed_on, consent_last_day;
};
struct Recommend {
    std::string meeting, item, advice, text, contact_agency, contact_position;
};
/// What the group said of one of the items of a meeting; without advice: nothing.
struct ItemAdvice {
    std::string about, advice, text, contact_agency, contact_position;  // about: the item's number
};
struct RecommendItems {
    std::string meeting;
    std::vector<ItemAdvice> rows;
};
struct AnswerRecommendation {
    std::string case_number, meeting, item, follows, reason;
};

}  // namespace lots::working_group
