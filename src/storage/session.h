#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "storage/value.h"

namespace lots::storage {

/// A statement written in the source. Only a literal becomes one, so nothing that somebody typed is ever part of it.
/// Parameters are $1, $2 … on both engines. Each distinct text is prepared once per connection.
class Sql {
    const char* text_;

public:
    consteval Sql(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
    const char* c_str() const { return text_; }
};

/// One connection inside one transaction (or savepoint): what the code of a store holds while it works.
/// After a statement that failed the session refuses every further one, on both engines: the unit can only be dropped or
/// thrown.
class Session {
public:
    virtual ~Session() = default;

    /// Runs a statement and returns how many rows it changed.
    template <class... P>
    std::int64_t run(Sql sql, const P&... parameters)
    {
        const std::array<Value, sizeof...(P)> values{to_value(parameters)...};
        return execute(sql.c_str(), values);
    }

    /// Calls `each` for every row, in the order of the answer. `each` must not use this session.
    template <class F, class... P>
    void each(Sql sql, F&& each_row, const P&... parameters)
    {
        const std::array<Value, sizeof...(P)> values{to_value(parameters)...};
        query(sql.c_str(), values, std::function<void(const Row&)>(std::ref(each_row)));
    }

    /// All rows, each read by `read`.
    template <class F, class... P>
    auto all(Sql sql, F&& read, const P&... parameters) -> std::vector<std::invoke_result_t<F, const Row&>>
    {
        std::vector<std::invoke_result_t<F, const Row&>> rows;
        each(
            sql, [&](const Row& row) { rows.push_back(read(row)); }, parameters...);
        return rows;
    }

    /// The one row, or none. More than one is a bug.
    template <class F, class... P>
    auto one(Sql sql, F&& read, const P&... parameters) -> std::optional<std::invoke_result_t<F, const Row&>>
    {
        std::optional<std::invoke_result_t<F, const Row&>> found;
        each(
            sql,
            [&](const Row& row) {
                check(!found.has_value(), "a statement for one row found several");
                found.emplace(read(row));
            },
            parameters...);
        return found;
    }

    /// For the few places that build a statement themselves (migrations, rebuild and comparison of projections): never with
    /// anything that somebody typed.
    virtual std::int64_t execute(const char* sql, std::span<const Value> values) = 0;
    virtual void query(const char* sql, std::span<const Value> values, const std::function<void(const Row&)>& each_row) = 0;
    /// Several statements without values, separated by semicolons; none is kept prepared. For migrations.
    virtual void script(const char* sql) = 0;
};

}  // namespace lots::storage
