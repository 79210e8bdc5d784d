#pragma once

#include "access/permit.h"

namespace lots::cases {

/// What everybody who writes to, calls or prints for the family has to mind; said at the head of every page of the case.
struct Care {
    bool danger_if_seen = false;      // settled 23: paper only, nothing is sent
    bool protected_identity = false;  // somebody who signs lives under protected identity (edge 4.5); never who
};

/// What was answered last, and who is asked today. Nothing of it for the young person, guardians and helpers: one of them
/// may be whom somebody is protected from. Members of the group learn nothing of the others' protection (settled 18).
Care care_of(const access::CasePermit& permit);

}  // namespace lots::cases
