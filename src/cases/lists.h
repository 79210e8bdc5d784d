#pragma once

#include <map>
#include <string>
#include <vector>

#include "access/permit.h"

namespace lots::cases {

/// The cases the reader has a tie to today: those that go on before those that have ended, then by the latest change of state; at most
/// `most`, after the first `skip`. Each is then asked for by itself: being here is no access.
std::vector<CaseId> own_cases(access::Work& work, int most, int skip = 0);
/// How many there are.
int count_own_cases(access::Work& work);

/// One duty as the start page shows it.
struct DutyLine {
    CaseId case_id;
    std::string requirement, what, path;
    std::optional<int> number;
    Date last_day;
};
/// The reader's duties with a last day up to `until` (included), most urgent first, at most `most` after the first `skip`: those of the
/// person, and for intake in social services the own unit's proposals that nobody has taken up. Whether the reader may do them today is
/// asked for each by itself (may_be_done).
std::vector<DutyLine> own_duties(access::Work& work, Date until, int most, int skip = 0);
int count_own_duties(access::Work& work, Date until);
/// May the reader do it today: is what it asks for open to this person, in the state that the case is in?
bool may_be_done(const access::CasePermit& permit, const DutyLine& duty);

/// How many duties of the next 30 days the reader may do in this case, by the page of the case that each leads to: {"samtycken", 1}. Their
/// number alone; those of the first page have no name.
std::map<std::string, int> own_duties_by_page(const access::CasePermit& permit);

/// Writes the duties of one case anew (a projection: what is there is replaced).
struct DutyRow {
    std::string requirement, actor, what, path;
    std::optional<PersonId> person;
    std::optional<AgencyId> agency;
    std::optional<int> number;
    Date last_day;
    bool operator==(const DutyRow&) const = default;
};
void replace_duties(access::Work& work, const CaseId& case_id, const std::vector<DutyRow>& rows);
/// The day on which the consent ends by itself, kept in the head so that due cases are found without opening them; and that it, like the
/// duties, was reckoned for this moment.
void set_next_change(access::Work& work, const CaseId& case_id, std::optional<Date> day);

/// One step in the life of a case.
struct Step {
    access::CaseState to;
    std::string transition, role;
    Instant at;
    std::optional<PersonId> made_by;
    std::optional<RecordId> decision_note;
};
/// Newest first. Whoever sees only the room gets those from the complete consent on (settled 19).
std::vector<Step> steps(const access::CasePermit& permit);

}  // namespace lots::cases
