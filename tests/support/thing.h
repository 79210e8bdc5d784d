#pragma once

#include <functional>
#include <optional>

#include "storage/dialect.h"
#include "storage/store.h"

/// A table of one kind of thing, with which the failures of both engines are tried.
namespace lots::storage::trial {

inline void make(Store& store, const char* sql)
{
    store.write({[&](Session& session) {
                     session.script(in_dialect(store.engine(), sql).c_str());
                     return Outcome::keep;
                 },
                 {}});
}

inline void add(Store& store, int line, std::size_t size = 1)
{
    store.write({[&](Session& session) {
                     session.run("INSERT INTO thing (line, bytes) VALUES ($1, $2)", line, Bytes(size, 7));
                     return Outcome::keep;
                 },
                 {}});
}

inline std::int64_t count(Store& store)
{
    std::int64_t lines = 0;
    store.read([&](Session& session) {
        lines = session.one("SELECT count(*) FROM thing", [](const Row& row) { return row.integer(0); }).value();
    });
    return lines;
}

inline std::optional<Failure::Kind> failure_of(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Failure& failure) {
        return failure.kind();
    }
    return std::nullopt;
}

inline constexpr const char* thing = R"(
    CREATE TABLE thing (
        line INTEGER PRIMARY KEY, bytes BLOB NOT NULL,
        before INTEGER REFERENCES thing (line) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
)";

}  // namespace lots::storage::trial
