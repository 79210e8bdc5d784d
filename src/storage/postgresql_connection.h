#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "storage/store.h"

namespace lots::storage::postgresql {

struct ResultFree {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ResultFree>;

/// The server could not serialise the transaction (40001, 40P01): it was rolled back and may run again.
class Conflict final : public Failure {
public:
    using Failure::Failure;
};

/// The connection is gone. Before COMMIT was sent nothing is kept; after it nobody knows.
class Lost final : public Failure {
public:
    using Failure::Failure;
};

/// Which server answers, and how far its log has come: what a reconnect must not find behind.
struct Position {
    std::string system;          // of the cluster, from initdb
    std::uint32_t timeline = 0;  // one more after each promotion
    std::uint64_t flushed = 0;   // byte in the write-ahead log that is durable
};

/// One connection, always in pipeline mode, used by one thread at a time. Each distinct statement is prepared once.
/// Throws Failure, ConstraintFailure, Conflict or Lost; the texts hold SQLSTATE and names, never DETAIL, CONTEXT or a value.
class Connection {
public:
    /// Connects and makes sure of a primary of version 15 or later, UTF8, fsync and synchronous_commit.
    explicit Connection(const std::string& connection);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() = default;

    const Position& position() const { return position_; }
    std::int64_t prepared() const { return prepared_; }
    unsigned backend() const { return static_cast<unsigned>(PQbackendPID(link_.get())); }
    /// Whether it can be used again. Takes in what the last transaction's end still owes, without waiting for anything else.
    bool usable();

    /// Sends `controls` (BEGIN, SAVEPOINT, ROLLBACK TO, COMMIT) and the statement in one flight, and waits for its answer.
    Answer run(std::span<const char* const> controls, const char* sql, std::span<const Value> values);
    /// Sends controls alone and waits. Returns the last one's command tag, and whether the server warned about something.
    struct Ended {
        std::string tag;
        bool warned = false;
    };
    Ended control(std::span<const char* const> controls);
    /// Sends a control without waiting for its answer; whoever uses the connection next takes it in.
    void leave(const char* control);
    /// Several statements by the simple protocol.
    void script(std::span<const char* const> controls, const char* sql);

private:
    struct Prepared {
        std::string name;
        std::vector<Oid> types;
    };

    struct Close {
        void operator()(PGconn* link) const { PQfinish(link); }
    };

    void require(int accepted, const char* sql);
    void require_server();
    /// Takes in one flight of `expected` commands; the last one's result. Throws for the first that failed.
    Answer receive(int expected, const char* sql);
    void take_in_owed();
    const Prepared* known(const char* sql, std::span<const Value> values) const;
    [[noreturn]] void lost(const char* sql) const;
    static void notice(void* self, const PGresult* result);

    std::unique_ptr<PGconn, Close> link_;
    std::unordered_map<std::string, std::vector<Prepared>> statements_;
    Position position_;
    std::int64_t prepared_ = 0;
    int owed_ = 0;  // commands sent whose results nobody has taken in yet
    bool warned_ = false;
};

/// Throws what an error result means to us.
[[noreturn]] void fail_with(const PGresult* result, const char* sql);

/// One row of an answer in binary format.
class AnswerRow final : public Row {
    const PGresult* answer_;
    int row_;

public:
    AnswerRow(const PGresult* answer, int row) : answer_(answer), row_(row) {}
    bool null(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    ByteSpan bytes(int column) const override;

private:
    ByteSpan raw(int column) const;
};

}  // namespace lots::storage::postgresql
