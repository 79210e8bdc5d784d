#pragma once

#include "access/words.h"

namespace lots::access {

/// All that the answer depends on. Nothing else may.
struct Facts {
    Role role;
    Relation relation;
    CaseState case_state;        // effective on the day
    ConsentState consent_state;  // on the day
    Compartment compartment;
    Operation operation;
};

/// May this reader do this? One pure function for every page, API operation and job. What is not said is no.
/// source  docs/method/access.md, docs/method/settled.md 16-28; written apart from docs/access_table.csv, which a test
///         enumerates in full against it
Answer decide(const Facts& facts);

/// The compartments that an operation may touch at all (docs/access_vocabulary.md).
bool touches(Operation operation, Compartment compartment);

}  // namespace lots::access
