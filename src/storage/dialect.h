#pragma once

#include <string>
#include <string_view>

#include "storage/store.h"

namespace lots::storage {

/// A migration's text as one engine understands it: our `--!` lines carried out, and for PostgreSQL
///   INTEGER → bigint, BLOB → bytea, X'00ff' → '\x00ff'::bytea,
///   TEXT → text COLLATE "C" (bytewise order as on SQLite, which no change of the operating system's locale can move),
///   STRICT and WITHOUT ROWID left out.
/// Quoted text, quoted names and comments stay. An unknown `--!` line is a bug.
std::string in_dialect(Engine engine, std::string_view migration);

}  // namespace lots::storage
