#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "cases/lists.h"
#include "storage/store.h"
#include "vault/vault.h"

namespace lots::app {

/// What lists show of a case, reckoned from its facts (D12).
struct Reckoned {
    std::vector<cases::DutyRow> duties;
    std::optional<Date> next_change_on;  // the next day that changes something by itself (app/midnight.h)
};
/// For the moment of `work`. A case that is not there is a bug.
Reckoned reckon(access::Work& work, const CaseId& id);

struct ProjectionFindings {
    std::int64_t cases = 0;
    std::vector<std::string> problems;  // the case's number and which projection; never a content
    std::vector<std::string> waiting;   // numbers of cases that are due and not followed yet (app/midnight.h)
};
/// Reckons every case again for the moment for which it was last reckoned, and compares: head, open case, duties. Not a case
/// that is to be followed at once: it waits. With `today` one whose day has come by then waits as well.
ProjectionFindings examine_projections(storage::Store& data, vault::Vault& vault, Random& random, std::optional<Date> today = {});
/// The same of one case.
ProjectionFindings examine_projection(storage::Store& data, vault::Vault& vault, Random& random, const MunicipalityId& municipality,
                                      const CaseId& id);

}  // namespace lots::app
