#include "storage/sqlite_writer.h"

#include <algorithm>

namespace lots::storage::sqlite {

Writer::Writer(const std::filesystem::path& file, Access access, int cache_kib)
    : connection_(file, access, cache_kib), thread_([this] { work(); })
{}

Writer::~Writer()
{
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    queued_.notify_one();
    thread_.join();
}

void Writer::before_commit(std::function<void(Session&)> hook)
{
    const std::lock_guard lock(mutex_);
    check(!before_commit_, "before_commit is set once");
    before_commit_ = std::move(hook);
}

void Writer::after_commit(std::function<void()> hook)
{
    const std::lock_guard lock(mutex_);
    check(!after_commit_, "after_commit is set once");
    after_commit_ = std::move(hook);
}

Statistics Writer::statistics() const
{
    const std::lock_guard lock(mutex_);
    return statistics_;
}

void Writer::write(const Unit& unit)
{
    check(!is_this_thread(), "a store was written from inside one of its own units");
    Pending pending{.unit = unit, .error = {}, .answered = {}};
    std::unique_lock lock(mutex_);
    queue_.push_back(&pending);
    queued_.notify_one();
    pending.answered.wait(lock, [&] { return pending.done; });
    lock.unlock();
    if (pending.error) std::rethrow_exception(std::move(pending.error));
}

void Writer::work()
{
    for (auto group = take_group(); !group.empty(); group = take_group()) {
        commit(group);
        answer(group);
    }
}

Writer::Group Writer::take_group()
{
    std::unique_lock lock(mutex_);
    queued_.wait(lock, [&] { return closing_ || !queue_.empty(); });
    const auto size = static_cast<std::ptrdiff_t>(std::min(queue_.size(), group_max));
    Group group(queue_.begin(), queue_.begin() + size);
    queue_.erase(queue_.begin(), queue_.begin() + size);
    return group;
}

/// Commits the group, or leaves an error in every unit of it that is not durable.
void Writer::commit(const Group& group)
{
    try {
        connection_.command("BEGIN IMMEDIATE");
        if (!run_all(group)) {
            connection_.abandon();
            return;
        }
        finish(group);
    } catch (...) {
        connection_.abandon();
        for (auto* pending : group)
            if (!pending->error) pending->error = std::current_exception();
    }
}

/// Runs each unit. False when none of them left anything to commit. Throws when the shared transaction itself is gone.
bool Writer::run_all(const Group& group)
{
    bool anything = false;
    for (auto* pending : group) {
        run(*pending);
        if (!connection_.in_transaction()) std::rethrow_exception(pending->error);
        anything = anything || !pending->error;
    }
    return anything;
}

void Writer::run(Pending& pending)
{
    connection_.command("SAVEPOINT unit");
    try {
        ConnectionSession session(connection_);
        pending.outcome = pending.unit.act(session);
        // The unit may have caught the failure; the work of the others is gone all the same.
        if (!connection_.in_transaction()) throw Failure(Failure::Kind::unavailable, "SQLite rolled the transaction back");
        if (pending.outcome == Outcome::drop) {
            connection_.command("ROLLBACK TO unit");  // the savepoint stays, and carries what `after` does
            session.forget_failure();
        }
        check(!session.failed(), "a unit whose statement failed was kept");
        if (pending.unit.after) pending.unit.after(session, pending.outcome);
        check(!session.failed(), "a unit whose statement failed was kept");
        // Found at COMMIT it would take the other units along, and nobody would know whose it was.
        if (connection_.owes_foreign_keys())
            throw ConstraintFailure(ConstraintFailure::Rule::foreign_key,
                                    "FOREIGN KEY constraint failed at the end of a unit");
        connection_.command("RELEASE unit");
    } catch (...) {
        pending.error = std::current_exception();
        if (!connection_.in_transaction()) return;  // a full disk or an I/O error has rolled back everybody's work
        connection_.command("ROLLBACK TO unit");
        connection_.command("RELEASE unit");
    }
}

void Writer::finish(const Group& group)
{
    if (before_commit_) {
        ConnectionSession session(connection_);
        before_commit_(session);
        check(!session.failed(), "before_commit went on after a statement that failed");
    }
    connection_.command("COMMIT");

    const bool hook_failed = [&] {
        try {
            if (after_commit_) after_commit_();
            return false;
        } catch (...) {
            return true;  // what is committed is committed: the answers must say so
        }
    }();
    const std::lock_guard lock(mutex_);
    ++statistics_.commits;
    if (hook_failed) ++statistics_.hook_failures;
    for (const auto* pending : group) {
        if (pending->error) continue;
        ++(pending->outcome == Outcome::keep ? statistics_.units : statistics_.dropped);
    }
}

void Writer::answer(const Group& group)
{
    const std::lock_guard lock(mutex_);
    statistics_.prepared = connection_.prepared();
    for (auto* pending : group) {
        if (pending->error) ++statistics_.failed;
        pending->done = true;
        // Under the lock: the waiter, and the condition variable with it, cannot go before we are done with it.
        pending->answered.notify_one();
    }
}

}  // namespace lots::storage::sqlite
