#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/store.h"
#include "vault/vault.h"

namespace lots::app {

struct SealedCells {
    std::uint64_t opened = 0;
    std::vector<std::string> problems;          // table, column and row; never a content
    std::vector<std::string> columns_left_out;  // whose rows belong to nobody we know of
};

/// Opens every value of every column whose name ends in _sealed, without keeping one. What a column is bound to (field, owner, row,
/// key) is learned from its first value that opens; all others must be bound the same way, so a value that was moved there from
/// another column is found, and so is one that was changed. Reads the schema from the database: a new table needs nothing here.
SealedCells examine_sealed_cells(storage::Store& data, vault::Vault& vault);

}  // namespace lots::app
