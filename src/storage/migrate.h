#pragma once

#include <span>
#include <string_view>

#include "storage/store.h"

namespace lots::storage {

/// One step of the schema, embedded from migrations/<set>/NNNN_name.sql. Both engines read the same text: the words INTEGER,
/// TEXT and BLOB, STRICT tables, and our own lines
///   --! append_only TABLE                 no UPDATE and no DELETE on TABLE (triggers; error "append_only: TABLE")
///   --! only sqlite | only postgresql     the lines up to `--! end` are for that engine alone
/// PostgreSQL gets bigint, text, bytea, and no STRICT.
struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
    std::string_view set = "data";  // sets count apart: `data` and `log` lie in one database
};

/// Brings the schema up to the last of these migrations, all of one set, each in a transaction of its own: killed in the
/// middle means before or after. Safe when several nodes start at once. Throws Failure::Kind::too_old when the database
/// knows a migration that this program does not, or when the checksum of an applied one has changed.
void migrate(Store& store, std::span<const Migration> migrations);
/// The number of the last applied migration of the set, 0 for none.
int schema_version(Store& store, std::string_view set = "data");

/// The embedded sets: `data` (migrations/data), `keys` (migrations/keys), `log` (migrations/log).
std::span<const Migration> migrations_of(std::string_view set);

}  // namespace lots::storage
