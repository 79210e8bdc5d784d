#pragma once

#include <optional>
#include <vector>

#include "access/permit.h"
#include "plan/plan.h"

namespace lots::plan {

/// Whether the sealed texts are opened. Without them nothing is given out but numbers, days and codes.
enum class Texts { left_sealed, opened };

/// The commitments of a case, each with its newest wording, that of `version` (none: the newest version) and its newest status.
/// Not filtered: store.h is what pages call.
std::vector<Commitment> load_commitments(const access::CasePermit& permit, Texts texts, std::optional<int> version = {});

}  // namespace lots::plan
