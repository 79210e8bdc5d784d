#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "plan/plan.h"
#include "plan/rules_standing.h"

namespace lots::plan {

// --- reading: under any permit that covers the room; `part` gives only what is the reader's own -------------------------

/// The goals as they read now, by number, without those that were taken out. Empty for who reads only the own commitments.
std::vector<Goal> goals(const access::CasePermit& permit);
/// Also one that was taken out.
std::optional<Goal> goal_of(const access::CasePermit& permit, int number);

/// All commitments of the draft and of the plan in force, in the order of the plan: with texts, owner, status and the day that counts.
std::vector<Commitment> commitments(const access::CasePermit& permit);
/// Those of the plan in force that are not done and not cancelled: what a meeting goes through (S0-32).
std::vector<Commitment> open_commitments(const access::CasePermit& permit);
/// The numbers of those that the plan in force at that moment held and that were open then, in order.
std::vector<int> open_when(const access::CasePermit& permit, Instant at);
std::optional<Commitment> commitment_of(const access::CasePermit& permit, int number);

/// One that the newest wording takes out of the draft, while its goal is still there: what can be taken back.
std::optional<Commitment> taken_out(const access::CasePermit& permit, int number);
/// Those of them that the plan in force does not hold either, by number: no card of the plan shows them.
std::vector<Commitment> left_out(const access::CasePermit& permit);

/// What was said of a commitment, at a meeting or between meetings.
struct SaidStatus {
    Status status = Status::not_started;
    bool needs_help = false;
    std::string note;
    Instant said_at;
};
/// All of it, the newest first. `commitment` is one that this permit gave.
std::vector<SaidStatus> said_of(const access::CasePermit& permit, const Commitment& commitment);

/// Whether the reader has to do it: the named member of the own agency, the young person, the guardian, the helper.
bool is_own(const access::CasePermit& permit, const Wording& wording);

/// Whether the reader is the one who promised, and not a helper who does it too: only that one can take it on.
bool is_promised_by_reader(const access::CasePermit& permit, const Wording& wording);

std::optional<Words> words(const access::CasePermit& permit);
/// The newest about each link of the life; a reason that is empty was taken back.
std::vector<AreaNote> area_notes(const access::CasePermit& permit);

/// The decided plans, newest first.
std::vector<Version> versions(const access::CasePermit& permit);
/// A decided plan as it was: its goals and the decided wordings of its commitments.
std::vector<Goal> goals_of(const access::CasePermit& permit, const Version& version);
std::vector<Commitment> commitments_of(const access::CasePermit& permit, const Version& version);

/// What may_decide looks at: the draft.
PlanFacts facts_of(const access::CasePermit& permit);
/// What the duties of the plan as a whole look at, without who has them; nothing is opened.
StandingFacts standing_facts_of(const access::CasePermit& permit);
/// Agencies that a goal needs and that have nobody in the group.
std::vector<NeededAgency> needed_agencies(const access::CasePermit& permit);
/// Whether a goal was worded after that moment.
bool goals_changed_since(const access::CasePermit& permit, Instant since);
/// Whether the draft differs from the plan in force, so that there is something to decide.
bool has_changes(const access::CasePermit& permit);

/// The same commitments without any text, for duties: nothing is opened.
std::vector<Promise> promises(const access::CasePermit& permit);
/// Those of agencies who take part in the group and still work there.
std::set<PersonId> taking_part(const access::CasePermit& permit);
/// The first day after today on which a member's assignment begins or no longer counts, as far as it is written today.
std::optional<Date> next_change(const access::CasePermit& permit);

// --- keeping ------------------------------------------------------------------------------------------------------------

struct GoalWording {
    std::string_view area, text, reached_how;
    AgencyId agency;
    bool dropped = false;
    std::optional<MembershipId> member = {};
    std::optional<AgencyId> needs_agency = {};
    std::optional<int> attendance_percent = {};
    std::string_view attendance_source = {};
    bool from_assessment = false;
    std::string_view assessment_conclusion = {};
};
/// Returns its number.
int add_goal(const access::CasePermit& permit, const GoalWording& wording);
void add_wording(const access::CasePermit& permit, const Goal& goal, const GoalWording& wording);

/// Makes a commitment with its first wording; of the wording only what people write is read. Returns its number.
int add_commitment(const access::CasePermit& permit, const GoalId& goal, const Wording& wording);
/// A further wording: it has to be accepted and decided anew.
void add_wording(const access::CasePermit& permit, const Commitment& commitment, const Wording& wording);

/// The newest wording is accepted. `on_behalf_of`: self, youth, guardian or agency (settled 15).
struct Acceptance {
    std::string_view on_behalf_of, way;
    Date said_on;
    std::string_view said_by = {};        // who said it, when somebody else writes it down
};
void add_acceptance(const access::CasePermit& permit, const Commitment& commitment, const Acceptance& acceptance);

/// How it goes, said at a meeting or between meetings.
struct NewStatus {
    Status status = Status::ongoing;
    bool needs_help = false;
    std::string_view note;
    std::optional<Date> new_last_day;     // included
    std::optional<MeetingId> meeting;     // none: between meetings
    std::string_view on_behalf_of = "self";
    std::string_view said_by = {};        // who said it, when and how, when somebody else writes it down between meetings
    std::optional<Date> said_on = {};
    std::string_view way = {};
};
void add_status(const access::CasePermit& permit, const CommitmentId& commitment, const NewStatus& status);

void add_words(const access::CasePermit& permit, const Words& words);
void add_area_note(const access::CasePermit& permit, std::string_view area, std::string_view reason);
/// The draft becomes the plan in force from today. Returns the version's number, from 1.
int add_version(const access::CasePermit& permit, const RecordId& decision_note, std::string_view change_reason = {});

}  // namespace lots::plan
