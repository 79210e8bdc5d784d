#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "followup/rules_ladder.h"

namespace lots::followup {

/// What the answer of a level says.
struct LevelAnswer {
    std::string text;
    std::optional<Date> done_by;  // included
    Instant answered_at;
    PersonId answered_by;
};

/// One step on the ladder, as the case shows it.
struct Escalation {
    int number = 0;    // 1, 2 … in the municipality
    std::string what;  // one of lifted_things
    std::optional<int> commitment;
    AgencyId agency;
    std::string agency_name, reason;
    int level = 1;
    Date due_on;
    Instant raised_at;
    PersonId raised_by;
    std::optional<LevelAnswer> answer;
};

/// The same as the level that is asked sees it: a case number at most, and for the steering group not even that.
struct Lifted {
    int number = 0, level = 1;
    std::string what, agency_name, case_number;  // the number is empty for the steering group
    std::optional<int> commitment;               // none for the steering group
    Date due_on, raised_on;
    std::optional<Date> answered_on;
};

/// All of the case, newest first; texts opened. Readers whose room is `part` get those of their own agency.
std::vector<Escalation> escalations(const access::CasePermit& permit);

/// What is owed in the case today and could climb: commitments of agencies, and agencies that stay away.
LadderFacts ladder_of(const access::CasePermit& permit);
std::vector<guideline::Duty> duties(const access::CasePermit& permit);
std::optional<Date> next_change(const access::CasePermit& permit);

struct NewEscalation {
    std::string_view what, reason;
    std::optional<int> commitment;
    AgencyId agency;
    int level = 1;
    Date due_on;
};
/// Returns its number.
int add_escalation(const access::CasePermit& permit, const NewEscalation& escalation);

/// What was lifted to the reader's own level, newest first, at most 200. Empty for a role that is no level. It needs no
/// permit: what it says of a case is its number, and to the steering group not that. Asked of an agency's manager while a
/// consent names the agency, and of those who sit in the group of the case's district (S2-04).
std::vector<Lifted> lifted_to_reader(access::Work& work);
/// Keeps the answer; the number is one of lifted_to_reader, asked in the same unit of work, that has none yet. The text is
/// sealed into the case's room.
void add_answer(access::Work& work, int number, std::string_view text, std::optional<Date> done_by);

// What the forms ask for.

struct Escalate {
    std::string case_number, what, level, reason;  // what: "commitment-3", "absent-skolan"
};
struct AnswerEscalation {
    std::string number, text;
    std::optional<Date> done_by;
};

}  // namespace lots::followup
