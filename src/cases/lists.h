#pragma once

#include <map>
#include <string>
#include <vector>

#include "access/permit.h"

namespace lots::cases {

/// The cases the reader has a tie to today: those that go on before those that have ended, those with something late first,
/// then by the latest change of state; at most `most`, after the first `skip`. Each is then asked for by itself: being here
/// is no access.
std::vector<CaseId> own_cases(access::Work& work, int most, int skip = 0);

/// A part of the own cases.
struct CaseFilter {
    std::optional<access::CaseState> state = {};
    std::string officer = {};  // "own", "others" or "nobody" has it; empty: whoever
    bool late = false;         // something in it is late that the reader may know of
};
/// One of them, with who has it today.
struct CaseLine {
    CaseId case_id;
    std::optional<PersonId> officer;
};
std::vector<CaseLine> own_case_lines(access::Work& work, const CaseFilter& filter, int most, int skip = 0);
/// How many there are.
int count_own_cases(access::Work& work, const CaseFilter& filter = {});
/// In which states they are, and how many in each.
std::map<access::CaseState, int> own_case_states(access::Work& work);

/// A meeting of one of the own cases that is not cancelled and whose minutes are not locked. Whether the reader may know of it is asked by
/// itself.
struct MeetingLine {
    CaseId case_id;
    int number;
    Instant starts_at;
};
/// Those that begin from `from` on and before `before`, soonest first.
std::vector<MeetingLine> own_meeting_lines(access::Work& work, Instant from, Instant before, int most);

/// One duty as lists show it.
struct DutyLine {
    CaseId case_id;
    std::string requirement, what, path;
    std::optional<int> number;
    Date last_day;
    std::optional<PersonId> person = {};  // whose it is; none: of a whole intake, or nobody is at work whose it could be
    std::string actor = {};               // "social_services", "coordinator", "agency" …
    std::optional<Instant> came_at = {};  // of a proposal that waits to be taken up
};
/// The reader's duties with a last day up to `until` (included), most urgent first, at most `most` after the first `skip`: those of the
/// person, and for intake in social services the own unit's proposals that nobody has taken up and its cases that nobody could give
/// to an officer. Whether the reader may do them today is asked for each by itself (may_be_done).
std::vector<DutyLine> own_duties(access::Work& work, Date until, int most, int skip = 0);
int count_own_duties(access::Work& work, Date until);
/// May the reader do it today: is what it asks for open to this person, in the state that the case is in?
bool may_be_done(const access::CasePermit& permit, const DutyLine& duty);

/// Whether the role has cases in which others have duties that it answers for: social services in their own, the manager in the unit's,
/// a coordinator in those that he or she leads.
bool has_team(access::Role role);
/// Everybody's duties in the own cases, as own_duties. Whether the reader may know of each is asked by itself (may_be_known).
std::vector<DutyLine> team_duties(access::Work& work, Date until, int most, int skip = 0);
int count_team_duties(access::Work& work, Date until);
/// May the reader know of it, whoever has it? Never of what the young person or a guardian owes (settled 30).
bool may_be_known(const access::CasePermit& permit, const DutyLine& duty);
/// Those of one case that the reader may know of, with a last day up to `until`, most urgent first.
std::vector<DutyLine> case_duties(const access::CasePermit& permit, Date until);
/// Those of the cases that own_case_lines gives with the same values, in one question.
std::vector<DutyLine> duties_of_own_lines(access::Work& work, const CaseFilter& filter, int most, int skip = 0);

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
