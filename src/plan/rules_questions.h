#pragma once

#include <string_view>
#include <vector>

#include "plan/rules.h"

namespace lots::plan {

/// The five questions that every commitment answers before the plan is decided: vad, vem, när, hur det dokumenteras, i
/// vilken ordning.
enum class Question { what, who, when, how, order };
std::string_view name(Question question);

/// Those that a commitment leaves open, in that order: what may_decide says of it, question by question.
/// on      the day of the decision
/// source  guideline 6 (S0-79), "Vad är det?" 3.3 (S1-52, S1-53)
std::vector<Question> open_questions(const PlanFacts& plan, const CommitmentFacts& commitment, Date on);

}  // namespace lots::plan
