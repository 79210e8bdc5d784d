#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/reader.h"
#include "audit/entry.h"
#include "base/id.h"
#include "base/random.h"
#include "base/time.h"
#include "guideline/error.h"
#include "storage/session.h"
#include "vault/vault.h"

namespace lots::access {

/// One unit of work of one reader: one savepoint, one log entry. Everything that a command needs comes with it; nothing of it
/// outlives the request.
class Work {
public:
    Work(storage::Session& session, vault::Vault& vault_, Random& random_, Instant now_, const Reader& reader_, Operation operation,
         audit::Kind kind, std::string request_id);

    storage::Session& db;
    vault::Vault& vault;
    Random& random;
    const Instant now;
    const Date today;  // the Swedish day of `now`
    const Reader& reader;
    const MunicipalityId municipality;

    template <class NewId>
    NewId new_id()
    {
        return NewId::make(random);
    }

    /// The log entry as it stands: what was asked, and every case that a permit was asked for.
    audit::Entry& entry() { return entry_; }

    /// Puts what a rule found into the log entry, and gives back the refusal when a must is unmet:
    ///     if (auto no = work.unmet(may_meet(…))) return *no;
    std::optional<Error> unmet(const guideline::Decision& decision);

private:
    audit::Entry entry_;
};

}  // namespace lots::access
