#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/bytes.h"
#include "base/check.h"
#include "base/id.h"
#include "base/time.h"

namespace lots::storage {

/// What a column can hold on both engines: INTEGER/bigint, TEXT/text, BLOB/bytea or NULL.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

// How our values lie in the database. A day is text "2026-05-10", a moment milliseconds since 1970 UTC, an id 16 bytes.
inline Value to_value(std::int64_t number) { return number; }
inline Value to_value(int number) { return std::int64_t{number}; }
inline Value to_value(bool flag) { return std::int64_t{flag ? 1 : 0}; }
inline Value to_value(std::string text) { return text; }
inline Value to_value(std::string_view text) { return std::string(text); }
inline Value to_value(const char* text) { return std::string(text); }
inline Value to_value(Bytes bytes) { return bytes; }
inline Value to_value(Date day) { return iso(day); }
inline Value to_value(Instant at) { return std::int64_t{at.time_since_epoch().count()}; }
template <class Kind>
Value to_value(const Id<Kind>& id)
{
    return Bytes(id.value.begin(), id.value.end());
}
template <class T>
Value to_value(const std::optional<T>& maybe)
{
    return maybe ? to_value(*maybe) : Value{};
}

/// One row of an answer, valid only while the callback that received it runs.
class Row {
public:
    virtual ~Row() = default;
    virtual bool null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual ByteSpan bytes(int column) const = 0;

    /// The column (from 0) as T. A value that is not of that kind is a bug. std::optional<T> reads NULL as none.
    template <class T>
    T get(int column) const;
};

namespace detail {
template <class T>
struct Reader;
template <>
struct Reader<std::int64_t> {
    static std::int64_t read(const Row& row, int column) { return row.integer(column); }
};
template <>
struct Reader<int> {
    static int read(const Row& row, int column) { return static_cast<int>(row.integer(column)); }
};
template <>
struct Reader<bool> {
    static bool read(const Row& row, int column) { return row.integer(column) != 0; }
};
template <>
struct Reader<std::string> {
    static std::string read(const Row& row, int column) { return std::string(row.text(column)); }
};
template <>
struct Reader<Bytes> {
    static Bytes read(const Row& row, int column)
    {
        const auto bytes = row.bytes(column);
        return {bytes.begin(), bytes.end()};
    }
};
template <>
struct Reader<Date> {
    static Date read(const Row& row, int column)
    {
        const auto day = parse_date(row.text(column));
        check(day.has_value(), "a stored day is not a day");
        return *day;
    }
};
template <>
struct Reader<Instant> {
    static Instant read(const Row& row, int column) { return Instant{std::chrono::milliseconds{row.integer(column)}}; }
};
template <class Kind>
struct Reader<Id<Kind>> {
    static Id<Kind> read(const Row& row, int column)
    {
        const auto id = Id<Kind>::from_bytes(row.bytes(column));
        check(id.has_value(), "a stored id is not 16 bytes");
        return *id;
    }
};
template <class T>
struct Reader<std::optional<T>> {
    static std::optional<T> read(const Row& row, int column)
    {
        if (row.null(column)) return std::nullopt;
        return Reader<T>::read(row, column);
    }
};
}  // namespace detail

template <class T>
T Row::get(int column) const
{
    return detail::Reader<T>::read(*this, column);
}

}  // namespace lots::storage
