#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "storage/session.h"

namespace lots::storage {

enum class Engine { sqlite, postgresql };

/// A failure that ends the request. The text names the kind and the statement's place, never a value.
class Failure : public std::runtime_error {
public:
    enum class Kind { unavailable, full, damaged, readonly, too_old, constraint, other };
    Failure(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// A rule that the database itself keeps was about to be broken: which kind, and the table or constraint, never the value.
class ConstraintFailure : public Failure {
public:
    enum class Rule { unique, foreign_key, check, not_null, append_only };
    ConstraintFailure(Rule rule, const std::string& what) : Failure(Kind::constraint, what), rule_(rule) {}
    Rule rule() const { return rule_; }

private:
    Rule rule_;
};

enum class Outcome { keep, drop };

/// One unit of work: it happens whole or not at all.
struct Unit {
    /// Does the work inside a savepoint (SQLite) or transaction (PostgreSQL). `drop` rolls back what it did. An exception
    /// rolls back everything, `after` is not called, and write() throws it on. On PostgreSQL it may run several times
    /// (serialisation retry): whatever it sets outside itself, it must set anew on each run. A statement's failure that act
    /// catches leaves it only one way out, `drop`; keeping the rest of such a unit is a bug.
    std::function<Outcome(Session&)> act;
    /// Runs in the same transaction after act was kept or dropped: the log entry. May be empty. An exception here rolls back
    /// all.
    std::function<void(Session&, Outcome)> after;
};

/// What a store has done since it was opened. For metrics, `lots bench` and tests.
struct Statistics {
    std::int64_t units = 0;          // units whose work was kept
    std::int64_t dropped = 0;        // units that dropped theirs
    std::int64_t failed = 0;         // units that ended with an exception
    std::int64_t commits = 0;        // successful commits: on SQLite fewer than units when several threads write
    std::int64_t retries = 0;        // PostgreSQL: runs repeated after 40001, 40P01, 53200 or a connection lost before COMMIT
    std::int64_t prepared = 0;       // statements prepared on all connections
    std::int64_t hook_failures = 0;  // exceptions out of after_commit
};

/// A database. Safe to use from several threads. read() and write() may not be called from inside a unit of the same store.
class Store {
public:
    virtual ~Store() = default;
    virtual Engine engine() const = 0;

    /// Returns when the unit is durable (or dropped with its log entry durable). Units of several threads share a commit
    /// where the engine gains by it; one unit's failure never touches another's.
    /// Throws what the unit threw, or Failure when it could not be made durable: then nothing of it is kept, except that
    /// Failure::Kind::unavailable after a lost connection (or, on SQLite, an I/O error) during COMMIT means *unknown*.
    /// A full disk or an I/O error fails all units that shared the commit, and only them.
    virtual void write(const Unit& unit) = 0;

    /// Reads one consistent snapshot. Nothing can be written in it. On PostgreSQL `look` is begun anew, once, when its connection
    /// breaks before the first answer; one that breaks later is Failure::Kind::unavailable.
    virtual void read(const std::function<void(Session&)>& look) = 0;

    /// Runs at the end of every transaction that write() is about to commit, in that transaction (SQLite: once per shared
    /// commit; PostgreSQL: not at all, see audit/ for its sequencer). Set once, before the first write.
    virtual void before_commit(std::function<void(Session&)> hook) = 0;
    /// Runs after every successful commit of write(), outside any transaction, on the thread that committed, before the
    /// answers leave. The commit stands whatever it does: an exception is only counted (Statistics::hook_failures). Set
    /// once, like the other.
    virtual void after_commit(std::function<void()> hook) = 0;

    /// A consistent copy while others work (SQLite: the online backup API into `to`; PostgreSQL: see docs/operations.md).
    /// `to` must not exist; it appears, mode 0600 and durable, when it is complete.
    virtual void back_up(const std::filesystem::path& to) = 0;

    virtual Statistics statistics() const = 0;
};

/// What may happen to the file of a database.
enum class Opening {
    create,     // made when it is missing, mode 0600
    existing,   // must be there and hold something, else Failure
    only_read,  // likewise; nothing is written to it or beside it, so that a copy on a read-only disk can be read
};

struct SqliteOptions {
    std::filesystem::path file;
    int readers = 4;        // read connections, each with its own snapshot
    int cache_kib = 65536;  // shared budget of all connections
    Opening opening = Opening::create;
};
/// Opens with WAL, synchronous=FULL, foreign_keys, trusted_schema off, extended result codes, no mmap; secure_delete on.
/// With Opening::only_read write() and back_up() throw Failure::Kind::readonly, and read() throws Failure::Kind::unavailable
/// when somebody else began to write meanwhile: what was read then says nothing.
std::unique_ptr<Store> open_sqlite(const SqliteOptions& options);

struct PostgresqlOptions {
    std::string connection;  // libpq connection string, for example "host=/run/postgresql dbname=lots"
    int connections = 8;
    int retries = 12;  // of a unit that met 40001, 40P01 or 53200, before Failure::Kind::unavailable
};
std::unique_ptr<Store> open_postgresql(const PostgresqlOptions& options);

}  // namespace lots::storage
