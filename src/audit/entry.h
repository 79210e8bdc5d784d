#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace lots::audit {

enum class Kind { read, command, sign_in, sign_out, system };
enum class Outcome { allowed, refused, not_found, invalid, conflict, failed };

/// One case that an entry is about, and which compartments of it were opened.
struct Subject {
    CaseId case_id;
    std::vector<std::string> compartments;  // as access/ names them, sorted
};

/// One requirement that a rule looked at.
struct Looked {
    std::string requirement;  // "S0-22"
    bool met;
};

/// One signed-in request that named or listed persons or ran a command: what, who, whose, from which unit, when, outcome.
/// Person and case become pseudonyms in the tree; `text` is sealed under the municipality's log key of the month.
struct Entry {
    Instant at;
    MunicipalityId municipality;
    Kind kind = Kind::read;
    std::string operation;                // as access/ names it
    Outcome outcome = Outcome::allowed;
    std::optional<PersonId> actor;        // none: a job of the system
    std::string role;                     // the role acted in
    std::optional<UnitId> unit;
    std::vector<Subject> subjects;
    std::vector<Looked> findings;
    std::string request_id;
    std::string text;                     // a stated reason and the like; may be empty
};

}  // namespace lots::audit
