#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace lots::plan {

enum class ChangeKind { added, removed, changed };

/// One field of a commitment or a goal that reads otherwise than before.
struct ChangedField {
    std::string_view what;                // "measure", "who", "when", "how", "plain", "order", "text", "reached"
    std::string before, after;
};

/// What a decided plan says otherwise than the one before it about one goal or commitment.
struct Change {
    ChangeKind kind = ChangeKind::changed;
    bool goal = false;                    // else a commitment
    int number = 0;
    std::string title;                    // the goal's text, the commitment's measure, as it reads now
    std::vector<ChangedField> fields = {};  // when it was changed
};

/// A decided plan, as it was.
struct Decided {
    std::vector<Goal> goals;
    std::vector<Commitment> commitments;  // with `decided`
};

/// The difference between two decided plans: goals first, then commitments, each by number (S2-15).
std::vector<Change> changes_between(const Decided& before, const Decided& after);

}  // namespace lots::plan
