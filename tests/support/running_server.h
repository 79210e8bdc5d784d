#pragma once

#include <thread>
#include <utility>

#include "http/server.h"

namespace lots::test {

/// A server on a free loopback port, for as long as the test looks at it.
class RunningServer {
    http::Server server_;
    std::thread thread_;

public:
    explicit RunningServer(http::Handler handler, http::ServerOptions options = {})
        : server_(std::move(options), std::move(handler)), thread_([this] { server_.run(); })
    {}
    ~RunningServer() { stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    unsigned short port() const { return server_.port(); }

    /// Asks it to stop, without waiting.
    void begin_stop() { server_.stop(); }
    /// Returns when run() has.
    void stop()
    {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }
};

}  // namespace lots::test
