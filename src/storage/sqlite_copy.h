#pragma once

#include <memory>

#include "storage/store.h"

namespace lots::storage::sqlite {

/// Opening::only_read: a database that lies there as a copy, or that another process may be using.
std::unique_ptr<Store> open_only_read(const SqliteOptions& options);

}  // namespace lots::storage::sqlite
