#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "http/chunked.h"
#include "http/head.h"
#include "http/server.h"
#include "http/worker_pool.h"

/// The inside of the server, seen by server.cpp and connection.cpp only: no other file knows Asio.
namespace lots::http {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;  // concrete: no virtual call for each step
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Steady = std::chrono::steady_clock;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr asio::use_awaitable_t<Executor> awaited{};

class Connection;

/// What all connections share.
struct Shared {
    ServerOptions options;
    Handler handler;
    WorkerPool* workers = nullptr;  // while run() runs
    std::atomic<bool> stopping{false};
    std::atomic<std::size_t> body_bytes{0};  // of requests in progress, all together

    std::mutex mutex;  // for the two below
    std::unordered_map<std::string, std::size_t> per_address;
    std::size_t connections = 0;

    Instant now() const { return options.now ? options.now() : SystemClock{}.now(); }
    bool admit(const std::string& address);
    void leave(const std::string& address);
    /// The page, or a bare line, for an error that the server itself answers.
    Response error_answer(int status, std::string_view path = {}) const;
};

/// One thread's part: its connections, and the watch that ends those which take too long.
struct Loop {
    asio::io_context context{1};
    asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor> watch{context};
    std::unordered_set<Connection*> connections;
    Steady::time_point stop_by = Steady::time_point::max();

    /// The Date header, put together once a second.
    const std::string& date(Instant now);

private:
    std::chrono::sys_seconds date_second_{};
    std::string date_text_;
};

/// One client: reads a request, has it answered, and so on, until either side has had enough.
class Connection {
    enum class Phase { idle, busy, lingering };
    enum class Read { more, closed, timed_out };

    Loop& loop_;
    Shared& shared_;
    Socket socket_;
    std::string peer_;

    Phase phase_ = Phase::idle;
    Steady::time_point deadline_ = Steady::time_point::max();
    bool timed_out_ = false;

    std::string buffer_;  // what has been read lies in [begin_, end_)
    std::size_t begin_ = 0, end_ = 0;
    std::size_t body_bytes_ = 0;  // counted in shared_.body_bytes

    std::string_view unread() const { return std::string_view{buffer_}.substr(begin_, end_ - begin_); }
    const ServerOptions& options() const { return shared_.options; }
    void allow(std::chrono::milliseconds time) { allow_until(Steady::now() + time); }
    void allow_until(Steady::time_point deadline);
    std::chrono::milliseconds worth(std::size_t bytes) const;
    bool count_body(std::size_t bytes);
    void forget_body();

    Task<Read> read_some();
    /// What a request came to: a head, or a status to answer with, or (neither) nothing more to do.
    Task<HeadOrError> read_head();
    /// 0, or the status to answer with; -1 when the client is gone.
    Task<int> read_body(Head& head);
    Task<int> read_sized_body(std::uint64_t length, Steady::time_point start, std::string& body);
    Task<int> read_chunked_body(std::size_t limit, Steady::time_point start, std::string& body);
    Task<Response> answer(const Request& request);
    /// False when the client did not take it.
    Task<bool> write(Response response, const Request& request, bool keep_alive);
    Task<void> linger();
    Task<void> exchange();

public:
    Connection(Loop& loop, Shared& shared, Socket socket, std::string peer);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The whole life of a connection.
    static Task<void> serve(std::unique_ptr<Connection> connection);

    /// Called by the watch now and then: ends the present wait when its time is up.
    void look_at_clock(Steady::time_point now);
    /// The server stops: ends at once unless a request is in progress.
    void stop();
};

}  // namespace lots::http
