#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/sealed_columns.h"
#include "storage/store.h"
#include "vault/vault.h"

namespace lots::app {

/// SQL that leads from a sealed column to what it is bound to: the table (as `t`) with its joins, the owner's id, the retention unit.
struct SealedSource {
    std::string from, owner, unit;
};
SealedSource source_of(const SealedColumn& column);

struct SealedCells {
    std::uint64_t opened = 0;
    std::vector<std::string> problems;          // table, column and row; never a content
    std::vector<std::string> columns_left_out;  // of which app/sealed_columns.h does not say what they are bound to
};

/// Opens every value of every column whose name ends in _sealed, without keeping one, as what app/sealed_columns.h says it must be bound
/// to: so a value that was changed is found, and one that was moved there from another column, row or case. The columns are those of
/// the database, not of the list.
SealedCells examine_sealed_cells(storage::Store& data, vault::Vault& vault);

}  // namespace lots::app
