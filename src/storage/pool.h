#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace lots::storage {

/// Things of which one thread at a time uses each: connections. Whoever comes when all are lent waits for the next one.
template <class T>
class Pool {
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<T>> free_;

public:
    /// Gives its thing back when it goes out of scope.
    class Lease {
        Pool& pool_;
        std::unique_ptr<T> thing_;

    public:
        Lease(Pool& pool, std::unique_ptr<T> thing) : pool_(pool), thing_(std::move(thing)) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { pool_.put(std::move(thing_)); }
        T& operator*() const { return *thing_; }
        T* operator->() const { return thing_.get(); }
    };

    void put(std::unique_ptr<T> thing)
    {
        {
            const std::lock_guard lock(mutex_);
            free_.push_back(std::move(thing));
        }
        returned_.notify_one();
    }

    /// The one given back last: its caches are the warmest.
    Lease take()
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return !free_.empty(); });
        auto thing = std::move(free_.back());
        free_.pop_back();
        return Lease(*this, std::move(thing));
    }
};

}  // namespace lots::storage
