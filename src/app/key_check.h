#pragma once

#include <cstdint>
#include <set>

#include "base/id.h"
#include "storage/store.h"
#include "vault/vault.h"

namespace lots::app {

/// Every retention unit that a row of the data names: each has a key in the key database.
std::set<RetentionUnitId> units_named(storage::Store& data);

/// Of those, how many have no key.
std::int64_t missing_keys(storage::Store& data, vault::Vault& vault);

/// Throws std::runtime_error, in a sentence, when the key database is not the one of these data: it holds no root key while
/// there is a municipality, or lacks the key of a municipality's people, of the log's newest month, or all keys of the
/// newest case, as an older copy would. Both databases are at the newest schema. A single key that is missing is no reason:
/// whoever needs it is told, and all else is read.
void require_keys_of_data(storage::Store& data, storage::Store& keys);

}  // namespace lots::app
