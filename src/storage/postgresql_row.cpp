#include <limits>

#include "storage/postgresql_connection.h"

namespace lots::storage::postgresql {

namespace {

// The types a column of ours can come back as, from PostgreSQL's catalogue pg_type: they never change.
constexpr Oid type_bool = 16;
constexpr Oid type_bytea = 17;
constexpr Oid type_name = 19;
constexpr Oid type_int8 = 20;
constexpr Oid type_int2 = 21;
constexpr Oid type_int4 = 23;
constexpr Oid type_text = 25;
constexpr Oid type_unknown = 705;
constexpr Oid type_varchar = 1043;
constexpr Oid type_numeric = 1700;

/// A big-endian two's complement number of 1, 2, 4 or 8 bytes.
std::int64_t number_of(ByteSpan bytes)
{
    std::uint64_t number = (bytes[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (const auto byte : bytes) number = (number << 8U) | byte;
    return static_cast<std::int64_t>(number);
}

/// sum() of bigints is numeric: a header of four 16-bit numbers (digits, weight, sign, scale), then digits to the base
/// 10,000.
std::int64_t whole_number_of(ByteSpan bytes)
{
    const auto part = [&](std::size_t at) { return number_of(bytes.subspan(at * 2, 2)); };
    check(bytes.size() >= 8, "a number from PostgreSQL is cut off");
    const auto digits = part(0);
    const auto weight = part(1);
    const auto sign = part(2);
    check(sign == 0 || sign == 0x4000, "a column was read as another kind of value");
    check(digits <= weight + 1 && weight < 5, "a number is not whole or has more than 64 bits");
    std::int64_t number = 0;
    for (std::int64_t at = 0; at <= weight; ++at) {
        const auto digit = at < digits ? part(static_cast<std::size_t>(at) + 4) : 0;
        // Built below zero, where there is room for one more than above.
        const bool fits =
            !__builtin_mul_overflow(number, std::int64_t{10000}, &number) && !__builtin_sub_overflow(number, digit, &number);
        check(fits, "a number is not whole or has more than 64 bits");
    }
    check(sign != 0 || number != std::numeric_limits<std::int64_t>::min(), "a number is not whole or has more than 64 bits");
    return sign == 0 ? -number : number;
}

}  // namespace

bool AnswerRow::null(int column) const
{
    check(column >= 0 && column < PQnfields(answer_), "a column was read that the statement does not have");
    return PQgetisnull(answer_, row_, column) != 0;
}

ByteSpan AnswerRow::raw(int column) const
{
    check(!null(column), "a column was read as another kind of value");
    const auto* value = reinterpret_cast<const std::uint8_t*>(PQgetvalue(answer_, row_, column));
    return {value, static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
}

std::int64_t AnswerRow::integer(int column) const
{
    const auto bytes = raw(column);
    switch (PQftype(answer_, column)) {
    case type_bool:
        return bytes[0];
    case type_int2:
    case type_int4:
    case type_int8:
        return number_of(bytes);
    case type_numeric:
        return whole_number_of(bytes);
    default:
        throw Bug("a column was read as another kind of value");
    }
}

std::string_view AnswerRow::text(int column) const
{
    const auto bytes = raw(column);
    const auto type = PQftype(answer_, column);
    const bool text = type == type_text || type == type_varchar || type == type_name || type == type_unknown;
    check(text, "a column was read as another kind of value");
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

ByteSpan AnswerRow::bytes(int column) const
{
    const auto bytes = raw(column);
    check(PQftype(answer_, column) == type_bytea, "a column was read as another kind of value");
    return bytes;
}

}  // namespace lots::storage::postgresql
