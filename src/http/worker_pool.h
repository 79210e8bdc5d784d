#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lots::http {

/// A fixed number of threads and a queue with an end. Jobs must not throw.
class WorkerPool {
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
    std::size_t queue_max_;
    std::size_t idle_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;

    void work();

public:
    WorkerPool(int threads, std::size_t queue_max);
    /// Does what is in the queue, then ends.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when no thread is free and the queue is full: the job is not taken.
    bool submit(std::function<void()> job);
};

}  // namespace lots::http
