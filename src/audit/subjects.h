#pragma once

#include <vector>

#include "audit/entry.h"

namespace lots::audit {

/// The same case asked for several times in one piece of work becomes one subject with all compartments that were opened.
void merge_subjects(Entry& entry);
/// The cases that an entry is about, each once.
std::vector<CaseId> cases_of(const Entry& entry);

}  // namespace lots::audit
