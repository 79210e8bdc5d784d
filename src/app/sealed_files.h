#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/store.h"
#include "vault/vault.h"

namespace lots::app {

struct SealedFiles {
    std::uint64_t whole = 0;
    std::vector<std::string> problems;  // row and piece; never a content
};

/// Opens every piece of every file, a few at a time, without keeping one: a piece that was changed, moved, is missing or one
/// too many is a problem, and so is a file that does not have the length its row says.
SealedFiles examine_sealed_files(storage::Store& data, vault::Vault& vault);

}  // namespace lots::app
