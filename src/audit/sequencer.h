#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "audit/log.h"
#include "audit/note.h"
#include "audit/tree.h"

namespace lots::audit {

/// Gives entries their place in the tree and signs. Used by one thread at a time (a mutex makes sure of it).
class Sequencer {
public:
    Sequencer(NoteSigner signer, std::string origin) : signer_(std::move(signer)), origin_(std::move(origin)) {}

    /// In the session's transaction. True when there was something.
    bool integrate(storage::Session& session);
    const NoteVerifier& verifier() const { return signer_.verifier(); }

private:
    void catch_up(storage::Session& session);

    std::mutex mutex_;
    NoteSigner signer_;
    std::string origin_;
    Edge edge_;  // what this object believes; compared with the newest checkpoint each time
};

/// Writes the newest checkpoint to the folder, never an older one than was there.
class Publisher {
public:
    Publisher(storage::Store& data, std::filesystem::path folder) : data_(data), folder_(std::move(folder)) {}
    void publish();

private:
    storage::Store& data_;
    std::filesystem::path folder_;
    std::mutex mutex_;
    std::uint64_t published_ = 0;
};

/// The thread behind the log: publishes after commits, and on PostgreSQL integrates when it is this node's turn.
/// What fails is tried again; `trouble` tells what it was.
class Runner {
public:
    Runner(storage::Store& data, Sequencer& sequencer, Publisher& publisher, std::string node);
    /// Publishes what is left, and stops.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// There may be something to do.
    void wake();
    std::optional<std::string> trouble() const;

private:
    void work();
    bool take_turn();
    void wait(std::chrono::milliseconds pause, bool for_work);

    storage::Store& data_;
    Sequencer& sequencer_;
    Publisher& publisher_;
    std::string node_;
    std::optional<std::int64_t> turn_;  // the fencing number of our turn

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    bool woken_ = true;
    std::optional<std::string> trouble_;
    std::thread thread_;  // last: everything it uses is there when it starts
};

}  // namespace lots::audit
