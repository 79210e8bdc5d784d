#pragma once

#include <vector>

#include "access/permit.h"

namespace lots::cases {

/// The cases the reader has a tie to today, newest first, at most `most`. Each is then asked for by itself: being here is no access.
std::vector<CaseId> own_cases(access::Work& work, int most);

/// One duty as the start page shows it.
struct DutyLine {
    CaseId case_id;
    std::string requirement, what, path;
    std::optional<int> number;
    Date last_day;
};
/// The reader's duties with a last day up to `until` (included), most urgent first, at most `most`: those of the person, and for intake
/// in social services the own unit's proposals that nobody has taken up.
std::vector<DutyLine> own_duties(access::Work& work, Date until, int most);

/// Writes the duties of one case anew (a projection: what is there is replaced).
struct DutyRow {
    std::string requirement, actor, what, path;
    std::optional<PersonId> person;
    std::optional<AgencyId> agency;
    std::optional<int> number;
    Date last_day;
};
void replace_duties(access::Work& work, const CaseId& case_id, const std::vector<DutyRow>& rows);
/// The day on which the consent ends by itself, kept in the head so that due cases are found without opening them; and that it, like the
/// duties, was reckoned for this moment.
void set_next_change(access::Work& work, const CaseId& case_id, std::optional<Date> day);

/// One step in the life of a case.
struct Step {
    bool operator==(const DutyRow&) const = default;
    access::CaseState to;
    std::string transition, role;
    Instant at;
    std::optional<PersonId> made_by;
    std::optional<RecordId> decision_note;
};
/// Newest first. Whoever sees only the room gets those from the complete consent on (settled 19).
std::vector<Step> steps(const access::CasePermit& permit);

}  // namespace lots::cases
