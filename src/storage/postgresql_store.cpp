#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <shared_mutex>
#include <thread>

#include "storage/pool.h"
#include "storage/postgresql_transaction.h"

namespace lots::storage {

namespace {

using postgresql::Connection;
using postgresql::Position;
using postgresql::Transaction;

/// After so many conflicts a unit runs alone on this node: without it, those that want the same row would keep making each other
/// fail, and one that takes long would never get its turn between those that come anew.
constexpr int conflicts_before_alone = 3;
constexpr auto pause_first = std::chrono::microseconds(500);
constexpr int pause_doublings_max = 7;

/// The furthest position of the server that this store has seen. A server that is behind it is a failed-over one that has
/// lost writes, a former primary that woke up, or another cluster: nothing may be read from it or written to it.
class Seen {
    mutable std::mutex mutex_;
    Position furthest_;

public:
    Position furthest() const
    {
        const std::lock_guard lock(mutex_);
        return furthest_;
    }
    /// `before` was read before connecting, so that what others have seen meanwhile is not held against this connection.
    void require_not_behind(const Position& before, const Position& now)
    {
        const auto refuse = [](const char* why) { throw Failure(Failure::Kind::unavailable, why); };
        if (!before.system.empty() && now.system != before.system) refuse("another PostgreSQL cluster answers than before");
        if (now.timeline < before.timeline)
            refuse("the PostgreSQL that answers is on an older timeline than the last one seen");
        if (now.timeline == before.timeline && now.flushed < before.flushed)
            refuse("the PostgreSQL that answers is behind the last one seen");
        const std::lock_guard lock(mutex_);
        if (std::pair(now.timeline, now.flushed) > std::pair(furthest_.timeline, furthest_.flushed)) furthest_ = now;
    }
};

class PostgresqlStore final : public Store {
    struct Slot {
        std::unique_ptr<Connection> connection;
    };

    PostgresqlOptions options_;
    Pool<Slot> slots_;
    Seen seen_;
    std::mutex entrance_;       // held while waiting for the floor alone: then nobody new comes in
    std::shared_mutex floor_;   // all units together, or one alone
    std::function<void()> after_commit_;

    mutable std::mutex mutex_;  // of what stands below
    Statistics statistics_;
    std::minstd_rand chance_;  // for pauses only: spreads those who met, so that they do not meet again

    enum class Ran { done, conflicted, lost };

public:
    explicit PostgresqlStore(const PostgresqlOptions& options) : options_(options)
    {
        check(options.connections > 0, "a store needs a connection");
        for (int n = 0; n < options.connections; ++n) slots_.put(std::make_unique<Slot>());
        const auto first = slots_.take();
        chance_.seed(connected(*first).backend());
    }

    Engine engine() const override { return Engine::postgresql; }
    void before_commit(std::function<void(Session&)>) override {}
    void after_commit(std::function<void()> hook) override
    {
        check(!after_commit_, "after_commit is set once");
        after_commit_ = std::move(hook);
    }

    void write(const Unit& unit) override
    {
        try {
            run(unit);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            ++statistics_.failed;
            throw;
        }
    }

    void read(const std::function<void(Session&)>& look) override
    {
        if (!looked(look, Link::kept)) looked(look, Link::fresh);
    }

    void back_up(const std::filesystem::path&) override
    {
        throw Failure(Failure::Kind::other, "PostgreSQL is backed up by its own tools: see docs/operations.md");
    }

    Statistics statistics() const override
    {
        const std::lock_guard lock(mutex_);
        return statistics_;
    }

private:
    /// Adds what a connection prepared meanwhile to the statistics.
    struct Counted {
        PostgresqlStore& store;
        Connection& connection;
        std::int64_t before;
        ~Counted()
        {
            const std::lock_guard lock(store.mutex_);
            store.statistics_.prepared += connection.prepared() - before;
        }
    };

    /// A connection that was found broken says that the kept ones are no better: the server ended them all, or is a new one.
    enum class Link { kept, fresh };

    /// The slot's connection, made anew when it broke or when the cluster has moved to another timeline since.
    Connection& connected(Slot& slot, Link link = Link::kept)
    {
        const auto before = seen_.furthest();
        if (link == Link::kept && slot.connection && slot.connection->position().timeline == before.timeline && slot.connection->usable())
            return *slot.connection;
        slot.connection.reset();
        auto fresh = std::make_unique<Connection>(options_.connection);
        seen_.require_not_behind(before, fresh->position());
        slot.connection = std::move(fresh);
        return *slot.connection;
    }

    /// False when a kept link turned out to be broken at the first question: nothing was answered, so that it can be asked anew.
    bool looked(const std::function<void(Session&)>& look, Link link)
    {
        const auto slot = slots_.take();
        auto& connection = connected(*slot, link);
        const Counted counted{*this, connection, connection.prepared()};
        Transaction transaction(connection, Transaction::Kind::read);
        try {
            look(transaction);
        } catch (const postgresql::Lost&) {
            if (link == Link::fresh || transaction.answered()) throw;
            return false;
        }
        transaction.end_reading();
        return true;
    }

    void run(const Unit& unit)
    {
        std::shared_lock together(floor_, std::defer_lock);
        std::unique_lock alone(floor_, std::defer_lock);
        {
            const std::lock_guard enter(entrance_);
            together.lock();
        }
        int conflicts = 0;
        bool reconnected = false;
        auto ran = Ran::conflicted;
        while (true) {
            ran = run_once(unit, conflicts == options_.retries, reconnected, ran == Ran::lost ? Link::fresh : Link::kept);
            if (ran == Ran::done) return;
            if (ran == Ran::lost) {
                reconnected = true;
            } else if (++conflicts == conflicts_before_alone) {
                together.unlock();
                const std::lock_guard enter(entrance_);
                alone.lock();
                continue;
            }
            pause(conflicts);
        }
    }

    /// Conflicts and links that broke before COMMIT are answers here unless it was the `last` try or the second link: then
    /// they are thrown, as everything else is.
    Ran run_once(const Unit& unit, bool last, bool reconnected, Link link)
    {
        const auto slot = slots_.take();
        auto& connection = connected(*slot, link);
        const Counted counted{*this, connection, connection.prepared()};
        Transaction transaction(connection, unit.after ? Transaction::Kind::write_or_drop : Transaction::Kind::write);
        try {
            count(perform(unit, transaction));
            return Ran::done;
        } catch (...) {
            const bool again = (transaction.conflicted() && !last) || (transaction.lost_before_commit() && !reconnected);
            if (!again) throw;
        }
        const std::lock_guard lock(mutex_);
        ++statistics_.retries;
        return transaction.conflicted() ? Ran::conflicted : Ran::lost;
    }

    static Outcome perform(const Unit& unit, Transaction& transaction)
    {
        const auto outcome = unit.act(transaction);
        // The unit may have caught it; its answer rests on nothing all the same.
        if (transaction.conflicted())
            throw postgresql::Conflict(Failure::Kind::unavailable, "PostgreSQL could not serialise");
        if (transaction.lost_before_commit()) throw postgresql::Lost(Failure::Kind::unavailable, "the connection was lost");
        if (outcome == Outcome::drop) {
            if (!unit.after) return outcome;  // the transaction's end rolls back
            transaction.back_to_start();
        }
        check(!transaction.failed(), "a unit whose statement failed was kept");
        if (unit.after) unit.after(transaction, outcome);
        transaction.commit();
        return outcome;
    }

    void count(Outcome outcome)
    {
        bool hook_failed = false;
        try {
            if (after_commit_) after_commit_();
        } catch (...) {
            hook_failed = true;  // what is committed is committed: the answer must say so
        }
        const std::lock_guard lock(mutex_);
        ++statistics_.commits;
        ++(outcome == Outcome::keep ? statistics_.units : statistics_.dropped);
        if (hook_failed) ++statistics_.hook_failures;
    }

    void pause(int conflicts)
    {
        if (conflicts == 0) return;
        const auto longest = pause_first * (1 << std::min(conflicts - 1, pause_doublings_max));
        std::chrono::microseconds length{};
        {
            const std::lock_guard lock(mutex_);
            length = std::chrono::microseconds(std::uniform_int_distribution<long>(0, longest.count())(chance_));
        }
        std::this_thread::sleep_for(length);
    }
};

}  // namespace

std::unique_ptr<Store> open_postgresql(const PostgresqlOptions& options)
{
    return std::make_unique<PostgresqlStore>(options);
}

}  // namespace lots::storage
