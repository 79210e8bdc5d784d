#pragma once

#include <string>
#include <vector>

#include "storage/session.h"

namespace lots::storage {

/// A table that can always be made again from facts (D12): case state, duties per person, roll-ups. Commands write it in
/// their own transaction; `lots doctor` compares, and rebuilds on demand.
struct Projection {
    const char* table;       // its name
    const char* key;         // the columns that name a row, with commas: "municipality, case_id"
    const char* columns;     // all columns, with commas, the key among them
    const char* from_facts;  // a SELECT without parameters that gives exactly `columns`, in that order
};

/// How the table differs from its facts. Keys are told in hexadecimal, never a content.
struct Difference {
    std::int64_t missing = 0;       // rows that the facts give and the table lacks
    std::int64_t excess = 0;        // rows that no fact gives
    std::int64_t changed = 0;       // rows that are there with another content
    std::vector<std::string> keys;  // of the first few of them, in the order of the key
    bool none() const { return missing + excess + changed == 0; }
};

/// Compares the table with its facts inside the session's snapshot. `keys_max` bounds Difference::keys only.
Difference compare(Session& session, const Projection& projection, int keys_max = 20);

/// Makes the table equal to its facts, touching the rows that differ and no other. Returns how many rows it removed and
/// added.
std::int64_t rebuild(Session& session, const Projection& projection);

}  // namespace lots::storage
