#include "audit/sequencer.h"

#include <algorithm>

#include "audit/file.h"
#include "audit/log_store.h"
#include "base/check.h"

namespace lots::audit {

using storage::Session;

namespace {

constexpr int entries_at_once = 4096;                                   // bounds the memory of one round
constexpr auto pause_between_publications = std::chrono::milliseconds(200);  // a checkpoint file costs two fsyncs
constexpr auto pause_when_idle = std::chrono::milliseconds(200);        // PostgreSQL: other nodes' entries
constexpr auto pause_after_trouble = std::chrono::milliseconds(1000);
constexpr std::int64_t lease_ms = 10'000;

}  // namespace

void Sequencer::catch_up(Session& session)
{
    const auto newest = newest_checkpoint(session);
    const auto size = newest ? newest->size : 0;
    const auto matches = [&] {
        const auto root = edge_.root();
        return edge_.size() == size && (!newest || std::equal(root.begin(), root.end(), newest->root.begin(), newest->root.end()));
    };
    if (matches()) return;
    // Ours was rolled back, or another node has been the sequencer since.
    edge_ = load_edge(session, size);
    if (!matches())
        throw storage::Failure(storage::Failure::Kind::damaged,
                               "the log's tree does not have the root of its checkpoint " + std::to_string(size));
}

bool Sequencer::integrate(Session& session)
{
    const std::scoped_lock lock(mutex_);
    const auto entries = pending(session, entries_at_once);
    if (entries.empty()) return false;
    catch_up(session);

    const PendingEntry* former = nullptr;
    for (const auto& entry : entries) {
        const auto hash = leaf_hash(entry.leaf);
        add_entry(session, edge_.size(), entry.leaf, hash);
        edge_.add(hash, [&](const Node& node) { add_node(session, node); });
        if (former == nullptr || former->unit != entry.unit) add_month_unit(session, entry);
        former = &entry;
    }
    drop_pending(session, entries.back().id);

    const Checkpoint checkpoint{origin_, edge_.size(), edge_.root()};
    add_checkpoint(session, {checkpoint.size, Bytes(checkpoint.root.begin(), checkpoint.root.end()), signer_.sign(checkpoint.text())});
    return true;
}

void Publisher::publish()
{
    const std::scoped_lock lock(mutex_);
    std::optional<StoredCheckpoint> newest;
    data_.read([&](Session& session) { newest = newest_checkpoint(session); });
    if (!newest || newest->size <= published_) return;
    replace_public_file(folder_ / "checkpoint", newest->note);
    published_ = newest->size;
}

Runner::Runner(storage::Store& data, Sequencer& sequencer, Publisher& publisher, std::string node)
    : data_(data), sequencer_(sequencer), publisher_(publisher), node_(std::move(node)), thread_([this] { work(); })
{}

Runner::~Runner()
{
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Runner::wake()
{
    {
        const std::scoped_lock lock(mutex_);
        woken_ = true;
    }
    changed_.notify_one();
}

std::optional<std::string> Runner::trouble() const
{
    const std::scoped_lock lock(mutex_);
    return trouble_;
}

void Runner::wait(std::chrono::milliseconds pause, bool for_work)
{
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, pause, [&] { return stopping_ || (for_work && woken_); });
}

void Runner::work()
{
    const bool polls = data_.engine() == storage::Engine::postgresql;
    for (bool last = false; !last;) {
        {
            std::unique_lock lock(mutex_);
            if (!polls) changed_.wait(lock, [&] { return stopping_ || woken_; });
            last = stopping_;
            woken_ = false;
        }
        std::optional<std::string> trouble;
        bool more = false;
        try {
            if (polls) more = take_turn();
            publisher_.publish();
        } catch (const std::exception& failure) {
            trouble = failure.what();
        }
        {
            const std::scoped_lock lock(mutex_);
            trouble_ = trouble;
            if (trouble) woken_ = true;
        }
        if (last) return;
        if (trouble) wait(pause_after_trouble, false);
        else if (!polls) wait(pause_between_publications, false);
        else if (!more) wait(pause_when_idle, false);
    }
}

/// One round on PostgreSQL: becomes or stays the sequencer, and integrates. True when there may be more.
/// A node that was frozen and wakes after its turn is over fails twice: its turn's number is no longer the row's, and another
/// checkpoint of that size may be there already. Both are looked at in the transaction that would sign.
bool Runner::take_turn()
{
    bool integrated = false;
    std::optional<std::int64_t> turn;
    data_.write({[&](Session& session) {
                     integrated = false;
                     turn.reset();
                     // Not SERIALIZABLE: what reads the whole pending table would make those who append to it fail. Lease and unique
                     // sizes keep sequencers apart; nothing else writes these tables.
                     session.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                     const auto seen = lease(session);
                     const bool ours = turn_ == seen.turn && seen.holder == node_;
                     if (!ours && seen.left_ms > 0) return storage::Outcome::drop;
                     turn = ours ? seen.turn : seen.turn + 1;
                     integrated = sequencer_.integrate(session);
                     const bool renew = !ours || integrated || seen.left_ms < lease_ms / 2;
                     if (!renew) return storage::Outcome::drop;
                     // Last, so that the row is locked for as short a time as can be.
                     if (!hold_lease(session, node_, seen.turn, *turn, lease_ms)) {
                         turn.reset();
                         integrated = false;
                         return storage::Outcome::drop;
                     }
                     return storage::Outcome::keep;
                 },
                 {}});
    turn_ = turn;
    return integrated;
}

}  // namespace lots::audit
