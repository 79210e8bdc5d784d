#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "http/message.h"

namespace lots::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    unsigned short port = 0;          // 0: one that is free; Server::port() tells which
    bool allow_non_loopback = false;  // without it an address that others can reach is refused

    int io_threads = 1;
    int workers = 8;             // threads that run the handler
    std::size_t queue_max = 64;  // requests waiting for a worker; one more is answered 503

    std::size_t header_bytes_max = 16 * 1024;                     // the whole head; more is 431
    std::size_t target_bytes_max = 8 * 1024;                      // more is 414
    std::size_t header_count_max = 100;                           // more is 431
    std::size_t body_bytes_max = 1024 * 1024;                     // more is 413
    std::size_t upload_bytes_max = 10 * 1024 * 1024 + 64 * 1024;  // for multipart/form-data: a file and what is around it

    std::size_t bodies_bytes_max = 256 * 1024 * 1024;  // of all requests in progress together; more is 503

    std::size_t connections_max = 1024;
    std::size_t connections_per_address_max = 64;  // trusted proxies are not counted

    std::chrono::milliseconds head_time = std::chrono::seconds{10};   // from the first byte to the end of the head
    std::chrono::milliseconds body_time = std::chrono::seconds{20};   // for the body, besides the time its bytes are worth
    std::chrono::milliseconds write_time = std::chrono::seconds{20};  // for the answer, likewise
    std::chrono::milliseconds idle_time = std::chrono::seconds{60};   // between requests
    std::chrono::milliseconds stop_time = std::chrono::seconds{10};   // for requests in progress when the server is stopped
    std::size_t bytes_per_second_min = 16 * 1024;                     // what a byte is worth: slower clients run out of time

    /// Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. From all others they are ignored.
    std::vector<std::string> trusted_proxies;

    /// For the Date header; the system's when empty.
    std::function<Instant()> now;
    /// The page for an error that the server itself answers (4xx, 500, 503), and the path when it is known. Must be quick. A bare line
    /// when empty.
    std::function<Response(int status, std::string_view path)> error_page;
    /// How much may be sent to a path, when it is more than body_bytes_max; 0 otherwise. Must be quick.
    std::function<std::size_t(std::string_view path)> body_bytes_max_of;
    /// Told when the handler threw: what() of the exception. It never holds what somebody typed, by the rule of
    /// base/check.h.
    std::function<void(const char* what)> on_exception;
};

/// Answers one request. Runs on a worker thread, several at a time, and may block. What it throws is answered with 500.
using Handler = std::function<Response(const Request&)>;

/// An HTTP/1.1 server, strict by RFC 9112: what could be read in two ways is answered with an error and the connection
/// closed. Answers are whole: always with a length, in order, with the header set of security_headers.h.
class Server {
    class Machine;
    std::unique_ptr<Machine> machine_;

public:
    /// Binds and listens. Throws std::runtime_error when the address is not loopback (and not allowed), or is taken.
    Server(ServerOptions options, Handler handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    unsigned short port() const;

    /// Serves until stop(); returns when the last request in progress is done. Once only.
    void run();

    /// From any thread, at any time, any number of times: no new connections or requests; those in progress are finished
    /// within stop_time. Not for use inside a signal handler.
    void stop();
};

}  // namespace lots::http
