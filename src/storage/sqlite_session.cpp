#include "storage/sqlite_connection.h"

namespace lots::storage::sqlite {

template <class F>
auto ConnectionSession::guarded(F&& work)
{
    check(!failed_, "a statement failed earlier in this unit: it can only be dropped");
    check(!answering_, "a session was used from inside one of its own answers");
    answering_ = true;
    struct Done {
        bool& answering;
        ~Done() { answering = false; }
    } const done{answering_};
    try {
        return work();
    } catch (const Failure&) {
        failed_ = true;
        throw;
    }
}

std::int64_t ConnectionSession::execute(const char* sql, std::span<const Value> values)
{
    return guarded([&] { return connection_.execute(sql, values); });
}

void ConnectionSession::query(const char* sql, std::span<const Value> values,
                              const std::function<void(const Row&)>& each_row)
{
    guarded([&] { connection_.query(sql, values, each_row); });
}

void ConnectionSession::script(const char* sql)
{
    guarded([&] { connection_.script(sql); });
}

void read_snapshot(Connection& connection, const std::function<void(Session&)>& look)
{
    struct Snapshot {
        Connection& connection;
        ~Snapshot() { connection.abandon(); }
    } const snapshot{connection};
    connection.command("BEGIN");
    ConnectionSession session(connection);
    look(session);
}

}  // namespace lots::storage::sqlite
