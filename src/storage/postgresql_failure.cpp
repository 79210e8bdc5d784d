#include <string_view>

#include "storage/postgresql_connection.h"
#include "storage/wording.h"

namespace lots::storage::postgresql {

namespace {

/// Only fields that hold names. MESSAGE_PRIMARY quotes values ("invalid input syntax for type bigint: …") except in class
/// 42, where it speaks of the statement's own words; DETAIL and CONTEXT hold whole rows.
std::string_view field(const PGresult* result, int which)
{
    const char* text = PQresultErrorField(result, which);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string described(const PGresult* result, std::string_view state, const char* sql)
{
    std::string text = "PostgreSQL error " + std::string(state);
    if (state.starts_with("42")) text += ": " + std::string(field(result, PG_DIAG_MESSAGE_PRIMARY));
    const auto name = [&](const char* kind, int which) {
        const auto value = field(result, which);
        if (!value.empty()) text += std::string(" ") + kind + " " + std::string(value);
    };
    name("table", PG_DIAG_TABLE_NAME);
    name("column", PG_DIAG_COLUMN_NAME);
    name("constraint", PG_DIAG_CONSTRAINT_NAME);
    return text + " (in: " + place_of(sql) + ")";
}

}  // namespace

void fail_with(const PGresult* result, const char* sql)
{
    using Kind = Failure::Kind;
    using Rule = ConstraintFailure::Rule;
    const auto state = field(result, PG_DIAG_SQLSTATE);
    const auto text = described(result, state, sql);
    const auto is = [&](std::string_view code) { return state == code; };
    const auto in = [&](std::string_view family) { return state.starts_with(family); };

    // 53200: the server's room for what serializable transactions have read is full until some of them end.
    if (is("40001") || is("40P01") || is("53200")) throw Conflict(Kind::unavailable, text);
    check(!is("08P01"), "a statement got another number of values than it has parameters");
    // The server is going, is not ready, or the link broke.
    if (state.empty() || in("08") || is("57P01") || is("57P02") || is("57P03") || is("57P05") || is("25P03"))
        throw Lost(Kind::unavailable, text);
    if (is("LA001"))
        throw ConstraintFailure(Rule::append_only, "append_only: " + std::string(field(result, PG_DIAG_TABLE_NAME)));
    if (is("23505")) throw ConstraintFailure(Rule::unique, text);
    if (is("23503") || is("23001")) throw ConstraintFailure(Rule::foreign_key, text);
    if (is("23502")) throw ConstraintFailure(Rule::not_null, text);
    // A value of another kind than its column: SQLite's STRICT tables call it a constraint too.
    if (in("23") || is("42804")) throw ConstraintFailure(Rule::check, text);
    if (is("53100")) throw Failure(Kind::full, text);
    if (is("25006")) throw Failure(Kind::readonly, text);
    if (in("XX001") || in("XX002")) throw Failure(Kind::damaged, text);
    if (in("53") || in("55P03") || in("57014") || in("58")) throw Failure(Kind::unavailable, text);
    throw Failure(Kind::other, text);
}

}  // namespace lots::storage::postgresql
