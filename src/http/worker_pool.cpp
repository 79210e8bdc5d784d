#include "http/worker_pool.h"

#include "base/check.h"

namespace lots::http {

WorkerPool::WorkerPool(int threads, std::size_t queue_max) : queue_max_(queue_max)
{
    check(threads > 0, "a worker pool has threads");
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool WorkerPool::submit(std::function<void()> job)
{
    {
        const std::lock_guard lock{mutex_};
        // A free thread's next job is on its way to it, not waiting.
        if (stopping_ || queue_.size() >= queue_max_ + idle_) return false;
        queue_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

void WorkerPool::work()
{
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        --idle_;
        if (queue_.empty()) return;
        const auto job = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

}  // namespace lots::http
