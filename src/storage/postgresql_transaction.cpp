#include "storage/postgresql_transaction.h"

#include <charconv>

namespace lots::storage::postgresql {

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection)
{
    if (kind == Kind::read) {
        controls_ = {"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};
    } else {
        controls_ = {"BEGIN ISOLATION LEVEL SERIALIZABLE"};
        if (kind == Kind::write_or_drop) controls_.push_back("SAVEPOINT start");
    }
}

Transaction::~Transaction()
{
    if (!begun_ || !open_ || lost_) return;
    try {
        connection_.leave("ROLLBACK");
    } catch (const Failure&) {
        // The link broke: the server has rolled back by itself, and the pool will find the connection unusable.
    }
}

template <class F>
auto Transaction::guarded(F&& work)
{
    check(open_, "a transaction was used after its end");
    check(!failed_, "a statement failed earlier in this unit: it can only be dropped");
    check(!answering_, "a session was used from inside one of its own answers");
    try {
        return work();
    } catch (const Conflict&) {
        failed_ = conflicted_ = true;
        throw;
    } catch (const Lost&) {
        failed_ = lost_ = true;
        throw;
    } catch (...) {
        failed_ = true;
        throw;
    }
}

Answer Transaction::run(const char* sql, std::span<const Value> values)
{
    return guarded([&] {
        begun_ = true;
        auto answer = connection_.run(controls_, sql, values);
        controls_.clear();
        answered_ = true;
        return answer;
    });
}

std::int64_t Transaction::execute(const char* sql, std::span<const Value> values)
{
    const auto answer = run(sql, values);
    if (PQresultStatus(answer.get()) == PGRES_TUPLES_OK && std::string_view(PQcmdStatus(answer.get())).starts_with("SELECT"))
        return 0;
    const std::string_view rows = PQcmdTuples(answer.get());
    std::int64_t changed = 0;
    std::from_chars(rows.data(), rows.data() + rows.size(), changed);
    return changed;
}

void Transaction::query(const char* sql, std::span<const Value> values, const std::function<void(const Row&)>& each_row)
{
    const auto answer = run(sql, values);
    answering_ = true;
    struct Done {
        bool& answering;
        ~Done() { answering = false; }
    } const done{answering_};
    for (int row = 0; row < PQntuples(answer.get()); ++row) each_row(AnswerRow(answer.get(), row));
}

void Transaction::script(const char* sql)
{
    guarded([&] {
        begun_ = true;
        connection_.script(controls_, sql);
        controls_.clear();
        answered_ = true;
    });
}

void Transaction::back_to_start()
{
    if (!begun_ || lost_) return;
    check(open_, "a transaction was used after its end");
    // A first statement that failed to parse leaves BEGIN and SAVEPOINT done: they came before it in the flight.
    controls_ = {"ROLLBACK TO SAVEPOINT start"};
    failed_ = false;
}

void Transaction::commit()
{
    if (!begun_) {
        open_ = false;
        return;
    }
    check(!failed_, "a unit whose statement failed was kept");
    controls_.push_back("COMMIT");
    guarded([&] {
        committing_ = true;
        const auto ended = connection_.control(controls_);
        open_ = false;
        if (ended.tag != "COMMIT") throw Failure(Failure::Kind::other, "PostgreSQL rolled back instead of committing");
        // "canceling wait for synchronous replication": it is kept here, but a failover may still lose it.
        if (ended.warned)
            throw Failure(Failure::Kind::unavailable, "PostgreSQL committed with a warning: unknown whether it is kept");
    });
}

void Transaction::end_reading()
{
    if (!begun_ || failed_) return;
    open_ = false;
    try {
        connection_.leave("COMMIT");
    } catch (const Failure&) {
        // What was read is read; the pool will find the connection unusable.
    }
}

}  // namespace lots::storage::postgresql
