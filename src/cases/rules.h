#pragma once

#include <string>

#include "guideline/decision.h"

namespace lots::cases {

/// What every decision has to say (S1-71), and two more about a child (settled 14).
struct DecisionNote {
    std::string why, how, who, what;
    std::string childs_view, best_interests;
    std::string delegation;  // the point of the delegation order
};

/// Does the decision say varför, hur, vem and vad, and under 18 the child's own view and how the best interests were weighed?
/// source  "Vad är det?" 4 (S1-71); settled 14
guideline::Decision says_all(const DecisionNote& note, bool under_18);

}  // namespace lots::cases
