#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "cases/rules.h"
#include "plan/rules.h"

namespace lots::plan {

/// The parts of a life that a goal can be about (docs/method/fields.md 3.4).
inline constexpr std::array<std::string_view, 9> areas{"school",  "occupation",       "housing", "family", "leisure",
                                                       "company", "substances_health", "crime",   "economy"};

/// What kind of thing is promised. To observe, to follow the company somebody keeps and to be out on evenings and weekends are tasks of the
/// police and of field workers that stand in the plan like any other (S3-05, S4-21).
inline constexpr std::array<std::string_view, 7> commitment_kinds{"support", "talk", "report", "observation", "company", "evenings", "other"};

/// The links of a life in which support is looked for (S2-02). Every area of a goal belongs to one.
inline constexpr std::array<std::string_view, 4> life_links{"school", "occupation", "leisure", "social"};
std::string_view link_of(std::string_view area);

std::string_view name(Owner owner);
std::string_view name(Status status);
/// A word out of the database or a form; an unknown one is a bug.
Owner owner_of(std::string_view word);
Status status_of(std::string_view word);

/// A goal as it reads now.
struct Goal {
    GoalId id;
    int number = 0;
    int seq = 0;                          // of the wording
    std::string area, text, reached_how;
    AgencyId agency;                      // who answers for it (S4-16)
    std::string agency_code, agency_name;
    std::optional<int> membership;        // number of the member who answers for it (S4-16)
    std::string person_name;              // that member
    bool person_takes_part = false;       // today
    std::optional<AgencyId> needs_agency; // one to bring in (S0-86)
    std::string needs_agency_code, needs_agency_name;
    std::optional<int> attendance_percent;  // at school, and where it is read (S4-26)
    std::string attendance_source;
    bool dropped = false;
    Instant made_at;
    PersonId made_by;
    bool from_assessment = false;         // rests on the assessment (S1-12)
    std::string assessment_conclusion;    // only while the consent names it
};

/// A commitment in one wording.
struct Wording {
    int seq = 0;
    Owner owner = Owner::agency;
    std::optional<int> membership;        // number of the member, when an agency's
    std::optional<PersonId> person;       // that member
    std::optional<AgencyId> agency;
    std::string agency_code, agency_kind;
    std::optional<int> signatory;         // number of the young person or guardian, when theirs
    std::optional<SignatoryId> signatory_id;
    bool owner_takes_part = false;        // a member today, or somebody who still signs
    std::string owner_words;              // "Jonas Ek, Polisen", "Alex", "Vårdnadshavare 1"
    std::string kind = "support";         // one of commitment_kinds
    std::string measure, documented_how, plain_words;
    std::string activity;                 // a group or place that others go to as well (S3-09); may be empty
    std::optional<RecordId> helper;       // the private person who does it together with the one who answers for it
    std::optional<int> helper_number;
    std::string helper_name;              // empty for who may not know
    std::optional<Date> start_on;
    Date last_day;                        // included
    int order_number = 0;                 // 0: not decided yet
    std::optional<int> after;             // number of the commitment that it waits for
    bool dropped = false;
    bool accepted = false;
    Instant made_at;
    PersonId made_by;
    bool from_assessment = false;         // rests on the assessment (S1-12)
    bool same_words = false;              // only its place changed, or whether it stands in the draft
    int same_as = 0;                      // seq of the wording whose words these are; 0: they are its own
    Instant worded_at;                    // when those were written

    int words_seq() const { return same_as > 0 ? same_as : seq; }
};

/// Whether two commitments bring two young people into the same activity at the same time: it is called the same, but for large and small
/// letters, and the days overlap. What has no first day has begun.
bool meets(const Wording& one, const Wording& other);

/// A promise of an agency, the young person or a guardian: as it is drafted, as it was decided, and how it goes.
struct Commitment {
    CommitmentId id;
    int number = 0, goal = 0;
    Wording draft;                        // the newest wording
    std::optional<Wording> decided;       // as it reads in the plan in force
    Status status = Status::not_started;
    bool needs_help = false;
    std::string note;                     // said with the newest status
    std::optional<Instant> status_at;
    std::optional<Date> moved_to;         // a later day, agreed at a meeting after this wording

    /// What holds now: the decided wording, or the draft while nothing is decided.
    const Wording& in_force() const { return decided ? *decided : draft; }
    /// The day that counts today, included.
    Date last_day() const { return moved_to ? *moved_to : in_force().last_day; }
    bool open() const { return is_open(status); }
    /// Whether the draft promises something else than the plan in force.
    bool reworded() const { return decided ? decided->words_seq() != draft.words_seq() : !draft.dropped; }
    /// Whether it says something else: also where it only stands in another place, or is taken out.
    bool changed() const
    {
        return reworded() || (decided && (draft.dropped || decided->order_number != draft.order_number));
    }
    Promise promise() const;
};

/// The young person's and guardians' part in shaping the plan (S4-17), and whom to call when it is hard.
struct Words {
    int seq = 0;
    std::string youth, guardian, crisis_contact;
    Date took_part_on;
    Instant made_at;
    PersonId made_by;
    std::vector<int> took_part = {};      // numbers of the guardians who took part
    std::string guardian_missing_reason = {};
};

/// A link of the life in which nothing is needed now, and why (S2-02).
struct AreaNote {
    std::string area, reason;
    int seq = 0;
};

/// A plan that social services decided; old ones are kept (S2-15).
struct Version {
    int number = 0;
    Date valid_from;
    Instant decided_at;
    std::string change_reason = {};       // what changed and why; empty for the first
};

// --- what people fill in ------------------------------------------------------------------------------------------------

struct WriteGoal {
    std::string case_number, number;      // number: only when it is changed
    std::string area, text, reached_how, agency;
    bool dropped = false;
    int seq_seen = 0;
    std::string responsible_person = {}, needs_agency = {}, attendance_source = {};
    std::optional<int> attendance_percent = {};
    bool from_assessment = false;
    std::string assessment_conclusion = {};
};

struct WriteCommitment {
    std::string case_number, number;      // number: only when it is changed
    std::string goal, owner, measure, documented_how, plain_words, after;
    std::optional<Date> start_on, last_day;
    std::optional<int> order_number;
    int seq_seen = 0;
    std::string kind = {}, activity = {}, helper = {};
    bool from_assessment = false;
};

/// The least that the police do (S0-40), as two proposals to word for this young person.
struct ProposePolice {
    std::string case_number, goal, owner, meetings, attention;
    std::optional<Date> last_day;
};

struct LookAtAreas {
    std::string case_number, school, occupation, leisure, social;
    int seq_seen = 0;
};

struct DropCommitment {
    std::string case_number, number;
    int seq_seen = 0;
};

/// Back into the draft, as it read before it was taken out.
struct ReturnCommitment {
    std::string case_number, number;
    int seq_seen = 0;
};
struct ReturnGoal {
    std::string case_number, number;
    int seq_seen = 0;
};

struct MoveCommitment {
    std::string case_number, number, direction;  // "up" or "down"
};

struct WriteWords {
    std::string case_number, youth, guardian, crisis_contact;
    std::optional<Date> took_part_on;
    int seq_seen = 0;
    std::vector<std::string> took_part = {};  // guardians, by number
    std::string guardian_missing_reason = {};
};

struct Accept {
    std::string case_number, number, way;
    std::optional<Date> said_on;
    std::string said_by = {};             // who said it for an agency that does not sign in (settled 15)
};

struct Report {
    std::string case_number, number, status, note;
    bool needs_help = false;
    std::string way = {}, said_by = {};   // as for Accept
    std::optional<Date> said_on = {};
};

struct Decide {
    std::string case_number;
    cases::DecisionNote note;
    std::string change_reason = {};
};

}  // namespace lots::plan
