#pragma once

#include <vector>

#include "storage/postgresql_connection.h"

namespace lots::storage::postgresql {

/// One transaction on a connection. BEGIN travels with the first statement, ROLLBACK TO with the next one, so that neither
/// costs a round trip; a transaction without a statement is never begun.
class Transaction final : public Session {
public:
    enum class Kind {
        read,           // REPEATABLE READ READ ONLY
        write,          // SERIALIZABLE
        write_or_drop,  // the same, with a savepoint to go back to
    };
    Transaction(Connection& connection, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Rolls back what is still open, without waiting for the answer.
    ~Transaction() override;

    std::int64_t execute(const char* sql, std::span<const Value> values) override;
    void query(const char* sql, std::span<const Value> values, const std::function<void(const Row&)>& each_row) override;
    void script(const char* sql) override;

    /// Undoes everything so far; the transaction goes on, also after a statement that failed.
    void back_to_start();
    /// Throws Failure::Kind::unavailable when nobody can know whether it was kept.
    void commit();
    /// The end of a transaction that only read.
    void end_reading();

    bool failed() const { return failed_; }
    /// A statement came back with its answer.
    bool answered() const { return answered_; }
    /// The server asked for the transaction to be run again, whatever became of the exception.
    bool conflicted() const { return conflicted_; }
    /// The link broke before COMMIT was sent: nothing is kept.
    bool lost_before_commit() const { return lost_ && !committing_; }

private:
    template <class F>
    auto guarded(F&& work);
    Answer run(const char* sql, std::span<const Value> values);

    Connection& connection_;
    std::vector<const char*> controls_;  // to be sent with the next statement
    bool begun_ = false;
    bool open_ = true;
    bool answered_ = false;
    bool failed_ = false;
    bool conflicted_ = false;
    bool lost_ = false;
    bool committing_ = false;
    bool answering_ = false;
};

}  // namespace lots::storage::postgresql
