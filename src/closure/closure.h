#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "cases/rules.h"

namespace lots::closure {

inline constexpr std::array<std::string_view, 7> grounds{"need_gone", "goals_reached",  "behaviour_unchanged", "continued_crime",
                                                         "withdrawn", "agency_refused", "other"};
/// `deceased` has a decision of its own, in which less is asked for.
inline constexpr std::array<std::string_view, 9> reasons{"need_gone",        "goals_reached",   "behaviour_unchanged", "continued_crime",
                                                         "consent_withdrawn", "consent_expired", "moved",               "placed_or_detained",
                                                         "other"};
inline constexpr std::array<std::string_view, 3> results{"reached", "partly", "not_reached"};

/// Somebody asks whether the group should go on (T16).
struct Question {
    std::string ground, facts;
    Instant raised_at;
    PersonId raised_by;
};

struct GoalResult {
    int goal = 0;                         // number
    std::string result, text;
    int seq = 0;
    Instant made_at = {};
    PersonId made_by = {};
};

/// Who goes on with a commitment that is open at the end (S1-62).
struct HandOver {
    int commitment = 0;                   // number
    std::string agency_code, agency_name, note;
    std::optional<Date> accepted_on = {};  // the day on which that agency said yes
    int seq = 0;
    Instant made_at = {};
    PersonId made_by = {};
};

struct Closure {
    std::string reason, ground, informed, appeal_information;
    Date closed_on;
    Date monitoring_last_day;             // included
    PersonId decided_by;
};

// What the forms ask for.

struct RaiseClosure {
    std::string case_number, ground, facts;
};
struct SetGoalResult {
    std::string case_number, goal, result, text;
    int seq_seen = 0;
};
struct HandOverCommitment {
    std::string case_number, commitment, agency, note;
    std::optional<Date> accepted_on = {};
    int seq_seen = 0;
};
struct ContinueCase {
    std::string case_number;
    cases::DecisionNote note;
};
/// One goal or commitment of the form that ends a case; what was said of it before stands there.
struct GoalRow {
    std::string about = {};               // number of the goal
    std::string result = {}, text = {};
    int seq_seen = 0;
};
struct HandOverRow {
    std::string about = {};               // number of the commitment
    std::string agency = {}, note = {};
    std::optional<Date> accepted_on = {};
    int seq_seen = 0;
};
struct CloseCase {
    std::string case_number, reason, ground, informed, appeal_information;
    cases::DecisionNote note;
    std::vector<GoalRow> results = {};
    std::vector<HandOverRow> hand_overs = {};
};

}  // namespace lots::closure
