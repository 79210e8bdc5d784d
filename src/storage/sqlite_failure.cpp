#include <sqlite3.h>

#include <cerrno>
#include <string_view>

#include "storage/sqlite_connection.h"
#include "storage/wording.h"

namespace lots::storage::sqlite {

namespace {

Failure::Kind kind_of(int extended_code)
{
    switch (extended_code) {  // the few extended codes that say more than their family
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return Failure::Kind::damaged;
    default:
        break;
    }
    switch (extended_code & 0xff) {
    case SQLITE_FULL:
        return Failure::Kind::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Failure::Kind::damaged;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Failure::Kind::readonly;
    // An I/O error at COMMIT may leave the frames in the WAL, to be found after a crash: unknown, as Store::write says.
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
        return Failure::Kind::unavailable;
    default:
        return Failure::Kind::other;
    }
}

ConstraintFailure::Rule rule_of(int extended_code, std::string_view message)
{
    using Rule = ConstraintFailure::Rule;
    switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Rule::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Rule::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
        return Rule::not_null;
    case SQLITE_CONSTRAINT_TRIGGER:
        return message.starts_with("append_only: ") ? Rule::append_only : Rule::check;
    default:
        return Rule::check;  // CHECK, and a STRICT table that was given another kind of value
    }
}

}  // namespace

void fail_with(int extended_code, const std::string& message, const char* sql, const std::filesystem::path& file)
{
    if ((extended_code & 0xff) == SQLITE_CONSTRAINT)
        throw ConstraintFailure(rule_of(extended_code, message), message + " (in: " + place_of(sql) + ")");
    check((extended_code & 0xff) != SQLITE_MISUSE && (extended_code & 0xff) != SQLITE_RANGE, "SQLite was called wrongly");

    const auto kind = kind_of(extended_code);
    auto text = "SQLite error " + std::to_string(extended_code) + ": " + message + " (in: " + place_of(sql) + ")";
    // A page of the file cannot hold what it holds: whoever runs the installation must know which file.
    if (kind != Failure::Kind::other) text += " in " + file.string();
    throw Failure(kind, text);
}

}  // namespace lots::storage::sqlite
